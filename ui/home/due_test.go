package home

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/ui/widgets"
)

// recurring is a list of which every second item comes due again each month.
func recurring() []checklists.Item {
	var list []checklists.Item
	for i := range 8 {
		months := 0
		if i%2 == 1 {
			months = 1
		}
		list = append(list, checklists.Item{
			ID: fmt.Sprint("own-", i), Role: checklists.Employee, Months: months,
			Own: &organisation.Item{Title: organisation.Text{NB: fmt.Sprint("Punkt ", i)}},
		})
	}
	return list
}

func TestWhatHasComeDueComesFirst(t *testing.T) {
	now := time.Date(2026, time.November, 23, 12, 0, 0, 0, time.Local)
	list := recurring()
	marks := map[string]checklists.Mark{}
	for _, item := range list[3:6] {
		marks[item.ID] = checklists.Mark{ItemID: item.ID, State: checklists.Done, At: now.AddDate(0, -2, 0)}
	}
	s, _, a := newScreen(t)
	s.Show(Model{Now: now, Role: checklists.Employee, Items: list, Marks: marks})
	leads := test.RenderObjectToMarkup(s.next)
	rest := leads
	for _, words := range []string{"På nytt: Punkt 3", "På nytt: Punkt 5", "Punkt 0", "Punkt 1", "Punkt 2"} {
		_, after, found := strings.Cut(rest, words)
		if !found {
			t.Fatalf("%q is not shown, or comes too early", words)
		}
		rest = after
	}
	if len(s.next.Objects) != nextItems || strings.Contains(leads, "På nytt: Punkt 0") {
		t.Errorf("%d items are shown", len(s.next.Objects))
	}
	for _, o := range s.next.Objects {
		test.Tap(o.(*widgets.Disclosure))
	}
	if want := []string{
		"item employee own-3", "item employee own-5", "item employee own-0", "item employee own-1", "item employee own-2",
	}; !slices.Equal(a.what, want) {
		t.Errorf("they lead to %q, want %q", a.what, want)
	}
	if got := s.left.String(); got != "7 punkter igjen" {
		t.Errorf("it says %q", got)
	}
	// A day before, nothing was due.
	s.Show(Model{Now: now.AddDate(0, -2, 1), Role: checklists.Employee, Items: list, Marks: marks})
	if shown := test.RenderObjectToMarkup(s.next); strings.Contains(shown, "På nytt") {
		t.Error("what is not due is said to be")
	}
}

func TestDeadline(t *testing.T) {
	discovered := time.Date(2026, time.November, 20, 8, 58, 0, 0, time.Local)
	running := &incident.Deadline{Discovered: discovered}
	tests := []struct {
		name     string
		deadline *incident.Deadline
		now      time.Time
		want     string
	}{
		{"none", nil, discovered, ""},
		{"running", running, discovered.Add(71 * time.Hour), "Fristen for å melde personvernbruddet til Datatilsynet er 23. november 2026 kl. 08:58."},
		{"over", running, discovered.Add(72 * time.Hour), "Fristen for å melde personvernbruddet gikk ut 23. november 2026 kl. 08:58."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, a := newScreen(t)
			s.Show(Model{Now: tt.now, Deadline: tt.deadline})
			if tt.want == "" {
				if len(s.deadline.Objects) > 0 {
					t.Error("a deadline is shown")
				}
				return
			}
			if shown := test.RenderObjectToMarkup(s.deadline); !strings.Contains(shown, tt.want) {
				t.Errorf("%q is not shown", tt.want)
			}
			press(t, w, "Vis fristen")
			if !slices.Equal(a.what, []string{"contacts"}) {
				t.Errorf("asked for %q", a.what)
			}
			s.Show(Model{Now: tt.now})
			if len(s.deadline.Objects) > 0 {
				t.Error("it is still shown when it is over")
			}
		})
	}
}

func TestTheFirstContactOfEachRoleIsShown(t *testing.T) {
	s, w, a := newScreen(t)
	s.Show(Model{Contacts: []organisation.Contact{
		{Role: organisation.Other, Task: "Vaktmester", Phone: "900 00 000"},
		{Role: organisation.SecurityOfficer, Name: "Kari", Phone: "22 00 00 00"},
		{Role: organisation.SecurityOfficer, Name: "Knut", Phone: "22 11 11 11"},
		{Role: organisation.ITSupport, Name: "Nevøen", Phone: "988 77 665"},
	}})
	shown := test.RenderObjectToMarkup(s.numbers)
	for words, want := range map[string]bool{"Kari": true, "Nevøen": true, "Knut": false, "Vaktmester": false} {
		if strings.Contains(shown, words) != want {
			t.Errorf("%s is shown: %v", words, !want)
		}
	}
	press(t, w, "Ring")
	if want := []string{"open tel:+4722000000"}; !slices.Equal(a.what, want) {
		t.Errorf("asked for %q, want %q", a.what, want)
	}
}

// The countdown shows the page anew every minute: the keys stay where they are.
func TestShowingTheSameLeavesEverythingInPlace(t *testing.T) {
	s, w, _ := newScreen(t)
	m := Model{
		Now: time.Date(2026, time.November, 23, 12, 0, 0, 0, time.Local), Items: recurring(),
		Contacts: []organisation.Contact{{Role: organisation.ITSupport, Phone: "02800"}},
	}
	m.Deadline = &incident.Deadline{Discovered: m.Now}
	s.Show(m)
	focused := s.next.Objects[1].(fyne.Focusable)
	w.Canvas().Focus(focused)
	objects := slices.Concat(s.next.Objects, s.numbers.Objects, s.deadline.Objects)
	m.Now = m.Now.Add(time.Minute)
	s.Show(m)
	if w.Canvas().Focused() != focused || !slices.Equal(objects, slices.Concat(s.next.Objects, s.numbers.Objects, s.deadline.Objects)) {
		t.Error("something is built anew")
	}
}
