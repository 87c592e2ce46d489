package plaintext

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestCharacters(t *testing.T) {
	tests := []struct {
		name                  string
		r                     rune
		deceptive, disruptive bool
	}{
		{"letter", 'å', false, false},
		{"other script", 'Ж', false, false},
		{"blank", ' ', false, false},
		{"blank that does not break", '\u00a0', false, false},
		{"accent by itself", '\u0301', false, false},
		{"emoji", '👩', false, false},
		{"joiner", joiner, false, false},
		{"non-joiner", nonJoiner, false, false},
		{"colour of an emoji", '\ufe0f', false, false},
		{"line break", '\n', true, true},
		{"NUL", 0, true, true},
		{"escape", '\x1b', true, true},
		{"delete", '\x7f', true, true},
		{"next line", '\u0085', true, true},
		{"line separator", '\u2028', true, true},
		{"paragraph separator", '\u2029', true, true},
		{"to the left", '\u202e', true, true},
		{"set apart", '\u2067', true, true},
		{"Arabic letter mark", '\u061c', true, true},
		{"byte order mark", '\ufeff', true, true},
		{"soft hyphen", '\u00ad', true, false},
		{"blank of no width", '\u200b', true, false},
		{"word joiner", '\u2060', true, false},
		{"tag", '\U000e0041', true, false},
		{"letter that shows nothing", '\u3164', true, false},
		{"grapheme joiner", '\u034f', true, false},
		{"private", '\ue000', true, false},
		{"what stands for a broken one", utf8.RuneError, true, false},
	}
	for _, test := range tests {
		if got := Deceptive(test.r); got != test.deceptive {
			t.Errorf("%s: deceptive %t, want %t", test.name, got, test.deceptive)
		}
		if got := Disruptive(test.r); got != test.disruptive {
			t.Errorf("%s: disruptive %t, want %t", test.name, got, test.disruptive)
		}
	}
}

// The letters that are not looked at closely are letters.
func TestLatinLettersAreNotDeceptive(t *testing.T) {
	for r := 'À'; r <= 'ɏ'; r++ {
		if Deceptive(r) || !unicode.In(r, unicode.L, unicode.Sm) {
			t.Errorf("%U is none", r)
		}
	}
}

// What may not stand in a note cannot come from outside either.
func TestDisruptiveIsDeceptive(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if Disruptive(r) && !Deceptive(r) {
			t.Errorf("%U is disruptive but not deceptive", r)
		}
	}
}

func TestFree(t *testing.T) {
	for _, test := range []struct {
		s, allowed string
		want       bool
	}{
		{"", "", true},
		{"Kari 👩\u200d💻", "", true},
		{"Kari\n", "", false},
		{"Kari\n", "\n", true},
		{"Kari\n\u202e", "\n", false},
		{"Kari\xff", "\xff", false},
	} {
		if got := Free(test.s, Deceptive, test.allowed); got != test.want {
			t.Errorf("Free(%q, %q) = %t", test.s, test.allowed, got)
		}
	}
}

func TestHonest(t *testing.T) {
	for s, want := range map[string]bool{
		"": true,
		"Nguyễn \u0e01\u0e34\u0e48 👩\u200d💻":        true,
		"a" + strings.Repeat("\u0301", mostMarks):   true,
		"a" + strings.Repeat("\u0301", mostMarks+1): false,
		"\u202egnp": false,
		"a\nb":      false,
	} {
		if got := Honest(s, ""); got != want {
			t.Errorf("Honest(%q) = %t", s, got)
		}
	}
}

func TestClean(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"ordinary", "Kari Nordmann", "Kari Nordmann"},
		{"allowed", "en\nto", "en\nto"},
		{"accent in two characters", "A\u030ase", "Åse"},
		{"turned around", "Kari\u202egnp\x00", "Karignp"},
		{"letter in pieces", "\u1100\u200b\u1161", "가"},
		{"not UTF-8", "Kari\xff", "Kari"},
		{"pile of accents", "x" + strings.Repeat("\u0301", 100) + "y", "x" + strings.Repeat("\u0301", mostMarks) + "y"},
	} {
		if got := Clean(test.in, "\n"); got != test.want {
			t.Errorf("%s: %q becomes %q, want %q", test.name, test.in, got, test.want)
		}
	}
}

// Whatever is cleaned is honest, and clean.
func FuzzClean(f *testing.F) {
	f.Add("A\u030ase\u202e\n\xff")
	f.Add("\u1100\u200b\u1161\ufeff")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s, "\n")
		if !Honest(got, "\n") || Clean(got, "\n") != got {
			t.Errorf("%q becomes %q, then %q", s, got, Clean(got, "\n"))
		}
	})
}

func TestVisible(t *testing.T) {
	for s, want := range map[string]bool{
		"Kari":               true,
		"陈":                  true,
		"7":                  true,
		"–":                  true,
		"👩\u200d💻":           true,
		"\u200d!":            true,
		"":                   false,
		" \u00a0\u3000\t\n":  false,
		"\u200c\u200d":       false,
		"\u0301\ufe0f":       false,
		"\u3164\u115f\uffa0": false,
		"\u2800":             false,
		"\u202e\ufeff\x00":   false,
		"\xff":               true, // reads as U+FFFD, which is seen
	} {
		if got := Visible(s); got != want {
			t.Errorf("Visible(%q) = %t", s, got)
		}
	}
}
