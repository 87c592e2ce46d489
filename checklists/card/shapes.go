package card

import "hjemmekontor/checklists/internal/paper"

// rule draws a straight line of a thickness in millimetres.
func (s *sheet) rule(colour paper.Colour, thickness, x1, y1, x2, y2 float64) {
	if s.measuring {
		return
	}
	s.SetPen(colour, thickness)
	s.Line(x1, y1, x2, y2)
}

// dashed is rule with a line of short strokes.
func (s *sheet) dashed(colour paper.Colour, thickness, x1, y1, x2, y2 float64) {
	s.SetDashPattern([]float64{1.2, 1.2}, 0)
	s.rule(colour, thickness, x1, y1, x2, y2)
	s.SetDashPattern(nil, 0)
}

// code draws the QR code that dials, with its quiet zone inside a square, and
// lets a click on it dial too. Without a number there is none.
func (s *sheet) code(telURL string, x, y, side float64) {
	if s.measuring || telURL == "" {
		return
	}
	rows, err := modules(telURL)
	if err != nil {
		s.err = err
		return
	}
	size := side / float64(len(rows))
	s.SetFill(paper.Black)
	for row, squares := range rows {
		for from := 0; from < len(squares); from++ {
			if !squares[from] {
				continue
			}
			to := from
			for to < len(squares) && squares[to] {
				to++
			}
			s.box(x+float64(from)*size, y+float64(row)*size, float64(to-from)*size, size)
			from = to
		}
	}
	s.DrawPath("F") // all at once: no hairlines between the squares
	s.LinkString(x, y, side, side, telURL)
}

// box adds a rectangle to the path that is drawn next.
func (s *sheet) box(x, y, width, height float64) {
	s.MoveTo(x, y)
	s.LineTo(x+width, y)
	s.LineTo(x+width, y+height)
	s.LineTo(x, y+height)
	s.ClosePath()
}
