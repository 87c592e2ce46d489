package contacts

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// fjord is a company that has named a security officer and a caretaker.
func fjord() *organisation.Organisation {
	return &organisation.Organisation{
		ID: "fjord", Version: 1, Name: "Fjord AS",
		Contacts: []organisation.Contact{
			{Role: organisation.Other, Task: "Vaktmester", Name: "Per", Phone: "900 00 000"},
			{Role: organisation.SecurityOfficer, Name: "Kari", Phone: "22 00 00 00", Email: "kari@fjord.no", When: "Ved svindel", Hours: "Hele døgnet"},
		},
		Routines: map[string]organisation.Text{
			organisation.RoutineGeneral: {NB: "Ring Kari først.\nIkke slett noe."},
			"machine-lost":              {NB: "Ring vakten.\nSi serienummeret."},
		},
	}
}

// cards is what is written on each card with a number, from the first.
func cards(s *Screen) []string {
	var written []string
	for _, o := range s.numbers.object.Objects {
		written = append(written, test.RenderObjectToMarkup(o))
	}
	return written
}

// checkCards fails unless there is a card for each wanted, with those words on
// it.
func checkCards(t *testing.T, s *Screen, wanted ...[]string) {
	t.Helper()
	written := cards(s)
	if len(written) != len(wanted) {
		t.Fatalf("there are %d cards, want %d", len(written), len(wanted))
	}
	for i, words := range wanted {
		for _, word := range words {
			if !strings.Contains(written[i], word) {
				t.Errorf("card %d does not say %q", i+1, word)
			}
		}
	}
}

func TestTheCompanysContactsComeFirst(t *testing.T) {
	nephew := organisation.Contact{Role: organisation.ITSupport, Name: "Nevøen", Phone: "988 77 665"}
	aunt := organisation.Contact{Role: organisation.SecurityOfficer, Name: "Tante", Phone: "911 22 333"}
	kari := []string{"Sikkerhetsansvarlig", "Fra Fjord AS", "Kari", "22 00 00 00", "Ved svindel", "Telefontid: Hele døgnet", "kari@fjord.no"}
	caretaker := []string{"Vaktmester", "Fra Fjord AS", "Per", "900 00 000"}
	missing := []string{"IKT-støtte", "Legg inn kontakt"}
	tests := []struct {
		name    string
		company *organisation.Organisation
		own     []organisation.Contact
		want    [][]string
	}{
		{"nobody", nil, nil, [][]string{{"Sikkerhetsansvarlig", "Legg inn kontakt"}, missing}},
		{"a company without contacts", &organisation.Organisation{Name: "Fjord AS"}, []organisation.Contact{nephew},
			[][]string{{"Sikkerhetsansvarlig", "Legg inn kontakt"}, {"Nevøen", "Lagt inn av deg"}}},
		{"one's own where the company names nobody", fjord(), []organisation.Contact{nephew},
			[][]string{kari, {"IKT-støtte", "Lagt inn av deg", "Nevøen", "988 77 665", "Endre"}, caretaker}},
		{"one's own beside the company's", fjord(), []organisation.Contact{aunt},
			[][]string{kari, {"Sikkerhetsansvarlig", "Lagt inn av deg", "Tante", "Endre"}, missing, caretaker}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _, _ := newScreen(t)
			s.Show(Model{Now: noon, Own: tt.own, Company: tt.company})
			checkCards(t, s, tt.want...)
		})
	}
}

func TestTheCompanysContactsAreReadOnly(t *testing.T) {
	s, _, _ := newScreen(t)
	s.Show(Model{Now: noon, Company: fjord()})
	for _, words := range []string{"Endre", "Legg inn"} {
		if strings.Contains(cards(s)[0], words) {
			t.Errorf("%q is offered for the company's contact", words)
		}
	}
}

func TestACompanyTakenAwayTakesItsContactsAlong(t *testing.T) {
	s, _, _ := newScreen(t)
	s.Show(Model{Now: noon, Company: fjord()})
	s.Show(Model{Now: noon})
	checkCards(t, s, []string{"Sikkerhetsansvarlig", "Legg inn kontakt"}, []string{"IKT-støtte", "Legg inn kontakt"})
}

// Somebody without a task is named where the task would stand, and a number
// that nothing can dial can be copied.
func TestOddContactsOfACompany(t *testing.T) {
	s, w, h := newScreen(t)
	s.Show(Model{Now: noon, Company: &organisation.Organisation{Name: "Fjord AS", Contacts: []organisation.Contact{
		{Role: organisation.Other, Name: "Ola", Phone: "1"},
	}}})
	written := cards(s)[2]
	if strings.Count(written, "Ola") != 1 {
		t.Errorf("Ola is named %d times", strings.Count(written, "Ola"))
	}
	if strings.Contains(written, "QR") {
		t.Error("a code is offered that dials nothing")
	}
	press(t, w, "Kopier")
	if !slices.Equal(h.asked, []string{"copy 1"}) {
		t.Errorf("asked for %q", h.asked)
	}
}

// The countdown shows the page anew every minute: what one is at stays.
func TestShowingTheSameLeavesEverythingInPlace(t *testing.T) {
	s, w, _ := newScreen(t)
	m := Model{Now: noon, Company: fjord(), Own: []organisation.Contact{{Role: organisation.ITSupport, Phone: "02800"}}}
	s.Show(m)
	press(t, w, "Vis QR-kode")
	press(t, w, "Vis QR-kode")
	w.Canvas().FocusNext()
	focused, before := w.Canvas().Focused(), test.RenderObjectToMarkup(s.page.Content)
	objects := slices.Clone(s.numbers.object.Objects)
	m.Company = fjord()
	s.Show(m)
	if focused == nil || w.Canvas().Focused() != focused || !slices.Equal(objects, s.numbers.object.Objects) {
		t.Error("the cards are built anew")
	}
	if test.RenderObjectToMarkup(s.page.Content) != before {
		t.Error("the page has changed")
	}
}

// What was begun before the company named somebody is not lost, and gives way
// when it is let go.
func TestADraftOutlivesTheCompanysFile(t *testing.T) {
	s, w, _ := newScreen(t)
	s.Show(own())
	s.numbers.own[organisation.SecurityOfficer].edit()
	write(t, w, "Tante")
	s.Show(Model{Now: noon, Company: fjord()})
	checkCards(t, s, []string{"Kari"}, []string{"Tante", "Lagre"}, []string{"IKT-støtte"}, []string{"Vaktmester"})
	if d := s.Drafts(); len(d) != 1 || d[0].Name != "Tante" {
		t.Errorf("the draft has become %+v", d)
	}
	press(t, w, "Avbryt")
	checkCards(t, s, []string{"Kari"}, []string{"IKT-støtte"}, []string{"Vaktmester"})
}

func TestTakingTheNumbersAlong(t *testing.T) {
	for button, want := range map[string]string{
		"Kort til lommeboken (PDF)": "take wallet",
		"Ark til veggen (PDF)":      "take sheet",
		"Til mobilen (vCard)":       "take phone",
	} {
		s, w, h := newScreen(t)
		s.Show(own())
		press(t, w, button)
		if !slices.Equal(h.asked, []string{want}) {
			t.Errorf("%q asked for %q", button, h.asked)
		}
	}
}

// Nothing may be cut off in the narrowest window, at the largest text.
func TestThePageIsNoWiderThanTheNarrowestWindow(t *testing.T) {
	const narrowest = 520
	for _, language := range locales.Languages() {
		t.Run(string(language), func(t *testing.T) {
			s, w, _ := newScreenIn(t, language, 2)
			w.Resize(fyne.NewSize(narrowest, 700))
			s.Show(Model{Now: noon, Company: fjord(), Deadline: &incident.Deadline{Discovered: noon}})
			s.numbers.own[organisation.ITSupport].edit()
			s.deadline.ask()
			for _, row := range s.incidents.rows {
				row.open(true)
			}
			if width := s.page.Content.MinSize().Width; width > narrowest {
				t.Errorf("the page needs %v, and has %v", width, narrowest)
			}
		})
	}
}
