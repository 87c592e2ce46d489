// Package plaintext tells text that shows itself as it is from text that does
// not. Whatever comes from outside is shown to somebody in the end, on a screen,
// on paper or in another program, and must not look like something else there.
//
//	name = plaintext.Clean(typed, "")
//	plaintext.Honest(name, "") && plaintext.Visible(name)
package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The joiners of no width shape letters in some scripts, and hold together the
// parts of an emoji.
const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

// Deceptive reports whether r breaks a line, changes how the text around it is
// shown without being seen itself, or means something to a single program only.
// Nothing from outside holds such a character. The two joiners are let through.
func Deceptive(r rune) bool {
	switch {
	case ' ' <= r && r <= '~', 'À' <= r && r <= 'ɏ': // the Latin letters: nearly all there is
		return false
	case r == nonJoiner, r == joiner:
		return false
	}
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co,
		unicode.Other_Default_Ignorable_Code_Point)
}

// Disruptive reports whether r breaks a line, turns the direction of the text
// around it, or marks the beginning of a file. It is what even a text that its
// reader has written must not hold: less than [Deceptive], since soft hyphens
// and the like come along from web pages.
func Disruptive(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp) || r == '\ufeff'
}

// Honest reports whether s is UTF-8 that holds no deceptive character but for
// those in allowed, and no character under more accents than any language has:
// a pile of them covers the lines above and below.
func Honest(s, allowed string) bool { return Free(s, Deceptive, allowed) && unpiled(s) == s }

// Free reports whether s is UTF-8 without any character that is refused, but for
// those in allowed.
func Free(s string, refused func(rune) bool, allowed string) bool {
	return utf8.ValidString(s) &&
		!strings.ContainsFunc(s, func(r rune) bool { return refused(r) && !strings.ContainsRune(allowed, r) })
}

// Visible reports whether there is anything to see in s: a letter, a digit or a
// sign, where accents, blanks and joiners alone are nothing.
func Visible(s string) bool { return strings.ContainsFunc(s, visible) }

func visible(r rune) bool {
	return unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) && r != brailleBlank &&
		!unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}

// brailleBlank is a sign without dots.
const brailleBlank = '\u2800'
