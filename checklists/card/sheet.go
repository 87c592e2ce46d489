package card

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"hjemmekontor/checklists/internal/paper"
	"hjemmekontor/locales"
)

// pointMM is a typographer's point in millimetres.
const pointMM = 25.4 / 72

// The colours that cards have beside those of all documents, clear enough when
// printed in grey.
var (
	grey = paper.Colour{0x4A, 0x56, 0x5E}
	pale = paper.Colour{0xB9, 0xC2, 0xC6}
)

// style is how a text is set.
type style struct {
	weight  string
	size    float64 // points, before the sheet's scale
	ink     paper.Colour
	leading float64 // from one line to the next, in sizes
}

// sheet is a document that is drawn in millimetres from the top left. Sizes of
// type are multiplied by its scale. While it measures it draws nothing.
type sheet struct {
	*paper.Paper
	glyphs    paper.Glyphs
	cleaned   map[string]string // what clean made of texts, which are set many times
	scale     float64
	measuring bool
	err       error // of what is not the PDF's own
}

func newSheet(title string, c Card, texts *locales.Texts) (*sheet, error) {
	glyphs, err := paper.Typeface()
	if err != nil {
		return nil, err
	}
	p, err := paper.New(paper.About{Title: title, Author: c.Company, Made: c.Made, Language: string(texts.Language())})
	if err != nil {
		return nil, err
	}
	return &sheet{Paper: p, glyphs: glyphs, cleaned: make(map[string]string), scale: 1}, nil
}

// writeTo ends the document and writes it.
func (s *sheet) writeTo(w io.Writer) error {
	if s.err != nil {
		return s.err
	}
	if err := s.Output(w); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

// measure gives how far down drawing goes, without drawing.
func (s *sheet) measure(draw func(y float64) float64) float64 {
	was := s.measuring
	s.measuring = true
	defer func() { s.measuring = was }()
	return draw(0)
}

// mm is a length that goes with the size of the type.
func (s *sheet) mm(length float64) float64 { return length * s.scale }

// lineHeight is the height of one line.
func (s *sheet) lineHeight(st style) float64 { return s.mm(st.size * pointMM * st.leading) }

func (s *sheet) use(st style) { s.SetType(st.weight, st.size*s.scale, st.ink) }

// clean is the text as it can be printed.
func (s *sheet) clean(text string) string {
	printed, ok := s.cleaned[text]
	if !ok {
		printed = clean(s.glyphs, text)
		s.cleaned[text] = printed
	}
	return printed
}

// width is how wide a text is on one line.
func (s *sheet) width(st style, text string) float64 {
	s.use(st)
	return s.GetStringWidth(s.clean(text))
}

// fitted is the style with its size made smaller, if need be, for the text to
// fit the width on one line; not smaller than least points.
func (s *sheet) fitted(st style, text string, width, least float64) style {
	if actual := s.width(st, text); actual > width {
		st.size = max(st.size*width/actual*0.995, min(least, st.size))
	}
	return st
}

// line sets a text on one line and gives where the next one begins.
func (s *sheet) line(st style, text string, x, y float64) float64 {
	height := s.lineHeight(st)
	if text = s.clean(text); !s.measuring && text != "" {
		s.use(st)
		s.Text(x, y+height/2+s.mm(st.size*pointMM*halfCapital), text)
	}
	return y + height
}

// halfCapital is half the height of Inter's capitals, in sizes: with it they
// stand in the middle of the line.
const halfCapital = 0.364

// lineRight is line with the text's end at x.
func (s *sheet) lineRight(st style, text string, x, y float64) {
	s.line(st, text, x-s.width(st, text), y)
}

// paragraph sets a text on as many lines as it needs, and gives where it ends.
// Nothing takes no room.
func (s *sheet) paragraph(st style, text string, x, y, width float64) float64 {
	for _, line := range s.wrap(st, text, width) {
		y = s.line(st, line, x, y)
	}
	return y
}

// wrap breaks a text into lines of at most the width, between words where it
// can and inside one where it must.
func (s *sheet) wrap(st style, text string, width float64) []string {
	s.use(st)
	space := s.GetStringWidth(" ")
	var lines []string
	line, taken := "", 0.0
	for _, word := range strings.Fields(s.clean(text)) {
		wide := s.GetStringWidth(word)
		switch {
		case line == "":
			line, taken = word, wide
		case taken+space+wide <= width:
			line, taken = line+" "+word, taken+space+wide
		default:
			lines = append(lines, line)
			line, taken = word, wide
		}
		for taken > width && utf8.RuneCountInString(line) > 1 {
			head, tail := s.split(line, width)
			lines = append(lines, head)
			line, taken = tail, taken-s.GetStringWidth(head)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// oneLine shortens a text that is wider than its line.
func (s *sheet) oneLine(st style, text string, width float64) string {
	s.use(st)
	return s.Shorten(s.clean(text), width)
}

// split cuts a word that is wider than a line, after a sign that parts an
// address if there is one. At least one character goes on the line.
func (s *sheet) split(word string, width float64) (head, tail string) {
	end, taken := 0, 0.0
	for i, r := range word {
		taken += s.GetStringWidth(string(r))
		if i > 0 && taken > width {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	if at := strings.LastIndexAny(word[:end], "@.-/"); at >= 0 {
		end = at + 1
	}
	return word[:end], word[end:]
}
