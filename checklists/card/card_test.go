package card

import (
	"slices"
	"testing"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

func TestNew(t *testing.T) {
	from := source(t,
		organisation.Contact{Role: organisation.Other, Task: "Personvernombud", Name: "Ola", Phone: "22 00 00 00"},
		organisation.Contact{Role: organisation.ITSupport, Phone: "02800", When: "Alltid."},
		organisation.Contact{Role: organisation.Other},
	)
	from.Routines = map[string]organisation.Text{
		organisation.RoutineGeneral: {NB: "Ring vakta.\n\n  Si fra til Ola. \n"},
		"ransom-note":               {EN: "Call Ola."},
		"wrong-recipient":           {NB: " \n "},
	}
	c := New(load(t, locales.Norwegian), from)

	want := []Entry{
		{Label: "Sikkerhetsansvarlig", When: "Når du tror at noe er galt, eller at opplysninger er på avveie."},
		{Label: "IKT-støtte", Phone: "02800", When: "Alltid.", TelURL: "tel:02800"},
		{Label: "Personvernombud", Name: "Ola", Phone: "22 00 00 00", TelURL: "tel:+4722000000"},
	}
	if !slices.Equal(c.Contacts, want) {
		t.Errorf("contacts are %+v, want %+v", c.Contacts, want)
	}
	if !c.Contacts[0].blank() || c.Contacts[1].blank() {
		t.Error("the entry that nobody has is not the blank one")
	}
	if want := []string{"Ring vakta.", "Si fra til Ola."}; !slices.Equal(c.General, want) {
		t.Errorf("general steps are %q, want %q", c.General, want)
	}
	checkPublic(t, c.Public)
	checkOwnWords(t, c.Routines)
}

// Authorities that have only a page cannot be rung.
func checkPublic(t *testing.T, entries []Entry) {
	t.Helper()
	var numbers []string
	for _, e := range entries {
		numbers = append(numbers, e.TelURL)
	}
	if want := []string{"tel:112", "tel:02800", "tel:02497"}; !slices.Equal(numbers, want) {
		t.Errorf("authorities are rung by %q, want %q", numbers, want)
	}
}

// The company's own words are shown in the other language rather than not at
// all, and blank ones are none.
func checkOwnWords(t *testing.T, routines []Routine) {
	t.Helper()
	if len(routines) != 4 {
		t.Fatalf("%d routines, want 4", len(routines))
	}
	for _, r := range routines {
		if own := r.ID == "ransom-note"; r.Own != own {
			t.Errorf("%s: own words %t, want %t", r.ID, r.Own, own)
		}
		if r.Title == "" || r.Short == "" || len(r.Steps) == 0 {
			t.Errorf("%s: %+v lacks something", r.ID, r)
		}
	}
	if steps := routines[2].Steps; !slices.Equal(steps, []string{"Call Ola."}) {
		t.Errorf("own steps are %q", steps)
	}
}

func TestNewOfNothing(t *testing.T) {
	c := New(load(t, locales.English), Source{})
	if len(c.Contacts) != len(organisation.Roles()) || c.Public != nil || c.General != nil || c.Routines != nil {
		t.Errorf("nothing gives %+v", c)
	}
	for _, e := range c.Contacts {
		if !e.blank() || e.Label == "" {
			t.Errorf("%+v, want a blank entry", e)
		}
	}
}
