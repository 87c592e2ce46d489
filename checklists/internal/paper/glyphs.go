package paper

import (
	"fmt"
	"maps"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"hjemmekontor/assets"
)

// Unknown stands for a character that the typeface lacks.
const Unknown = '?'

// Glyphs are the characters that can be written. They are only read, and so
// may be shared.
type Glyphs map[rune]bool

// Typeface returns the characters that both weights of the typeface have.
func Typeface() (Glyphs, error) { return typeface() }

var typeface = sync.OnceValues(func() (Glyphs, error) {
	regular, err := glyphsOf(assets.Regular)
	if err != nil {
		return nil, fmt.Errorf("reading the regular typeface: %w", err)
	}
	semiBold, err := glyphsOf(assets.SemiBold)
	if err != nil {
		return nil, fmt.Errorf("reading the semi-bold typeface: %w", err)
	}
	maps.DeleteFunc(regular, func(r rune, _ bool) bool { return !semiBold[r] })
	return regular, nil
})

// glyphsOf reads which characters of the basic plane a font has. The PDF
// library knows no others.
func glyphsOf(font []byte) (Glyphs, error) {
	parsed, err := sfnt.Parse(font)
	if err != nil {
		return nil, err
	}
	var buffer sfnt.Buffer
	known := make(Glyphs)
	for r := ' '; r <= 0xFFFD; r++ {
		glyph, err := parsed.GlyphIndex(&buffer, r)
		if err != nil {
			return nil, err
		}
		if glyph != 0 {
			known[r] = true
		}
	}
	return known, nil
}

// Nearest returns what to write for a character: itself, the letters that it is
// built on where the typeface lacks it, or nothing where it leaves no mark of
// its own. If even the letters are lacking, ok is false.
func (g Glyphs) Nearest(r rune) (text string, ok bool) {
	switch {
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector):
		return "", true
	case g[r]:
		return string(r), true
	case unicode.Is(unicode.M, r):
		return "", true
	}
	var letters strings.Builder
	for _, part := range norm.NFKD.String(string(r)) {
		switch {
		case unicode.Is(unicode.M, part):
		case g[part]:
			letters.WriteRune(part)
		default:
			return "", false
		}
	}
	return letters.String(), true
}
