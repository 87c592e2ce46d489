package paper

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"github.com/go-pdf/fpdf"
	"golang.org/x/text/encoding/unicode"

	"hjemmekontor/assets"
)

// A4 (ISO 216), in millimetres.
const (
	Width  = 210.0
	Height = 297.0
)

// The weights of the typeface.
const (
	Regular  = ""
	SemiBold = "B"
)

// family is the typeface, as the PDF library names it.
const family = "Inter"

// About is what a document says about itself.
type About struct {
	Title, Author string
	// Made stands in the document to the second, in UTC. Without it the PDF
	// library would write the time of the day.
	Made     time.Time
	Language string // BCP 47
}

// Paper is a document in the making, without a page yet. It breaks neither
// lines nor pages by itself.
type Paper struct{ *fpdf.Fpdf }

// New begins a document.
func New(about About) (*Paper, error) {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.AddUTF8FontFromBytes(family, Regular, assets.Regular)
	pdf.AddUTF8FontFromBytes(family, SemiBold, assets.SemiBold)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCellMargin(0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	made := about.Made.UTC().Truncate(time.Second)
	pdf.SetCreationDate(made)
	pdf.SetModificationDate(made)
	pdf.SetLang(about.Language)
	pdf.SetTitle(utf16(about.Title), false)
	pdf.SetAuthor(utf16(about.Author), false)
	if err := pdf.Error(); err != nil {
		return nil, fmt.Errorf("beginning a PDF: %w", err)
	}
	return &Paper{pdf}, nil
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

// SetType chooses what the next texts are set in.
func (p *Paper) SetType(weight string, size float64, c Colour) {
	p.SetFont(family, weight, size)
	p.SetTextColor(c.split())
}

// SetPen chooses what the next lines are drawn with.
func (p *Paper) SetPen(c Colour, thickness float64) {
	p.SetDrawColor(c.split())
	p.SetLineWidth(thickness)
}

// SetFill chooses what the next areas are filled with.
func (p *Paper) SetFill(c Colour) { p.SetFillColor(c.split()) }

// Shorten returns the text, or its [Paper.Beginning] if it is wider than width
// in the type that is set.
func (p *Paper) Shorten(text string, width float64) string {
	if p.GetStringWidth(text) <= width {
		return text
	}
	return p.Beginning(text, width)
}

// Beginning returns as much of a text as there is room for in front of a mark
// that more follows.
func (p *Paper) Beginning(text string, width float64) string {
	const more = "…"
	runes := []rune(text)
	tooMany := sort.Search(len(runes)+1, func(n int) bool {
		return p.GetStringWidth(string(runes[:n])+more) > width
	})
	return strings.TrimSpace(string(runes[:max(0, tooMany-1)])) + more
}
