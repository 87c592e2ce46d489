package mailbox

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Bounds on what ParseCode takes for a code. The reference server's longest
// nameplate has six digits.
const (
	maxCodeInput  = 256 // bytes
	maxNameplate  = 9   // digits
	maxWordLength = 32  // runes
	codeParts     = 3
)

// Code is what one person says to the other: a number that finds the mailbox
// and two words that prove who may. The zero Code is none. A Code is a secret
// until it is used up; keep it out of logs.
type Code struct {
	nameplate string
	words     string // joined by "-"
}

// ParseCode reads a code as people type or paste it: any mix of spaces, dashes
// of every kind and upper case. It checks the form NUMBER-word-word only, since
// the words may come from any list. The error is [ErrMalformedCode].
func ParseCode(s string) (Code, error) {
	if len(s) > maxCodeInput {
		return Code{}, fmt.Errorf("%w: longer than %d bytes", ErrMalformedCode, maxCodeInput)
	}
	s = strings.ToLower(norm.NFKC.String(strings.Map(dropInvisible, s)))
	parts := strings.FieldsFunc(norm.NFKC.String(s), isSeparator)
	if len(parts) != codeParts {
		return Code{}, fmt.Errorf("%w: it must have a number and two words", ErrMalformedCode)
	}
	nameplate := strings.TrimLeft(parts[0], "0")
	if !isNameplate(nameplate) {
		return Code{}, fmt.Errorf("%w: it must begin with a number", ErrMalformedCode)
	}
	for _, word := range parts[1:] {
		if !isWord(word) {
			return Code{}, fmt.Errorf("%w: a word must be letters only", ErrMalformedCode)
		}
	}
	return Code{nameplate: nameplate, words: parts[1] + "-" + parts[2]}, nil
}

// String is the code as both sides must feed it to the key exchange, such as
// 7-fjord-brunost; empty for the zero Code.
func (c Code) String() string {
	if c.nameplate == "" {
		return ""
	}
	return c.nameplate + "-" + c.words
}

// Nameplate is the public part: the number by which the mailbox is found.
func (c Code) Nameplate() string { return c.nameplate }

// isSeparator tells the dashes, spaces and stops that people put between parts.
func isSeparator(r rune) bool {
	const minus = '\u2212' // a mathematical symbol to Unicode, a dash to everyone else
	return unicode.Is(unicode.Pd, r) || unicode.IsSpace(r) || r == minus || r == '_' || r == '.' || r == ','
}

// dropInvisible removes the formatting characters that web pages and mail
// programs leave in what is copied, such as soft hyphens and zero-width spaces.
func dropInvisible(r rune) rune {
	if unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

func isNameplate(s string) bool {
	if s == "" || len(s) > maxNameplate || s[0] == '0' {
		return false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

func isWord(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
		n++
	}
	return n > 0 && n <= maxWordLength
}
