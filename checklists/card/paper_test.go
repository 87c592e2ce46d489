package card

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// papers is what is printed.
var papers = map[string]func(io.Writer, Card, *locales.Texts) error{"A4": WriteA4, "wallet": WriteWallet}

// A file that has been saved twice is the same file.
func TestPapersAreTheSameEachTime(t *testing.T) {
	texts := load(t, locales.Norwegian)
	c := New(texts, source(t, staff(3)...))
	for name, paper := range papers {
		if !bytes.Equal(write(t, paper, c, texts), write(t, paper, c, texts)) {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
}

func TestPapersOfNothing(t *testing.T) {
	texts := load(t, locales.English)
	for name, paper := range papers {
		if got := write(t, paper, Card{}, texts); !bytes.HasPrefix(got, []byte("%PDF-")) {
			t.Errorf("%s of an empty card begins with %.8q", name, got)
		}
	}
}

func TestPapersTellOfAFullDisk(t *testing.T) {
	texts := load(t, locales.Norwegian)
	full := errors.New("disk full")
	for name, paper := range papers {
		if err := paper(brokenWriter{full}, New(texts, source(t)), texts); !errors.Is(err, full) {
			t.Errorf("%s: error %v, want %v", name, err, full)
		}
	}
}

// A code that cannot be drawn is told of, rather than left out of a page that
// looks whole.
func TestPapersOfAWrongLink(t *testing.T) {
	texts := load(t, locales.Norwegian)
	c := Card{Contacts: []Entry{{Name: "Kari", Phone: "22 00 00 00", TelURL: "https://firma.no"}}}
	for name, paper := range papers {
		if err := paper(io.Discard, c, texts); !errors.Is(err, ErrNoNumber) {
			t.Errorf("%s: error %v, want %v", name, err, ErrNoNumber)
		}
	}
}

// Whatever stands in an organisation file, there is a page of it, and a small
// one.
func FuzzPapers(f *testing.F) {
	texts := load(f, locales.Norwegian)
	f.Fuzz(func(t *testing.T, company, name, when, routine string) {
		from := source(t, organisation.Contact{Role: organisation.ITSupport, Name: name, Phone: "22 00 00 00", Email: name, When: when},
			organisation.Contact{Role: organisation.Other, Task: when, Email: name})
		from.Company = company
		from.Routines = map[string]organisation.Text{
			organisation.RoutineGeneral: {NB: routine}, "ransom-note": {NB: routine},
		}
		c := New(texts, from)
		for name, paper := range papers {
			if size := len(write(t, paper, c, texts)); size > 1<<20 {
				t.Errorf("%s has %d bytes", name, size)
			}
		}
	})
}

// Figures for docs: the worst a card can be, and what most have.
func BenchmarkWriteA4(b *testing.B) {
	texts := load(b, locales.Norwegian)
	for name, contacts := range map[string][]organisation.Contact{
		"2 contacts":        staff(2),
		"20 wordy contacts": wordy(staff(organisation.MaxContacts)),
	} {
		c := New(texts, source(b, contacts...))
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				if err := WriteA4(io.Discard, c, texts); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
