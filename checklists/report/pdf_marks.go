package report

import (
	"slices"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/internal/paper"
)

// markRadius of the signs for how an item stands, which say the same as the words
// beside them.
const markRadius = 2.0

// drawMark draws the sign for a status around a centre.
func (s *sheet) drawMark(status checklists.Status, x, y float64) {
	switch status {
	case checklists.StatusDone:
		s.drawDone(x, y)
	case checklists.StatusDue:
		s.ring(warning, x, y)
		s.stroke(warning, 0.45, x, y-1.1, x, y, x+0.9, y+0.5)
	case checklists.StatusNotForMe:
		s.ring(hairline, x, y)
		s.stroke(muted, 0.45, x-0.9, y, x+0.9, y)
	default:
		s.ring(muted, x, y)
	}
}

func (s *sheet) drawDone(x, y float64) {
	s.SetFill(success)
	s.Circle(x, y, markRadius+0.15, "F")
	s.stroke(white, 0.5, x-0.95, y+0.05, x-0.25, y+0.75, x+1.0, y-0.7)
}

func (s *sheet) ring(c paper.Colour, x, y float64) {
	s.SetPen(c, 0.35)
	s.Circle(x, y, markRadius, "D")
}

// stroke draws a line from a point through others, given as x and y in turn.
func (s *sheet) stroke(c paper.Colour, thickness, x, y float64, through ...float64) {
	s.SetPen(c, thickness)
	s.SetLineCapStyle("round")
	s.SetLineJoinStyle("round")
	s.MoveTo(x, y)
	for point := range slices.Chunk(through, 2) {
		s.LineTo(point[0], point[1])
	}
	s.DrawPath("D")
}
