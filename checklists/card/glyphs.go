package card

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"hjemmekontor/assets"
)

// unknown stands for a character that the typeface lacks.
const unknown = '?'

// glyphs is the characters that can be printed.
type glyphs map[rune]bool

// printable reads once which characters both weights of the typeface have.
// Beyond the basic plane there are none for fpdf to draw.
var printable = sync.OnceValues(func() (glyphs, error) {
	known := make(glyphs)
	for weight, font := range map[string][]byte{"regular": assets.Regular, "semi-bold": assets.SemiBold} {
		parsed, err := sfnt.Parse(font)
		if err != nil {
			return nil, fmt.Errorf("reading the %s typeface: %w", weight, err)
		}
		var buffer sfnt.Buffer
		for r := ' '; r <= 0xFFFD; r++ {
			glyph, err := parsed.GlyphIndex(&buffer, r)
			if err != nil {
				return nil, fmt.Errorf("reading the %s typeface: %w", weight, err)
			}
			was, seen := known[r]
			known[r] = glyph != 0 && (was || !seen)
		}
	}
	return known, nil
})

// clean makes one line that can be printed: blanks become single spaces,
// characters that are not seen go, a letter whose accents are lacking loses
// them, and a run of other lacking characters becomes one question mark.
func (g glyphs) clean(s string) string {
	var b strings.Builder
	lacking := false
	for _, r := range norm.NFC.String(s) {
		switch nearest := g.nearest(r); {
		case unicode.IsSpace(r):
			b.WriteByte(' ')
			lacking = false
		case unseen(r) || !g[r] && unicode.In(r, unicode.M):
		case nearest != "":
			b.WriteString(nearest)
			lacking = false
		case !lacking:
			b.WriteByte(unknown)
			lacking = true
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// unseen reports whether r leaves no mark of its own.
func unseen(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector)
}

// nearest is the character itself if it can be printed, else the letters it is
// built on, or "" if these are lacking too.
func (g glyphs) nearest(r rune) string {
	if g[r] {
		return string(r)
	}
	var letters []rune
	for _, part := range norm.NFKD.String(string(r)) {
		switch {
		case unicode.In(part, unicode.M):
		case g[part]:
			letters = append(letters, part)
		default:
			return ""
		}
	}
	return string(letters)
}
