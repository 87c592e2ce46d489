package report

import (
	"time"

	"github.com/go-pdf/fpdf"
	"golang.org/x/text/encoding/unicode"

	"hjemmekontor/assets"
	"hjemmekontor/locales"
)

// Where the text stands on an A4 page, in millimetres.
const (
	leftEdge   = 20.0
	rightEdge  = 210.0 - 20
	topEdge    = 22.0
	bottomEdge = 297.0 - 24
	textWidth  = rightEdge - leftEdge
)

// colour is red, green and blue.
type colour [3]int

// The colours of the app's light appearance.
var (
	ink      = colour{0x1B, 0x27, 0x2E}
	muted    = colour{0x55, 0x62, 0x6A}
	hairline = colour{0xDE, 0xDB, 0xD2}
	primary  = colour{0x1F, 0x5F, 0x6B}
	tint     = colour{0xDD, 0xEB, 0xEC}
	onTint   = colour{0x15, 0x46, 0x50}
	success  = colour{0x2A, 0x73, 0x48}
	warning  = colour{0x8A, 0x5A, 0x00}
	white    = colour{0xFF, 0xFF, 0xFF}
)

func (c colour) split() (red, green, blue int) { return c[0], c[1], c[2] }

// The typeface and its weights, as the PDF library names them.
const (
	family   = "Inter"
	regular  = ""
	semibold = "B"
)

// style is how a text is set.
type style struct {
	weight string
	size   float64 // points
	line   float64 // millimetres from one line to the next
	colour colour
}

// properties are what a document says about itself.
type properties struct {
	title, author string
	made          time.Time
	language      locales.Language
}

// paper is written on from the top down. It is told what to write where, breaks
// lines, and turns the page.
type paper struct {
	pdf    *fpdf.Fpdf
	glyphs glyphs
	y      float64 // where the next thing begins
}

func newPaper(about properties) (*paper, error) {
	font, err := typeface()
	if err != nil {
		return nil, err
	}
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.AddUTF8FontFromBytes(family, regular, assets.Regular)
	pdf.AddUTF8FontFromBytes(family, semibold, assets.SemiBold)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCellMargin(0)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(about.made)
	pdf.SetModificationDate(about.made)
	pdf.SetLang(string(about.language))
	pdf.SetTitle(utf16(about.title), false)
	pdf.SetAuthor(utf16(about.author), false)
	pdf.AddPage()
	return &paper{pdf: pdf, glyphs: glyphs{font: font}, y: topEdge}, pdf.Error()
}

// utf16 writes a text as PDF has it for a document's properties (ISO 32000-1,
// 7.9.2.2). The library's own way breaks characters above the basic plane.
func utf16(s string) string {
	encoded, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(s)
	if err != nil {
		return ""
	}
	return encoded
}

func (p *paper) set(s style) {
	p.pdf.SetFont(family, s.weight, s.size)
	p.pdf.SetTextColor(s.colour.split())
}

// put writes one line, beginning at x, with its top at y.
func (p *paper) put(s style, x, y float64, text string) {
	const capHeight = 0.727 // of the size
	p.set(s)
	_, size := p.pdf.GetFontSize()
	p.pdf.Text(x, y+(s.line+capHeight*size)/2, p.glyphs.fit(text))
}

// lines writes lines below one another and goes on below them.
func (p *paper) lines(s style, x float64, lines []string) {
	for _, text := range lines {
		p.put(s, x, p.y, text)
		p.y += s.line
	}
}

// paragraph writes a text in as many lines as it takes.
func (p *paper) paragraph(s style, x, width float64, text string) {
	p.lines(s, x, p.wrap(s, text, width))
}

// wrap breaks a text into lines that are no wider than width.
func (p *paper) wrap(s style, text string, width float64) []string {
	p.set(s)
	return p.pdf.SplitText(p.glyphs.fit(text), width)
}

// width is how wide a line becomes.
func (p *paper) width(s style, text string) float64 {
	p.set(s)
	return p.pdf.GetStringWidth(p.glyphs.fit(text))
}

// cut shortens a line that is wider than width, and shows that it did.
func (p *paper) cut(s style, text string, width float64) string {
	for short := []rune(text); len(short) > 0 && p.width(s, text) > width; {
		short = short[:len(short)-1]
		text = string(short) + "…"
	}
	return text
}

// room turns the page unless there is room for height, and tells whether it
// did.
func (p *paper) room(height float64) (turned bool) {
	if p.y+height <= bottomEdge {
		return false
	}
	p.pdf.AddPage()
	p.y = topEdge
	return true
}

// panel paints a rectangle.
func (p *paper) panel(c colour, x, y, width, height, radius float64) {
	p.pdf.SetFillColor(c.split())
	if radius == 0 {
		p.pdf.Rect(x, y, width, height, "F")
		return
	}
	p.pdf.RoundedRect(x, y, width, height, radius, "1234", "F")
}

// rule draws a thin line across the text.
func (p *paper) rule(y float64) {
	p.pdf.SetDrawColor(hairline.split())
	p.pdf.SetLineWidth(0.2)
	p.pdf.Line(leftEdge, y, rightEdge, y)
}
