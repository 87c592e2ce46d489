package card

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"hjemmekontor/checklists/internal/paper"
)

// clean makes one line that can be printed: blanks become single spaces, and a
// run of characters that the typeface lacks becomes one paper.Unknown.
func clean(glyphs paper.Glyphs, s string) string {
	var b strings.Builder
	lacking := false
	for _, r := range norm.NFC.String(s) {
		if unicode.IsSpace(r) {
			r = ' '
		}
		switch nearest, ok := glyphs.Nearest(r); {
		case !ok && !lacking:
			b.WriteByte(paper.Unknown)
			lacking = true
		case nearest != "":
			b.WriteString(nearest)
			lacking = false
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
