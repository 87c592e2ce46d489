package card

import (
	"strings"
	"testing"
	"unicode/utf8"

	"hjemmekontor/checklists/internal/paper"
)

func TestClean(t *testing.T) {
	set := make(paper.Glyphs)
	for _, r := range " abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?æøåÆØÅ«»–…-" {
		set[r] = true
	}
	tests := []struct{ name, in, want string }{
		{"Norwegian", "Åse Bjørnstad-Sæther «vakt» – 8–16 …", "Åse Bjørnstad-Sæther «vakt» – 8–16 …"},
		{"blanks", "  Kari\n\tNordmann\u00a0 ", "Kari Nordmann"},
		{"accent in two characters", "A\u030ase", "Åse"},
		{"accents that are lacking", "Nguye\u0302\u0303n", "Nguyen"},
		{"letters in one", "ﬁ ①", "fi 1"},
		{"emoji", "Kari 👩🏽‍💻❤️ Nordmann", "Kari ? Nordmann"},
		{"another script", "აიშე ali", "? ali"},
		{"question marks", "Hva??", "Hva??"},
		{"turned around", "Kari\u202egnp", "Karignp"},
		{"not seen", "a\u200b\u00ad\ufeffb\x00", "ab"},
		{"not UTF-8", "Kari\xff\xfe", "Kari?"},
		{"on the edge of the basic plane", "\uffff\U00010000", "?"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		if got := clean(set, tt.in); got != tt.want {
			t.Errorf("%s: %q becomes %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

// Whatever is entered, what is printed is one line of characters that the
// typeface has, and cleaning it again changes nothing.
func FuzzClean(f *testing.F) {
	glyphs, err := paper.Typeface()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := clean(glyphs, s)
		for _, r := range got {
			if !glyphs[r] {
				t.Fatalf("%q becomes %q, where %U cannot be printed", s, got, r)
			}
		}
		if !utf8.ValidString(got) || strings.Contains(got, "  ") || clean(glyphs, got) != got {
			t.Errorf("%q becomes %q, then %q", s, got, clean(glyphs, got))
		}
	})
}
