package call

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName is the longest name shown, in runes.
const maxName = 60

// Participant is somebody in a call.
type Participant struct {
	// ID tells participants of one call apart. It says nothing about a person.
	ID string
	// Name is what the person calls themselves. It proves nothing.
	Name string
}

// CleanName makes a name from outside fit to be shown: without control
// characters and characters that reorder text, white space folded, at most 60
// runes. It may be empty.
func CleanName(name string) string {
	if len(name) > maxName*utf8.UTFMax*4 {
		name = name[:maxName*utf8.UTFMax*4]
	}
	var b strings.Builder
	runes, space := 0, false
	for _, r := range name {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case r == utf8.RuneError, unicode.IsControl(r), invisible(r):
			continue
		}
		if space {
			if runes+2 > maxName {
				break
			}
			b.WriteByte(' ')
			runes++
			space = false
		}
		if runes == maxName {
			break
		}
		b.WriteRune(r)
		runes++
	}
	return b.String()
}

// invisible tells whether a character shows nothing but changes how its
// neighbours look: direction marks and overrides, joiners, fillers (Unicode
// categories Cf, Co, Cs, and the default-ignorable ones).
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Co, unicode.Cs, unicode.Other_Default_Ignorable_Code_Point,
		unicode.Variation_Selector)
}
