package paper

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

var about = About{
	Title: "Oversikt – Åse 👩‍💻", Author: `Å\(n)`, Language: "nb",
	Made: time.Date(2026, time.November, 23, 10, 30, 0, 999, time.FixedZone("CET", 3600)),
}

func begin(t *testing.T) *Paper {
	t.Helper()
	p, err := New(about)
	if err != nil {
		t.Fatal(err)
	}
	p.AddPage()
	p.SetType(Regular, 10, Ink)
	return p
}

func written(t *testing.T, p *Paper) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A document says when it was made in a time that is the same everywhere, and
// nothing of when and where it was written.
func TestDocumentsAreTheSameEachTime(t *testing.T) {
	first := written(t, begin(t))
	if !bytes.Equal(written(t, begin(t)), first) {
		t.Error("it differs from one time to the next")
	}
	for _, want := range []string{
		"/CreationDate (D:20261123093000)", "/ModDate (D:20261123093000)", "/Lang (nb)",
		"/Title (" + escaped.Replace(utf16(about.Title)) + ")", "/Author (" + escaped.Replace(utf16(about.Author)) + ")",
	} {
		if !bytes.Contains(first, []byte(want)) {
			t.Errorf("it does not say %q", want)
		}
	}
}

// escaped writes a text as it stands between parentheses in a PDF.
var escaped = strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`, "\r", `\r`)

func TestUTF16(t *testing.T) {
	for s, want := range map[string]string{
		"":  "\xfe\xff",
		"å": "\xfe\xff\x00\xe5",
		"🙂": "\xfe\xff\xd8\x3d\xde\x42",
	} {
		if got := utf16(s); got != want {
			t.Errorf("%q is written %q, want %q", s, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	p := begin(t)
	whole := "Fjord og Bygg AS"
	for _, test := range []struct {
		width float64
		want  string
	}{
		{p.GetStringWidth(whole), whole},
		{p.GetStringWidth(whole) - 0.1, "Fjord og Bygg…"},
		{p.GetStringWidth("Fjord …"), "Fjord…"},
		{0, "…"},
	} {
		if got := p.Shorten(whole, test.width); got != test.want {
			t.Errorf("in %.2f mm there is room for %q, want %q", test.width, got, test.want)
		}
	}
	if got := p.Shorten("", 0); got != "" {
		t.Errorf("nothing becomes %q", got)
	}
	if got := p.Beginning("Fjord", 100); got != "Fjord…" {
		t.Errorf("what is followed by more becomes %q", got)
	}
}
