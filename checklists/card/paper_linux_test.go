package card

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// The poster holds every contact whole, on as few pages as can be read, and a
// phone's camera reads each code as it is printed.
func TestWriteA4(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Gjør dette. ", 300))
	own := map[string]organisation.Text{
		organisation.RoutineGeneral: {NB: "Ring vakta.\nSi fra til Ola.", EN: "Call Ola."},
		"ransom-note":               {NB: "Trekk ut alle kablene."},
		"machine-lost":              {NB: long},
		"wrong-recipient":           {NB: strings.Repeat("Gjør dette.\n", 300)},
	}
	// Layouts are tried in Norwegian, and then some of them with English words.
	both := locales.Languages()
	norwegian := []locales.Language{locales.Norwegian}
	tests := []struct {
		name      string
		languages []locales.Language
		contacts  []organisation.Contact
		routines  map[string]organisation.Text
		pages     int
	}{
		{"nobody", both, nil, nil, 1},
		{"one", norwegian, staff(1), nil, 1},
		{"two", both, staff(2), nil, 1},
		{"two wordy ones", norwegian, wordy(staff(2)), nil, 1},
		{"three", norwegian, staff(3), nil, 1},
		{"four", norwegian, staff(4), nil, 1},
		{"four and long routines", both, staff(4), own, 1},
		{"nine and long routines", norwegian, staff(9), own, 2},
		{"twenty", norwegian, staff(20), nil, 2},
		{"twenty wordy ones", both, wordy(staff(20)), own, 2},
	}
	for _, tt := range tests {
		for _, l := range tt.languages {
			texts := load(t, l)
			t.Run(string(l)+" "+tt.name, func(t *testing.T) {
				from := source(t, tt.contacts...)
				from.Routines = tt.routines
				c := New(texts, from)
				file := save(t, write(t, WriteA4, c, texts))
				checkPages(t, file, tt.pages)
				checkWords(t, text(t, file), slices.Concat(c.Contacts, c.Public))
				checkCodes(t, file, slices.Concat(c.Contacts, c.Public), 1)
			})
		}
	}
}

// Two contacts are what most companies have: all steps of all routines stand
// on the one page.
func TestA4HasAllSteps(t *testing.T) {
	for _, l := range locales.Languages() {
		texts := load(t, l)
		c := New(texts, source(t, staff(2)...))
		got := text(t, save(t, write(t, WriteA4, c, texts)))
		for _, r := range c.Routines {
			for _, step := range append(r.Steps, r.Title) {
				if !strings.Contains(got, squeezed(step)) {
					t.Errorf("%s: %q is missing", l, step)
				}
			}
		}
		if strings.Contains(got, squeezed(texts.Text("card.more"))) {
			t.Errorf("%s: says that there are more steps", l)
		}
	}
}

// Contacts as long as they may be take more pages, but lose nothing.
func TestA4CutsNoContact(t *testing.T) {
	texts := load(t, locales.Norwegian)
	contacts := staff(organisation.MaxContacts)
	for i := range contacts {
		c := &contacts[i]
		c.Name = strings.Repeat("Navn Navnesen ", 7)[:organisation.MaxName-2]
		c.Hours = strings.Repeat("døgnet rundt ", 7)
		c.Email = strings.Repeat("etternavn.", 6) + "a@" + strings.Repeat("avdeling.", 20) + "no"
		c.When = strings.Repeat("når du lurer ", 15)
		if c.Role == organisation.Other {
			c.Task = strings.Repeat("oppgave ", 12)
		}
	}
	c := New(texts, source(t, contacts...))
	file := save(t, write(t, WriteA4, c, texts))
	checkWords(t, text(t, file), slices.Concat(c.Contacts, c.Public))
	checkCodes(t, file, slices.Concat(c.Contacts, c.Public), 1)
}

// Where steps are left out, the page says so.
func TestA4TellsOfMoreSteps(t *testing.T) {
	texts := load(t, locales.Norwegian)
	from := source(t, staff(2)...)
	from.Routines = map[string]organisation.Text{"ransom-note": {NB: strings.Repeat("Gjør dette.\n", 100) + "Til slutt."}}
	got := text(t, save(t, write(t, WriteA4, New(texts, from), texts)))
	if !strings.Contains(got, squeezed(texts.Text("card.more"))) {
		t.Error("nothing tells of the steps that are left out")
	}
}

// The sheet holds four cards; the two most important contacts can be dialled
// from each.
func TestWriteWallet(t *testing.T) {
	for _, l := range locales.Languages() {
		texts := load(t, l)
		for _, contacts := range [][]organisation.Contact{nil, staff(1), staff(2), staff(4), wordy(staff(20))} {
			t.Run(fmt.Sprint(l, len(contacts)), func(t *testing.T) {
				c := New(texts, source(t, contacts...))
				file := save(t, write(t, WriteWallet, c, texts))
				checkPages(t, file, 1)
				checkCodes(t, file, c.Contacts[:2], walletCopies)
				want := []string{c.Company, c.Public[0].Phone}
				for _, e := range c.Contacts[:min(4, len(c.Contacts))] {
					want = append(want, e.Label, e.Phone)
				}
				for _, r := range c.Routines {
					want = append(want, r.Title, r.Short)
				}
				got := text(t, file)
				for _, words := range want {
					if strings.Count(got, squeezed(words)) < walletCopies {
						t.Errorf("%q is not whole on every card", words)
					}
				}
			})
		}
	}
}

// A blank entry has no code, and one of an address only has the address where
// the number would be.
func TestPapersWithoutNumbers(t *testing.T) {
	texts := load(t, locales.Norwegian)
	c := New(texts, Source{Contacts: []organisation.Contact{{Role: organisation.ITSupport, Email: "hjelp@fjordbygg.no"}}})
	for name, paper := range papers {
		file := save(t, write(t, paper, c, texts))
		if !strings.Contains(text(t, file), "hjelp@fjordbygg.no") {
			t.Errorf("%s lacks the address", name)
		}
		checkCodes(t, file, nil, 1)
	}
}

// The code on the screen is read too.
func TestQRIsRead(t *testing.T) {
	for _, link := range []string{"tel:112", "tel:02800", "tel:+4722000000", "tel:+123456789012345"} {
		picture, err := QR(link)
		if err != nil {
			t.Fatal(err)
		}
		if got := scan(t, savePicture(t, picture)); !slices.Equal(got, []string{link}) {
			t.Errorf("%s is read as %q", link, got)
		}
	}
}
