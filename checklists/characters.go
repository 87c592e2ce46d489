package checklists

import (
	"unicode"
	"unicode/utf8"

	"hjemmekontor/checklists/internal/plaintext"
)

// validKey reports whether s is one line of text of 1 to most bytes.
func validKey(s string, most int) bool {
	return s != "" && len(s) <= most && plaintext.Free(s, unicode.IsControl, "")
}

// validText reports whether s is text of at most so many characters that shows
// itself as it is, where some control characters may be allowed.
func validText(s string, most int, allowed string) bool {
	return utf8.RuneCountInString(s) <= most && plaintext.Free(s, plaintext.Disruptive, allowed)
}
