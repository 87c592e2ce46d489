package plaintext

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean makes s [Honest]: it composes accents, drops deceptive characters but
// for those in allowed, and accents beyond the most that one character may have.
// Cleaning twice changes nothing more.
func Clean(s, allowed string) string {
	drop := func(r rune) rune {
		if Deceptive(r) && !strings.ContainsRune(allowed, r) {
			return -1
		}
		return r
	}
	// Once more afterwards: where accents pile up, package norm parts them by
	// characters that nobody sees (Unicode Standard Annex 15, section 13).
	return unpiled(strings.Map(drop, norm.NFC.String(strings.Map(drop, s))))
}

// mostMarks is how many marks one character may have. Vietnamese has two,
// Tibetan and pointed Hebrew have more.
const mostMarks = 8

// firstMark is the first of all marks; nearly all that is read comes before.
const firstMark = '\u0300'

// unpiled drops what is above mostMarks.
func unpiled(s string) string {
	marks := 0
	return strings.Map(func(r rune) rune {
		if r < firstMark || !unicode.Is(unicode.M, r) {
			marks = 0
			return r
		}
		if marks++; marks > mostMarks {
			return -1
		}
		return r
	}, s)
}
