package card

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-pdf/fpdf"

	"hjemmekontor/assets"
	"hjemmekontor/locales"
)

// A4 (ISO 216), in millimetres.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
)

// pointMM is a typographer's point in millimetres.
const pointMM = 25.4 / 72

// ink is a colour on paper: one that is still clear when printed in grey.
type ink struct{ r, g, b int }

var (
	black  = ink{0x1B, 0x27, 0x2E}
	accent = ink{0x1F, 0x5F, 0x6B}
	grey   = ink{0x4A, 0x56, 0x5E}
	pale   = ink{0xB9, 0xC2, 0xC6}
)

// style is how a text is set.
type style struct {
	weight  string  // regular or semiBold
	size    float64 // points, before the sheet's scale
	ink     ink
	leading float64 // from one line to the next, in sizes
}

const (
	typeface = "Inter"
	regular  = ""
	semiBold = "B"
)

// sheet is a PDF document that is drawn in millimetres from the top left. Sizes
// of type are multiplied by its scale. While it measures it draws nothing.
type sheet struct {
	pdf       *fpdf.Fpdf
	glyphs    glyphs
	cleaned   map[string]string // what glyphs made of texts, which are set many times
	scale     float64
	measuring bool
	err       error // of what is not the PDF's own
}

func newSheet(title string, c Card, texts *locales.Texts) (*sheet, error) {
	known, err := printable()
	if err != nil {
		return nil, err
	}
	pdf := fpdf.New("P", "mm", "A4", "")
	made := c.Made.UTC().Truncate(time.Second)
	pdf.SetCreationDate(made)
	pdf.SetModificationDate(made)
	pdf.SetCatalogSort(true)
	pdf.SetLang(string(texts.Language()))
	pdf.SetTitle(title, true)
	pdf.SetAuthor(known.clean(c.Company), true)
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.AddUTF8FontFromBytes(typeface, regular, assets.Regular)
	pdf.AddUTF8FontFromBytes(typeface, semiBold, assets.SemiBold)
	return &sheet{pdf: pdf, glyphs: known, cleaned: make(map[string]string), scale: 1}, nil
}

// writeTo ends the document and writes it.
func (s *sheet) writeTo(w io.Writer) error {
	if s.err != nil {
		return s.err
	}
	if err := s.pdf.Output(w); err != nil {
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

func (s *sheet) use(st style) {
	s.pdf.SetFont(typeface, st.weight, st.size*s.scale)
	s.pdf.SetTextColor(st.ink.r, st.ink.g, st.ink.b)
}

// clean is the text as it can be printed.
func (s *sheet) clean(text string) string {
	clean, ok := s.cleaned[text]
	if !ok {
		clean = s.glyphs.clean(text)
		s.cleaned[text] = clean
	}
	return clean
}

// width is how wide a text is on one line.
func (s *sheet) width(st style, text string) float64 {
	s.use(st)
	return s.pdf.GetStringWidth(s.clean(text))
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
		s.pdf.Text(x, y+height/2+s.mm(st.size*pointMM*halfCapital), text)
	}
	return y + height
}

// halfCapital is half the height of Inter's capitals, in sizes: with it they
// stand in the middle of the line.
const halfCapital = 0.364

// lineRight is line with the text's end at x.
func (s *sheet) lineRight(st style, text string, x, y float64) float64 {
	return s.line(st, text, x-s.width(st, text), y)
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
	space := s.pdf.GetStringWidth(" ")
	var lines []string
	line, taken := "", 0.0
	for _, word := range strings.Fields(s.clean(text)) {
		wide := s.pdf.GetStringWidth(word)
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
			line, taken = tail, taken-s.pdf.GetStringWidth(head)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// oneLine shortens a text that is wider than its line.
func (s *sheet) oneLine(st style, text string, width float64) string {
	if s.width(st, text) <= width {
		return text
	}
	return s.shortened(st, text, width)
}

// shortened is as much of a text as fits the width with a mark that more
// follows.
func (s *sheet) shortened(st style, text string, width float64) string {
	const more = "…"
	s.use(st)
	runes := []rune(s.clean(text))
	tooMany := sort.Search(len(runes)+1, func(n int) bool {
		return s.pdf.GetStringWidth(string(runes[:n])+more) > width
	})
	return strings.TrimSpace(string(runes[:max(0, tooMany-1)])) + more
}

// split cuts a word that is wider than a line, after a sign that parts an
// address if there is one. At least one character goes on the line.
func (s *sheet) split(word string, width float64) (head, tail string) {
	end, taken := 0, 0.0
	for i, r := range word {
		taken += s.pdf.GetStringWidth(string(r))
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
