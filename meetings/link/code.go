package link

import (
	"fmt"
	"strings"
	"unicode"

	"hjemmekontor/meetings/mailbox"
)

// maxCode is the longest text in bytes that is taken for a code alone.
const maxCode = 100

// looksLikeCode tells whether somebody seems to have meant a code: one short
// line that begins with a number and goes on with words.
func looksLikeCode(text string) bool {
	text = strings.TrimSpace(text)
	if len(text) > maxCode || strings.ContainsAny(text, "\r\n:/") {
		return false
	}
	rest := []rune(strings.TrimLeft(text, "0123456789"))
	return len(rest) > 1 && string(rest) != text && !unicode.IsLetter(rest[0]) &&
		strings.ContainsFunc(string(rest), unicode.IsLetter)
}

// parseCode checks the form of a code and returns it as both sides spell it.
func parseCode(text string) (string, error) {
	code, err := mailbox.ParseCode(text)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return code.String(), nil
}
