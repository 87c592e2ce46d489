package locales

import (
	"errors"
	"fmt"
	"testing"
)

func Example() {
	texts, err := Load(Norwegian)
	if err != nil {
		panic(err)
	}
	fmt.Println(texts.Text("page.home"))
	fmt.Println(texts.Text("call.lasted", Data{"Time": "02:13"}))
	fmt.Println(texts.Count("checklist.left", 1))
	fmt.Println(texts.Count("checklist.left", 3))
	// Output:
	// Hjem
	// Dere snakket i 02:13.
	// 1 punkt igjen
	// 3 punkter igjen
}

// load reads the texts of a language.
func load(t *testing.T, l Language) *Texts {
	t.Helper()
	texts, err := Load(l)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func TestLoad(t *testing.T) {
	for _, l := range Languages() {
		if got := load(t, l).Language(); got != l {
			t.Errorf("loading %q gives %q", l, got)
		}
	}
	for _, l := range []Language{"", "nn", "de", "../nb"} {
		if texts, err := Load(l); !errors.Is(err, ErrUnknownLanguage) || texts != nil {
			t.Errorf("Load(%q) = %v, %v", l, texts, err)
		}
	}
}

func TestParse(t *testing.T) {
	tests := []struct {
		s    string
		want Language // "" for unknown
	}{
		{"nb", Norwegian}, {"en", English}, {"NB", Norwegian}, {"En", English},
		{"", ""}, {"no", ""}, {"en-GB", ""}, {" nb", ""},
	}
	for _, tt := range tests {
		got, err := Parse(tt.s)
		if got != tt.want || errors.Is(err, ErrUnknownLanguage) != (tt.want == "") {
			t.Errorf("Parse(%q) = %q, %v", tt.s, got, err)
		}
	}
}

func TestText(t *testing.T) {
	nb, en := load(t, Norwegian), load(t, English)
	if nb.Text("page.contacts") != "Kontakter" || en.Text("page.contacts") != "Contacts" {
		t.Errorf("the page is called %q and %q", nb.Text("page.contacts"), en.Text("page.contacts"))
	}
	if got := nb.Text("call.talking", Data{"Name": "Kari"}, Data{"Time": "02:13"}); got != "Kari · 02:13" {
		t.Errorf("two sets of data give %q", got)
	}
	// What others write is text, and never becomes part of the template.
	if got := nb.Text("call.talking", Data{"Name": "{{.Time}}<b>", "Time": "1"}); got != "{{.Time}}<b> · 1" {
		t.Errorf("a name with braces gives %q", got)
	}
	if got := nb.Text("no.such.key"); got != "no.such.key" || nb.Has("no.such.key") {
		t.Errorf("a key that does not exist gives %q", got)
	}
	if !nb.Has("checklist.left") || !nb.Has("page.home") {
		t.Error("keys that exist are said not to")
	}
}

func TestCount(t *testing.T) {
	tests := []struct {
		n      int
		nb, en string
	}{
		{0, "0 punkter igjen", "0 items left"},
		{1, "1 punkt igjen", "1 item left"},
		{2, "2 punkter igjen", "2 items left"},
		{21, "21 punkter igjen", "21 items left"},
	}
	nb, en := load(t, Norwegian), load(t, English)
	for _, tt := range tests {
		if got := nb.Count("checklist.left", tt.n); got != tt.nb {
			t.Errorf("%d is %q, want %q", tt.n, got, tt.nb)
		}
		if got := en.Count("checklist.left", tt.n); got != tt.en {
			t.Errorf("%d is %q, want %q", tt.n, got, tt.en)
		}
	}
}
