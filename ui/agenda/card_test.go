package agenda

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
)

func newCard(t *testing.T) (*Card, *asked) {
	t.Helper()
	useTheme(t, 1)
	a := &asked{}
	return NewCard(loadTexts(t, locales.Norwegian), a.actions()), a
}

func TestCardSays(t *testing.T) {
	over := meeting("a", at(0, 7, 0))
	tests := []struct {
		name  string
		model Model
		want  string
	}{
		{"not read yet", Model{Now: morning}, "Leser kalenderen …"},
		{"no calendar", Model{Now: morning, Loaded: true}, "Legg til kalenderen din"},
		{"not fetched yet", Model{Now: morning, Loaded: true, Calendars: []Calendar{{Name: "Jobb"}}}, "Kalenderen er ikke hentet ennå"},
		{"a free day", loaded(), "Ingen møter i dag."},
		{"one that is cancelled", loaded(meeting("a", at(0, 12, 0), cancelled)), "Ingen møter i dag."},
		{"a birthday", loaded(meeting("a", at(0, 0, 0), until(at(1, 0, 0)), wholeDay)), "Ingen møter i dag."},
		{"the day is over", loaded(over), "Ingen flere møter i dag."},
		{"tomorrow", loaded(over, meeting("b", at(1, 10, 0))), "Ingen flere møter i dag. I morgen kl. 10:00: Møte b"},
		{"on Thursday", loaded(meeting("b", at(2, 9, 0), answered(Declined)), meeting("c", at(3, 9, 0))), "Neste er torsdag kl. 09:00: Møte c"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, _ := newCard(t)
			c.Show(tt.model)
			if !shows(c.Object(), tt.want) {
				t.Errorf("%q is not shown", tt.want)
			}
		})
	}
}

func TestCardShowsNowAndNext(t *testing.T) {
	c, a := newCard(t)
	w := show(t, c.Object())
	m := loaded(meeting("a", at(0, 8, 0)), meeting("b", at(0, 9, 30)), meeting("c", at(0, 12, 0)))
	m.Shortcut = "a"
	c.Show(m)
	checkOrder(t, c.Object(), "Nå", "08:00–09:00", "Møte a", "Zoom", "Slutter om 5 minutter · Ctrl+J for å bli med", "Bli med",
		"Neste", "09:30–10:30", "Møte b", "Begynner om 35 minutter", "Bli med", "Se alle møtene")
	if shows(c.Object(), "Møte c") {
		t.Error("what comes after the next is shown")
	}
	press(t, w, "Bli med")
	test.Tap(c.list.rows["2026-11-23 b"].join)
	if want := []string{"join a", "join b"}; !slices.Equal(a.what, want) {
		t.Errorf("asked for %v, want %v", a.what, want)
	}
}

func TestCardLeadsOn(t *testing.T) {
	c, a := newCard(t)
	w := show(t, c.Object())
	c.Show(Model{Now: morning, Loaded: true})
	press(t, w, "Legg til kalender")
	if !slices.Equal(a.what, []string{"add"}) {
		t.Errorf("asked for %v", a.what)
	}
}

// A meeting that begins while its button has the keys keeps them.
func TestTheKeysStay(t *testing.T) {
	c, _ := newCard(t)
	w := show(t, c.Object())
	m := loaded(meeting("a", at(0, 8, 0)), meeting("b", at(0, 9, 30)))
	c.Show(m)
	b := c.list.rows["2026-11-23 b"]
	w.Canvas().Focus(b.join)
	if b.join.Importance == widget.HighImportance {
		t.Error("one that begins in half an hour is pressing")
	}
	for _, now := range []time.Time{at(0, 9, 20), at(0, 9, 35)} {
		m.Now = now
		c.Show(m)
		if w.Canvas().Focused() != b.join || c.list.rows["2026-11-23 b"] != b {
			t.Fatalf("at %v the keys are in %T", now, w.Canvas().Focused())
		}
		if b.join.Importance != widget.HighImportance {
			t.Errorf("at %v it is not pressing", now)
		}
	}
	checkOrder(t, c.Object(), "Nå", "Møte b", "Slutter om 55 minutter")
}

func TestCardSaysHowOldItIs(t *testing.T) {
	tests := []struct {
		name     string
		calendar func(*Calendar)
		want     string // "" if nothing is said
	}{
		{"fresh", func(*Calendar) {}, ""},
		{"old", func(c *Calendar) { c.Fetched = at(0, 7, 0) }, "Sist hentet i dag kl. 07:00."},
		{"a file", func(c *Calendar) { c.File, c.Fetched = true, at(-9, 7, 0) }, ""},
		{"trouble", func(c *Calendar) { c.Trouble = Unreachable },
			"Får ikke tak i kalenderen «Jobb» hos outlook.office365.com. Sist hentet i dag kl. 08:50."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, _ := newCard(t)
			c.Show(Model{Now: morning, Loaded: true, Calendars: office(tt.calendar)})
			if tt.want == "" {
				if shows(c.Object(), "Sist hentet") {
					t.Error("it says how old it is")
				}
				return
			}
			if !shows(c.standing.notices, tt.want) {
				t.Errorf("%q is not shown", tt.want)
			}
		})
	}
}
