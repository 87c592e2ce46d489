package plaintext

import (
	"slices"
	"strings"
	"unicode"
)

// lookalikes are the scripts with many letters that look the same as those of
// another of them.
var lookalikes = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee}

// Mixed reports whether a word of s has letters of several scripts that look
// alike, as "Bаnk" has with a Cyrillic а. No language writes so; who does wants
// to be taken for somebody else (Unicode Technical Standard 39, section 5).
func Mixed(s string) bool {
	between := func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) }
	return slices.ContainsFunc(strings.FieldsFunc(s, between), mixed)
}

func mixed(word string) bool {
	scripts := 0
	for _, script := range lookalikes {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(script, r) }) {
			scripts++
		}
	}
	return scripts > 1
}
