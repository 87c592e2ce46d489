package agenda

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/locales"
)

func newToday(t *testing.T) (*Today, fyne.Window, *asked) {
	t.Helper()
	useTheme(t, 1)
	a := &asked{}
	today := NewToday(loadTexts(t, locales.Norwegian), a.actions())
	return today, show(t, today.Object()), a
}

func TestTodayInOrder(t *testing.T) {
	today, _, _ := newToday(t)
	today.Show(loaded(
		meeting("d", at(0, 0, 0), until(at(1, 0, 0)), wholeDay),
		meeting("a", at(0, 8, 30)),
		meeting("b", at(0, 9, 0), answered(Tentative)),
		meeting("c", at(0, 12, 0), cancelled),
		meeting("e", at(0, 13, 0), answered(Unanswered)),
		meeting("f", at(0, 14, 0), answered(Declined)),
	))
	checkOrder(t, today.Object(), "Nå", "Møte a", "Samtidig med et annet møte",
		"Neste", "Møte b", "Kanskje", "Samtidig med et annet møte",
		"Ellers i dag", "Hele dagen", "Møte d", "Møte c", "Avlyst", "Møte e", "Ikke besvart", "Møte f", "Du har takket nei")
	for id, want := range map[string]bool{"a": true, "c": false, "f": true} {
		if r := today.list.rows["2026-11-23 "+id]; r.join.Visible() != want {
			t.Errorf("%s can be joined: %v", id, !want)
		}
	}
}

func TestRetiredServiceIsNotJoined(t *testing.T) {
	today, _, _ := newToday(t)
	today.Show(loaded(meeting("a", at(0, 9, 0), func(m *Meeting) { m.Service, m.Retired = "Skype", true })))
	if r := today.list.rows["2026-11-23 a"]; r.join.Visible() || !shows(r.object, "Skype er lagt ned.") {
		t.Error("it can be joined, or it is not said why not")
	}
}

func TestComingWeek(t *testing.T) {
	today, w, a := newToday(t)
	grown := 0
	today.Grown = func() { grown++ }
	today.Show(loaded(meeting("a", at(1, 9, 0)), meeting("b", at(3, 9, 0))))
	if !shows(today.Object(), "Den neste uken: 2 møter") || shows(today.Object(), "Møte a") {
		t.Error("it is unfolded, or not offered")
	}
	test.Tap(today.week)
	checkOrder(t, today.Object(), "I morgen", "Møte a", "Torsdag 26. november 2026", "Møte b")
	press(t, w, "Bli med")
	if !slices.Equal(a.what, []string{"join a"}) || grown != 1 || !today.Unfolded() {
		t.Errorf("asked for %v; grown %d times", a.what, grown)
	}
	today.Show(loaded())
	if today.week.Visible() || shows(today.Object(), "I morgen") {
		t.Error("a week with nothing in it is offered")
	}
}

func TestTroubles(t *testing.T) {
	for trouble, want := range map[Trouble]string{
		Unreachable: "Får ikke tak i kalenderen «Jobb» hos outlook.office365.com.",
		Refused:     "outlook.office365.com slipper oss ikke inn i kalenderen «Jobb».",
		Missing:     "Kalenderen «Jobb» finnes ikke lenger hos outlook.office365.com.",
		Unreadable:  "Det som kommer fra outlook.office365.com, er ikke en kalender.",
		Locked:      "Nøkkelringen på maskinen er låst, så «Jobb» kan ikke hentes.",
		Failing:     "Kalenderen «Jobb» kunne ikke hentes.",
	} {
		t.Run(fmt.Sprint(trouble), func(t *testing.T) {
			s := newStanding(loadTexts(t, locales.Norwegian), false)
			m := loaded()
			m.Calendars = office(func(c *Calendar) { c.Trouble = trouble })
			said := s.troubles(m)
			if len(said) != 1 || !strings.HasPrefix(said[0], want) || !strings.HasSuffix(said[0], " Sist hentet i dag kl. 08:50.") {
				t.Errorf("it says %q, want %q", said, want)
			}
			m.Calendars[0].Fetched = Calendar{}.Fetched
			if said = s.troubles(m); !strings.HasSuffix(said[0], " Ikke hentet ennå.") {
				t.Errorf("of one that never came it says %q", said)
			}
		})
	}
}

func TestTroubleWithAFile(t *testing.T) {
	s := newStanding(loadTexts(t, locales.Norwegian), false)
	m := loaded()
	m.Calendars = office(func(c *Calendar) { c.File, c.Where, c.Trouble = true, "", Unreadable })
	if said := s.troubles(m); !strings.HasPrefix(said[0], "Kalenderen «Jobb» kunne ikke hentes.") {
		t.Errorf("it says %q", said)
	}
}

// Without a network no calendar can be reached: one sentence says so.
func TestOneSentenceForAllThatAreAway(t *testing.T) {
	s := newStanding(loadTexts(t, locales.Norwegian), false)
	m := loaded()
	away := func(fetched time.Time) Calendar { return Calendar{Trouble: Unreachable, Fetched: fetched} }
	m.Calendars = append(office(func(c *Calendar) { c.Trouble = Locked }), away(at(0, 8, 0)), away(at(-1, 16, 10)), away(at(0, 7, 0)))
	want := []string{
		"Nøkkelringen på maskinen er låst, så «Jobb» kan ikke hentes. Lås den opp og hent på nytt. Sist hentet i dag kl. 08:50.",
		"Får ikke tak i 3 kalendere. Sjekk nettet. Sist hentet i går kl. 16:10.",
	}
	if said := s.troubles(m); !slices.Equal(said, want) {
		t.Errorf("it says %q", said)
	}
}

func TestCalendarsAreReached(t *testing.T) {
	today, w, a := newToday(t)
	today.Show(loaded())
	press(t, w, "Kalendere …")
	press(t, w, "Hent på nytt")
	today.Show(Model{Now: morning, Loaded: true, Calendars: office(func(c *Calendar) { c.File = true })})
	if today.fetch.Visible() || !shows(today.Object(), "Fra en fil, lest i dag kl. 08:50.") {
		t.Error("a file can be fetched, or it is not said to be one")
	}
	today.Show(Model{Now: morning, Loaded: true})
	if today.buttons.Visible() {
		t.Error("calendars are offered where there are none")
	}
	press(t, w, "Legg til kalender")
	if want := []string{"calendars", "fetch", "add"}; !slices.Equal(a.what, want) {
		t.Errorf("asked for %v, want %v", a.what, want)
	}
}

func TestNoMoreRowsThanCanBeRead(t *testing.T) {
	today, _, _ := newToday(t)
	var many []Meeting
	for i := range 3 * maxRows {
		many = append(many, meeting(fmt.Sprint(i), at(0, 9, 0)))
	}
	today.Show(loaded(many...))
	if len(today.list.rows) != maxRows || !shows(today.Object(), "Og 160 møter til") {
		t.Errorf("%d rows are shown", len(today.list.rows))
	}
}

// Every row has room in the narrowest window with the largest text.
func TestRowsFit(t *testing.T) {
	for _, language := range locales.Languages() {
		for _, scale := range []float32{1, 2} {
			useTheme(t, scale)
			today := NewToday(loadTexts(t, language), (&asked{}).actions())
			w := show(t, today.Object())
			today.Show(loaded(
				meeting("a", at(0, 8, 30), titled("Tilbud til kommunen: gjennomgang av kalkylen"), answered(Tentative)),
				meeting("b", at(0, 9, 0)),
			))
			for _, width := range []float32{560, 900} {
				w.Resize(fyne.NewSize(width, 800))
				for id, r := range today.list.rows {
					least, size := r.object.MinSize(), r.object.Size()
					if least.Width > size.Width || least.Height > size.Height {
						t.Errorf("%s, text %v, width %v: row %s has %v and needs %v", language, scale, width, id, size, least)
					}
				}
			}
		}
	}
}

func BenchmarkMinute(b *testing.B) {
	useTheme(b, 1)
	today := NewToday(loadTexts(b, locales.Norwegian), (&asked{}).actions())
	show(b, today.Object())
	var many []Meeting
	for i := range 20 {
		many = append(many, meeting(fmt.Sprint(i), at(0, 9, 0)))
	}
	m := loaded(many...)
	for b.Loop() {
		today.Show(m)
	}
}
