package link

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// addressEnd returns where the address that begins at start ends in the text:
// at white space, at what no address holds, or at what HTML has for it. It
// looks no further than one byte over MaxAddress.
func addressEnd(text string, start int) int {
	limit := min(len(text), start+MaxAddress+1)
	for i := start; i < limit; i++ {
		switch c := text[i]; {
		case c <= ' ', c == 0x7f, c == '"', c == '<', c == '>', c == '`', c == '\\', c == '|', c == '^':
			return i
		case c == '&' && isQuotingEntity(text[i:limit]):
			return i
		case (c == ',' || c == ';') && strings.HasPrefix(text[i+1:limit], "http"):
			return i
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				return i
			}
			i += size - 1
		}
	}
	return limit
}

// isQuotingEntity tells whether HTML that was escaped once too often goes on
// with a sign that ends an address.
func isQuotingEntity(s string) bool {
	for _, entity := range []string{"&quot;", "&lt;", "&gt;", "&nbsp;", "&#34;", "&#39;", "&apos;", "&#160;"} {
		if strings.HasPrefix(s, entity) {
			return true
		}
	}
	return false
}

// sticking is punctuation of the surrounding text at the end of an address,
// some of it percent-encoded by mail programs.
var sticking = []string{".", ",", ";", ":", "!", "?", "'", "*", "]", "}", "{", "[", "(", "&", "%3E", "%3e", "%3C", "%3c", "%22", "%C2%BB", "%c2%bb", "%E2%80%9D"}

// trim takes off the punctuation that sticks to an address, and undoes "&amp;".
func trim(raw string) string {
	for trimmed := ""; trimmed != raw; {
		trimmed = raw
		for _, s := range sticking {
			raw = strings.TrimSuffix(raw, s)
		}
		if strings.HasSuffix(raw, ")") && strings.Count(raw, ")") > strings.Count(raw, "(") {
			raw = raw[:len(raw)-1]
		}
	}
	return strings.ReplaceAll(raw, "&amp;", "&")
}

// nested tells whether the address at start is a parameter of another that is
// written without its scheme: evil.com/?u=https://…
func nested(text string, start int) bool {
	if start == 0 || text[start-1] != '=' {
		return false
	}
	before := text[max(0, start-labelsBefore):start]
	word := before[strings.LastIndexAny(before, " \t\r\n<>\"")+1:]
	return strings.ContainsRune(word, '?')
}
