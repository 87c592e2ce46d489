package report

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"hjemmekontor/checklists/internal/paper"
)

// Where the text stands on an A4 page, in millimetres.
const (
	leftEdge   = 20.0
	rightEdge  = paper.Width - 20
	topEdge    = 22.0
	bottomEdge = paper.Height - 24
	textWidth  = rightEdge - leftEdge
)

// The colours that reports have beside those of all documents.
var (
	muted    = paper.Colour{0x55, 0x62, 0x6A}
	hairline = paper.Colour{0xDE, 0xDB, 0xD2}
	tint     = paper.Colour{0xDD, 0xEB, 0xEC}
	onTint   = paper.Colour{0x15, 0x46, 0x50}
	success  = paper.Colour{0x2A, 0x73, 0x48}
	warning  = paper.Colour{0x8A, 0x5A, 0x00}
	white    = paper.Colour{0xFF, 0xFF, 0xFF}
)

// style is how a text is set.
type style struct {
	weight string
	size   float64 // points
	line   float64 // millimetres from one line to the next
	colour paper.Colour
}

// sheet is paper that is written on from the top down. It is told what to write
// where, breaks lines, and turns the page.
type sheet struct {
	*paper.Paper
	glyphs paper.Glyphs
	lacked bool    // whether paper.Unknown had to stand in for something
	y      float64 // where the next thing begins
}

func newSheet(about paper.About) (*sheet, error) {
	glyphs, err := paper.Typeface()
	if err != nil {
		return nil, err
	}
	p, err := paper.New(about)
	if err != nil {
		return nil, err
	}
	p.AddPage()
	return &sheet{Paper: p, glyphs: glyphs, y: topEdge}, nil
}

// fit gives s with only characters that can be written. In place of each other
// one stands paper.Unknown, so that a gap is seen.
func (s *sheet) fit(text string) string {
	var fitted strings.Builder
	for _, r := range norm.NFC.String(text) {
		nearest, ok := s.glyphs.Nearest(r)
		switch {
		case r == '\n':
			fitted.WriteRune(r)
		case ok:
			fitted.WriteString(nearest)
		default:
			s.lacked = true
			fitted.WriteRune(paper.Unknown)
		}
	}
	return fitted.String()
}

func (s *sheet) set(st style) { s.SetType(st.weight, st.size, st.colour) }

// put writes one line, beginning at x, with its top at y.
func (s *sheet) put(st style, x, y float64, text string) {
	const capHeight = 0.727 // of the size
	s.set(st)
	_, size := s.GetFontSize()
	s.Text(x, y+(st.line+capHeight*size)/2, s.fit(text))
}

// lines writes lines below one another and goes on below them.
func (s *sheet) lines(st style, x float64, lines []string) {
	for _, text := range lines {
		s.put(st, x, s.y, text)
		s.y += st.line
	}
}

// paragraph writes a text in as many lines as it takes.
func (s *sheet) paragraph(st style, x, width float64, text string) {
	s.lines(st, x, s.wrap(st, text, width))
}

// wrap breaks a text into lines that are no wider than width.
func (s *sheet) wrap(st style, text string, width float64) []string {
	s.set(st)
	return s.SplitText(s.fit(text), width)
}

// width is how wide a line becomes.
func (s *sheet) width(st style, text string) float64 {
	s.set(st)
	return s.GetStringWidth(s.fit(text))
}

// room turns the page unless there is room for height, and tells whether it
// did.
func (s *sheet) room(height float64) (turned bool) {
	if s.y+height <= bottomEdge {
		return false
	}
	s.AddPage()
	s.y = topEdge
	return true
}

// panel paints a rectangle.
func (s *sheet) panel(c paper.Colour, x, y, width, height, radius float64) {
	s.SetFill(c)
	if radius == 0 {
		s.Rect(x, y, width, height, "F")
		return
	}
	s.RoundedRect(x, y, width, height, radius, "1234", "F")
}

// rule draws a thin line across the text.
func (s *sheet) rule(y float64) {
	s.SetPen(hairline, 0.2)
	s.Line(leftEdge, y, rightEdge, y)
}
