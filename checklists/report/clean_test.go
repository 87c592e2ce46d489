package report

import (
	"strings"
	"testing"
)

func TestCleanName(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"ordinary", "Kari Nordmann", "Kari Nordmann"},
		{"blanks", "\t Kari \n\u00a0Nordmann ", "Kari Nordmann"},
		{"accent in two characters", "A\u030ase", "Åse"},
		{"turned around", "Kari\u202egnp.exe", "Karignp.exe"},
		{"invisible", "Ka\u200bri\ufeff \u2060Nordmann\x00", "Kari Nordmann"},
		{"blank beside what is invisible", "Kari \u200b Nordmann", "Kari Nordmann"},
		{"broken UTF-8", "Kari\xff", "Kari"},
		{"other scripts", "Іван Петренко สมชาย", "Іван Петренко สมชาย"},
		{"emoji", "Kari 👩‍💻", "Kari 👩‍💻"},
		{"too long", strings.Repeat("å", 101), strings.Repeat("å", 100)},
		{"nothing", " \u200b\u202e\ufeff\n", ""},
		{"only a joiner", "\u200d", ""},
		{"only an accent", "\u0301", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := CleanName(test.in); got != test.want {
				t.Errorf("CleanName(%q) = %q, want %q", test.in, got, test.want)
			}
		})
	}
}

func TestCleanText(t *testing.T) {
	if got, want := cleanText("en\r\nto\rtre\u2028fire\u0085fem\tseks\n", 100), "en\nto\ntre\nfire\nfem seks"; got != want {
		t.Errorf("cleanText = %q, want %q", got, want)
	}
	if got := cleanText("fire ord og til", 9); got != "fire ord" {
		t.Errorf("cut to 9 characters: %q", got)
	}
}

// FuzzClean shows that whatever is written can be read back, and that cleaning
// twice changes nothing more.
func FuzzClean(f *testing.F) {
	f.Add("Kari Nordmann")
	f.Add("=cmd|' /C calc'!A0")
	f.Add("Kari\u202e\r\n\u2028 \u200b\xff")
	f.Add(strings.Repeat("a\u030a", 150))
	f.Add("\u1100\u200b\u1161")
	f.Fuzz(func(t *testing.T, s string) {
		name := CleanName(s)
		if again := CleanName(name); again != name {
			t.Errorf("%q becomes %q, and that %q", s, name, again)
		}
		if !validLine(name, MaxName) {
			t.Errorf("%q becomes %q, which is refused", s, name)
		}
		if text := cleanText(s, MaxTitle); !validText(text, MaxTitle) || cleanText(text, MaxTitle) != text {
			t.Errorf("%q becomes %q, which is refused or changes again", s, text)
		}
	})
}
