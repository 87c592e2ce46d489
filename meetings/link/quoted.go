package link

import (
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// isQuotedPrintable tells whether a text is quoted-printable that nobody has
// decoded (RFC 2045, 6.7). An address has equals signs with hexadecimal digits
// behind them, too; so every one in the text must stand for a byte that needs
// to be quoted, and one at least for a line break or for itself.
func isQuotedPrintable(text string) bool {
	count, sure := 0, false
	for i := 0; ; i++ {
		next := strings.IndexByte(text[i:], '=')
		if next < 0 {
			return count >= 2 && sure
		}
		i += next
		switch {
		case softBreak(text, i) > 0:
			sure = true
		case !mustQuote(text, i):
			return false
		case text[i+1:i+3] == "3D":
			sure = true
		}
		count++
	}
}

// softBreak returns the length of the soft line break at i, 0 if there is none.
func softBreak(text string, i int) int {
	for _, s := range []string{"=\n", "=\r\n", "= \n", "= \r\n"} {
		if strings.HasPrefix(text[i:], s) {
			return len(s)
		}
	}
	return 0
}

// mustQuote tells whether at i stands what is quoted for a byte that must be:
// white space at the end of a line, the equals sign, or what is not ASCII.
func mustQuote(text string, i int) bool {
	c, ok := quotedByte(text, i)
	return ok && (c >= utf8.RuneSelf || strings.IndexByte("= \t\r\n", c) >= 0)
}

// quotedByte returns the byte that the three characters at i stand for; false
// if they stand for none.
func quotedByte(text string, i int) (byte, bool) {
	if i+3 > len(text) {
		return 0, false
	}
	var c [1]byte
	digits := text[i+1 : i+3]
	_, err := hex.Decode(c[:], []byte(digits))
	return c[0], err == nil && digits == strings.ToUpper(digits)
}

// decodeQuotedPrintable undoes the encoding of a text that is in it.
func decodeQuotedPrintable(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); i++ {
		if text[i] != '=' {
			b.WriteByte(text[i])
		} else if n := softBreak(text, i); n > 0 {
			i += n - 1
		} else {
			c, _ := quotedByte(text, i)
			b.WriteByte(c)
			i += 2
		}
	}
	return b.String()
}
