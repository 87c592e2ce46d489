package card

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/emersion/go-vcard"
)

func TestWriteVCard(t *testing.T) {
	var b bytes.Buffer
	err := WriteVCard(&b, "Fjordbygg AS", []Entry{
		{Label: "Sikkerhetsansvarlig", Name: "Kari Nordmann", Phone: "22 00 00 00", Email: "kari@fjordbygg.no",
			Hours: "Hverdager 8–16", When: "Når noe er galt, eller rart.", TelURL: "tel:+4722000000"},
		{Label: "IKT-støtte", Phone: "02800", TelURL: "tel:02800"},
		{Label: "Vakt"},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(`BEGIN:VCARD
VERSION:3.0
EMAIL;TYPE=work;TYPE=internet:kari@fjordbygg.no
FN:Kari Nordmann
N:Nordmann;Kari;;;
NOTE;CHARSET=UTF-8:Hverdager 8–16\nNår noe er galt\, eller rart.
ORG:Fjordbygg AS
TEL;TYPE=work;TYPE=voice:+4722000000
TITLE:Sikkerhetsansvarlig
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN;CHARSET=UTF-8:IKT-støtte\, Fjordbygg AS
N;CHARSET=UTF-8:IKT-støtte;;;;
ORG:Fjordbygg AS
TEL;TYPE=work;TYPE=voice:02800
TITLE;CHARSET=UTF-8:IKT-støtte
END:VCARD
`, "\n", "\r\n")
	if b.String() != want {
		t.Errorf("wrote\n%s\nwant\n%s", b.String(), want)
	}
}

// What is entered stays inside its field.
func TestVCardOfHostileNames(t *testing.T) {
	tests := []struct{ name, full, structured string }{
		{"Kari\r\nEND:VCARD\r\nBEGIN:VCARD", `Kari END:VCARD BEGIN:VCARD`, `BEGIN:VCARD;Kari END:VCARD;;;`},
		{"Nordmann; Kari", `Nordmann\; Kari`, `Kari;Nordmann\;;;;`},
		{"Nordmann, Kari", `Nordmann\, Kari`, `Kari;Nordmann\,;;;`},
		{`Ka\ri\n`, `Ka\\ri\\n`, `Ka\\ri\\n;;;;`},
		{"\uE000\u202e\x00Kari\xff", `Kari`, `Kari;;;;`},
		{";", `\;`, `\;;;;;`},
	}
	for _, tt := range tests {
		var b bytes.Buffer
		if err := WriteVCard(&b, "", []Entry{{Name: tt.name, Phone: "112"}}); err != nil {
			t.Fatal(err)
		}
		for _, line := range []string{"\r\nFN:" + tt.full + "\r\n", "\r\nN:" + tt.structured + "\r\n"} {
			if !strings.Contains(b.String(), line) {
				t.Errorf("%q gives\n%s\nwithout %q", tt.name, b.String(), line)
			}
		}
	}
}

func TestVCardTellsOfAFullDisk(t *testing.T) {
	full := errors.New("disk full")
	if err := WriteVCard(brokenWriter{full}, "", []Entry{{Phone: "112"}}); !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

// Whatever is entered, a file holds as many entries as were given, each with
// the same fields, and every line ends as it should.
func FuzzWriteVCard(f *testing.F) {
	f.Fuzz(func(t *testing.T, company, name, email, when string) {
		entries := []Entry{{Name: name, Email: email, When: when, Phone: "112"}, {Label: name, Phone: "02800", Hours: when}}
		var b bytes.Buffer
		if err := WriteVCard(&b, company, entries); err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(b.String(), "\n"); lines != strings.Count(b.String(), "\r\n") || lines != strings.Count(b.String(), "\r") {
			t.Fatalf("a line ends wrongly in %q", b.String())
		}
		decoder := vcard.NewDecoder(&b)
		for range entries {
			card, err := decoder.Decode()
			if err != nil {
				t.Fatal(err)
			}
			for key, fields := range card {
				if len(fields) != 1 || !strings.Contains("VERSION FN N ORG TITLE TEL EMAIL NOTE", key) {
					t.Errorf("%s is there %d times", key, len(fields))
				}
			}
		}
		if card, err := decoder.Decode(); !errors.Is(err, io.EOF) {
			t.Errorf("one entry too many: %v, %v", card, err)
		}
	})
}
