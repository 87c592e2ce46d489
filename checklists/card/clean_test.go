package card

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	set := make(glyphs)
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
		if got := set.clean(tt.in); got != tt.want {
			t.Errorf("%s: %q becomes %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

// What the app says, and what Norwegian and Sámi names are written with, is in
// the typeface; fpdf could not draw what lies beyond the basic plane.
func TestPrintable(t *testing.T) {
	known := known(t)
	for _, r := range "abcæøåÆØÅéèêòôüöäÁáČčĐđŊŋŠšŦŧŽž0123456789+@.,:;!?()/&’«»–…·" {
		if !known[r] {
			t.Errorf("%c cannot be printed", r)
		}
	}
	for r := range known {
		if r > '\uFFFD' {
			t.Errorf("%U lies beyond the basic plane", r)
		}
	}
	if known['陈'] || known.clean("陈 Kari 🙂") != "? Kari ?" {
		t.Errorf("what is lacking becomes %q", known.clean("陈 Kari 🙂"))
	}
}

// Whatever is entered, what is printed is one line of characters that the
// typeface has, and cleaning it again changes nothing.
func FuzzClean(f *testing.F) {
	known := known(f)
	f.Fuzz(func(t *testing.T, s string) {
		got := known.clean(s)
		for _, r := range got {
			if !known[r] {
				t.Fatalf("%q becomes %q, where %U cannot be printed", s, got, r)
			}
		}
		if !utf8.ValidString(got) || strings.Contains(got, "  ") || known.clean(got) != got {
			t.Errorf("%q becomes %q, then %q", s, got, known.clean(got))
		}
	})
}

func known(t testing.TB) glyphs {
	t.Helper()
	g, err := printable()
	if err != nil {
		t.Fatal(err)
	}
	return g
}
