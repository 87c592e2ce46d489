package contacts

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/organisation"
)

// row finds an incident.
func row(t *testing.T, s *Screen, id string) *incidentRow {
	t.Helper()
	for _, r := range s.incidents.rows {
		if r.incident.ID == id {
			return r
		}
	}
	t.Fatalf("there is no incident %q", id)
	return nil
}

// checkOrder fails unless the words come one after the other.
func checkOrder(t *testing.T, text string, words ...string) {
	t.Helper()
	rest := text
	for _, word := range words {
		_, after, found := strings.Cut(rest, word)
		if !found {
			t.Fatalf("%q is not there, or comes too early", word)
		}
		rest = after
	}
}

func TestAnIncidentOpensToWhatToDo(t *testing.T) {
	s, _, _ := newScreen(t)
	s.Show(own())
	for _, r := range s.incidents.rows {
		steps := r.incident.Steps(s.texts)
		if !shows(r.object, r.incident.Title(s.texts)) || !shows(r.object, r.incident.Short(s.texts)) || shows(r.object, steps[0]) {
			t.Errorf("%s is not closed", r.incident.ID)
		}
		test.Tap(r.toggle)
		checkOrder(t, test.RenderObjectToMarkup(r.object), steps...)
		test.Tap(r.toggle)
		if shows(r.object, steps[0]) {
			t.Errorf("%s does not close again", r.incident.ID)
		}
	}
}

func TestTheCompanysOwnWordsStandInPlaceOfOurs(t *testing.T) {
	s, _, _ := newScreen(t)
	s.Show(Model{Now: noon, Company: fjord()})
	lost := row(t, s, "machine-lost")
	test.Tap(lost.toggle)
	checkOrder(t, test.RenderObjectToMarkup(lost.object),
		"Rutinen til Fjord AS", "Ring vakten.", "Si serienummeret.")
	if ours := lost.incident.Steps(s.texts)[0]; shows(lost.object, ours) {
		t.Errorf("the app's own %q is shown beside them", ours)
	}
	phishing := row(t, s, "phishing-clicked")
	test.Tap(phishing.toggle)
	if shows(phishing.object, "Rutinen til Fjord AS") || !shows(phishing.object, phishing.incident.Steps(s.texts)[0]) {
		t.Error("where the company says nothing, the built-in steps do not stand alone")
	}
	s.Show(own())
	if shows(lost.object, "Ring vakten.") || !shows(lost.object, lost.incident.Steps(s.texts)[0]) {
		t.Error("the company's words are still there without the company, or the incident was closed")
	}
}

func TestTheGeneralRoutineIsInSight(t *testing.T) {
	s, _, _ := newScreen(t)
	s.Show(Model{Now: noon, Company: fjord()})
	checkOrder(t, test.RenderObjectToMarkup(s.incidents.object),
		"Slik gjør vi det i Fjord AS", "Ring Kari først.", "Ikke slett noe.", s.incidents.rows[0].incident.Title(s.texts))
	test.Tap(s.incidents.general.toggle)
	if shows(s.incidents.object, "Ring Kari først.") {
		t.Error("it cannot be closed")
	}
	s.Show(own())
	if shows(s.incidents.object, "Slik gjør vi det") {
		t.Error("it is there without a company")
	}
}

func TestWhomToRingStandsInTheIncident(t *testing.T) {
	nephew := organisation.Contact{Role: organisation.ITSupport, Phone: "988 77 665"}
	tests := []struct {
		name   string
		model  Model
		button string
		want   string
	}{
		{"the company's", Model{Company: fjord()}, "Ring 22 00 00 00", "open tel:+4722000000"},
		{"one's own", own(nephew), "Ring 988 77 665", "open tel:+4798877665"},
		{"both", Model{Company: fjord(), Own: []organisation.Contact{nephew}}, "Ring 988 77 665", "open tel:+4798877665"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, h := newScreen(t)
			s.Show(tt.model)
			test.Tap(row(t, s, "phishing-clicked").toggle)
			press(t, w, tt.button)
			if !slices.Equal(h.asked, []string{tt.want}) {
				t.Errorf("asked for %q", h.asked)
			}
		})
	}
}

func TestAuthoritiesAreReachedFromTheIncident(t *testing.T) {
	s, _, h := newScreen(t)
	for _, r := range s.incidents.rows {
		for _, id := range r.incident.PublicContacts {
			contact, known := s.incidents.public[id]
			if !known {
				t.Errorf("%s names %q, which there is not", r.incident.ID, id)
				continue
			}
			h.asked = nil
			test.Tap(s.incidents.reach(contact).(fyne.Tappable))
			if want := "open " + contact.TelURL(); contact.Phone != "" && !slices.Equal(h.asked, []string{want}) {
				t.Errorf("%s asked for %q, want %q", id, h.asked, want)
			}
			if want := "open " + contact.URL; contact.Phone == "" && !slices.Equal(h.asked, []string{want}) {
				t.Errorf("%s asked for %q, want %q", id, h.asked, want)
			}
		}
	}
}
