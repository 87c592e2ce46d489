package remote

import (
	"fmt"
	"slices"
	"testing"
)

func TestCleanName(t *testing.T) {
	for name, want := range map[string]string{
		"Jobb":                 "Jobb",
		" Jobb\r\n og\tprivat": "Jobb og privat",
		"a\u202eb\x00c\x1b[1m": "abc[1m",
		"\xff\xfe":             "",
		"Møter 📅":              "Møter 📅",
		repeat("å", 101):       repeat("å", 100),
	} {
		if got := cleanName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func TestCleanColour(t *testing.T) {
	for colour, want := range map[string]string{
		"#0082C9": "#0082c9", " #0082C9FF\n": "#0082c9", "": "", "red": "", "#fff": "", "0082C9": "",
	} {
		if got := cleanColour(colour); got != want {
			t.Errorf("%q becomes %q, want %q", colour, got, want)
		}
	}
}

func TestEmails(t *testing.T) {
	got := emails([]string{
		"mailto:Kari@Firma.no", " MAILTO:kari.nordmann@firma.no\n", "mailto:kari%40firma.no", "/principals/kari/",
		"urn:uuid:1", "mailto:", "mailto:%zz", "mailto:Kari <k@firma.no>", "mailto:a@b.no,c@d.no", "",
	}, "kari@sky.no")
	if want := []string{"kari@firma.no", "kari.nordmann@firma.no", "kari@sky.no"}; !slices.Equal(got, want) {
		t.Errorf("emails gives %q, want %q", got, want)
	}
	if got := emails(nil, "kari"); got != nil {
		t.Errorf("a user name is taken for %q", got)
	}
	var many []string
	for i := range 1000 {
		many = append(many, fmt.Sprintf("mailto:%d@firma.no", i))
	}
	if got := emails(many, ""); len(got) != maxEmails {
		t.Errorf("%d addresses", len(got))
	}
}
