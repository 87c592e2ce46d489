package card

// rule draws a straight line of a thickness in millimetres.
func (s *sheet) rule(colour ink, thickness, x1, y1, x2, y2 float64) {
	if s.measuring {
		return
	}
	s.pdf.SetDrawColor(colour.r, colour.g, colour.b)
	s.pdf.SetLineWidth(thickness)
	s.pdf.Line(x1, y1, x2, y2)
}

// dashed is rule with a line of short strokes.
func (s *sheet) dashed(colour ink, thickness, x1, y1, x2, y2 float64) {
	s.pdf.SetDashPattern([]float64{1.2, 1.2}, 0)
	s.rule(colour, thickness, x1, y1, x2, y2)
	s.pdf.SetDashPattern(nil, 0)
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
	s.pdf.SetFillColor(0, 0, 0)
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
	s.pdf.DrawPath("F") // all at once: no hairlines between the squares
	s.pdf.LinkString(x, y, side, side, telURL)
}

// box adds a rectangle to the path that is drawn next.
func (s *sheet) box(x, y, width, height float64) {
	s.pdf.MoveTo(x, y)
	s.pdf.LineTo(x+width, y)
	s.pdf.LineTo(x+width, y+height)
	s.pdf.LineTo(x, y+height)
	s.pdf.ClosePath()
}
