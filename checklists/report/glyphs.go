package report

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"hjemmekontor/assets"
)

// unknownGlyph stands for what the typeface cannot show.
const unknownGlyph = '?'

// typeface reads which characters the PDF's typeface has. Both weights have the
// same.
var typeface = sync.OnceValues(func() (*sfnt.Font, error) { return sfnt.Parse(assets.Regular) })

// glyphs brings texts to characters that a typeface has.
type glyphs struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
	lacked bool // whether unknownGlyph had to stand in for something
}

// fit gives s with only characters that the typeface has: accents that it
// lacks are left out, and other characters become unknownGlyph, so that a gap
// is seen.
func (g *glyphs) fit(s string) string {
	var fitted strings.Builder
	for _, r := range norm.NFC.String(s) {
		if r == '\n' || g.has(r) {
			fitted.WriteRune(r)
			continue
		}
		fitted.WriteString(g.instead(r))
	}
	return fitted.String()
}

func (g *glyphs) instead(r rune) string {
	var parts strings.Builder
	for _, part := range norm.NFKD.String(string(r)) {
		switch {
		case g.has(part):
			parts.WriteRune(part)
		case unicode.In(part, unicode.M, unicode.Cf): // has no width of its own
		default:
			g.lacked = true
			return string(unknownGlyph)
		}
	}
	return parts.String()
}

func (g *glyphs) has(r rune) bool {
	// The PDF library knows the basic plane only.
	if r > 0xFFFF {
		return false
	}
	index, err := g.font.GlyphIndex(&g.buffer, r)
	return err == nil && index != 0
}
