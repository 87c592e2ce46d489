package checklists

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// validKey reports whether s is one line of text of 1 to most bytes.
func validKey(s string, most int) bool {
	return s != "" && len(s) <= most && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}

// validText reports whether s is text of at most so many characters that
// shows itself as it is: it holds no control character except those allowed,
// and none that changes the direction of what stands around it.
func validText(s string, most int, allowed string) bool {
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= most &&
		!strings.ContainsFunc(s, func(r rune) bool { return hidden(r) && !strings.ContainsRune(allowed, r) })
}

// hidden reports whether r breaks a line or changes how the text around it is
// shown without being seen itself.
func hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp) || r == '\uFEFF'
}
