package report

import "hjemmekontor/checklists"

// markRadius of the signs for how an item stands, which say the same as the words
// beside them.
const markRadius = 2.0

// drawMark draws the sign for a status around a centre.
func (p *paper) drawMark(s checklists.Status, x, y float64) {
	switch s {
	case checklists.StatusDone:
		p.drawDone(x, y)
	case checklists.StatusDue:
		p.ring(warning, x, y)
		p.stroke(warning, 0.45, x, y-1.1, x, y, x+0.9, y+0.5)
	case checklists.StatusNotForMe:
		p.ring(hairline, x, y)
		p.stroke(muted, 0.45, x-0.9, y, x+0.9, y)
	default:
		p.ring(muted, x, y)
	}
}

func (p *paper) drawDone(x, y float64) {
	p.pdf.SetFillColor(success.split())
	p.pdf.Circle(x, y, markRadius+0.15, "F")
	p.stroke(white, 0.5, x-0.95, y+0.05, x-0.25, y+0.75, x+1.0, y-0.7)
}

func (p *paper) ring(c colour, x, y float64) {
	p.pdf.SetDrawColor(c.split())
	p.pdf.SetLineWidth(0.35)
	p.pdf.Circle(x, y, markRadius, "D")
}

// stroke draws a line through points, given as x and y in turn.
func (p *paper) stroke(c colour, width float64, coordinates ...float64) {
	p.pdf.SetDrawColor(c.split())
	p.pdf.SetLineWidth(width)
	p.pdf.SetLineCapStyle("round")
	p.pdf.SetLineJoinStyle("round")
	p.pdf.MoveTo(coordinates[0], coordinates[1])
	for i := 2; i < len(coordinates); i += 2 {
		p.pdf.LineTo(coordinates[i], coordinates[i+1])
	}
	p.pdf.DrawPath("D")
}
