package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// unescape reads a value of the type TEXT (RFC 5545, 3.3.11). A backslash in
// front of anything else is left out, as many programs put one there.
func unescape(s string) string {
	s = decode(s)
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		if s[i] == 'n' || s[i] == 'N' {
			b.WriteByte('\n')
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// decode returns s in UTF-8. What is something else is most likely from an old
// Windows program. A character cut in two by a limit is left out.
func decode(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	for cut := 1; cut < min(utf8.UTFMax, len(s)); cut++ {
		whole, rest := s[:len(s)-cut], s[len(s)-cut:]
		if utf8.RuneStart(rest[0]) && !utf8.FullRuneInString(rest) && utf8.ValidString(whole) {
			return whole
		}
	}
	decoded, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return strings.ToValidUTF8(s, "")
	}
	return decoded
}

// plain makes one line of a text: no control characters, none that turn the
// direction of writing, and at most maxTitle characters.
func plain(s string) string {
	var b strings.Builder
	n, space := 0, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = n > 0
			continue
		case !unicode.IsGraphic(r) && r != '\u200d', r == utf8.RuneError:
			continue
		}
		if n == maxTitle {
			b.WriteRune('…')
			break
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}
