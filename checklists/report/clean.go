package report

import (
	"strings"
	"unicode/utf8"

	"hjemmekontor/checklists/internal/plaintext"
)

// CleanName brings a name to the form it has in a report: one line without
// stray blanks or hidden characters, of at most MaxName characters. What holds
// nothing that can be seen is no name, and gives "".
func CleanName(s string) string {
	s = cleanLine(s, MaxName)
	if !plaintext.Visible(s) {
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

// shown brings line breaks to one form and removes what is not seen.
func shown(s string) string { return plaintext.Clean(breaks.Replace(s), "\n") }

func cut(s string, limit int) string {
	if utf8.RuneCountInString(s) > limit {
		s = string([]rune(s)[:limit])
	}
	return strings.TrimSpace(s)
}

// breaks are the ways in which a line can end (Unicode Standard Annex 14).
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ")
