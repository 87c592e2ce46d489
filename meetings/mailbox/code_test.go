package mailbox

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParseCode(t *testing.T) {
	const want = "7-fjord-brunost"
	for _, s := range []string{
		"7-fjord-brunost",
		"  7-Fjord-BRUNOST\n",
		"7 fjord brunost",
		"7 - fjord - brunost",
		"7, fjord, brunost.",
		"7_fjord_brunost",
		"7–fjord—brunost",           // en and em dash
		"7‐fjord‑brunost",           // hyphen and non-breaking hyphen
		"7−fjord－brunost",           // minus and full-width dash
		"7\u00a0fjord\u2003brunost", // non-breaking and em space
		"7-fj\u00adord-bru\u200bnost",
		"\ufeff7-fjord-brunost",
		"７-ｆｊｏｒｄ-brunost",
		"007-fjord-brunost",
	} {
		code, err := ParseCode(s)
		if err != nil || code.String() != want || code.Nameplate() != "7" {
			t.Errorf("ParseCode(%q) = %q, %v, want %q", s, code, err, want)
		}
	}
	composed, _ := ParseCode("12-bl\u00e5b\u00e6r-\u00f8y")
	decomposed, err := ParseCode("12-bla\u030ab\u00e6r-\u00d8y")
	if err != nil || composed != decomposed {
		t.Errorf("%q and %q differ, %v", composed, decomposed, err)
	}
}

func TestParseCodeRefuses(t *testing.T) {
	for _, s := range []string{
		"", " ", "-", "--", "7", "7-fjord", "fjord-brunost", "fjord-brunost-7",
		"7-fjord-brunost-elg", "7--", "0-fjord-brunost", "x7-fjord-brunost",
		"1234567890-fjord-brunost", "٧-fjord-brunost", "7-fj0rd-brunost",
		"7-fjord-brun😀st", "7-fjord-\xff", "7/fjord/brunost", "-7-fjord-brunost x",
		"7-fjord-" + strings.Repeat("x", maxWordLength+1), strings.Repeat(" ", maxCodeInput) + "7-fjord-brunost",
	} {
		if code, err := ParseCode(s); !errors.Is(err, ErrMalformedCode) || code != (Code{}) {
			t.Errorf("ParseCode(%q) = %q, %v, want %v", s, code, err, ErrMalformedCode)
		}
	}
	if s := (Code{}).String(); s != "" {
		t.Errorf("no code is %q", s)
	}
}

func FuzzParseCode(f *testing.F) {
	for _, s := range []string{"7-fjord-brunost", " 12 – BLÅBÆR\u00a0øy", "7-fj\u00adord-brunost", "٧-a-b", "\xff", "1-ǆ-ﬁ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		code, err := ParseCode(s)
		if err != nil {
			if !errors.Is(err, ErrMalformedCode) {
				t.Errorf("error %v", err)
			}
			return
		}
		if !utf8.ValidString(code.String()) {
			t.Errorf("%q is not UTF-8", code)
		}
		if again, err := ParseCode(code.String()); err != nil || again != code {
			t.Errorf("%q parses as %q, %v", code, again, err)
		}
	})
}
