package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// CleanName brings a name to the form it has in a report: one line without
// stray blanks or hidden characters, of at most MaxName characters. What holds
// nothing that can be seen is no name, and gives "".
func CleanName(s string) string {
	s = cleanLine(s, MaxName)
	if !strings.ContainsFunc(s, seen) {
		return ""
	}
	return s
}

// cleanLine makes s one line of at most limit characters.
func cleanLine(s string, limit int) string {
	return cut(strings.Join(strings.Fields(shown(s)), " "), limit)
}

// cleanText makes s text of at most limit characters, with its line breaks.
func cleanText(s string, limit int) string { return cut(shown(s), limit) }

// shown brings line breaks to one form, composes accents and removes what does
// not show.
func shown(s string) string {
	return norm.NFC.String(strings.Map(dropHidden, breaks.Replace(s)))
}

func cut(s string, limit int) string {
	if utf8.RuneCountInString(s) > limit {
		s = string([]rune(s)[:limit])
	}
	return strings.TrimSpace(s)
}

// breaks are the ways in which a line can end (Unicode Standard Annex 14).
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ")

func dropHidden(r rune) rune {
	if r != '\n' && hidden(r) {
		return -1
	}
	return r
}

// hidden reports whether r breaks a line, or changes how the text around it is
// shown without being seen itself. The two joiners belong to the spelling of
// some languages, and to many emoji.
func hidden(r rune) bool {
	switch {
	case ' ' <= r && r <= '~': // most of all that is read
		return false
	case r == '\u200C' || r == '\u200D':
		return false
	}
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}

func seen(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) }
