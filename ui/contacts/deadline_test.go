package contacts

import (
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/ui/widgets"
)

func TestReadingWhenABreachWasDiscovered(t *testing.T) {
	now := time.Date(2026, time.November, 23, 14, 5, 30, 0, time.Local)
	at := func(day, hour, minute int) time.Time {
		return time.Date(2026, time.November, day, hour, minute, 0, 0, time.Local)
	}
	tests := []struct {
		day, clock string
		want       time.Time
		err        error
	}{
		{"23.11.2026", "14:05", at(23, 14, 5), nil},
		{"23.11.2026", "14.05", at(23, 14, 5), nil},
		{" 3.11.2026 ", " 9:5 ", at(3, 9, 5), nil},
		{"22.11.26", "23:59", at(22, 23, 59), nil},
		{"22/11/2026", "00:00", at(22, 0, 0), nil},
		{"2026-11-22", "08:30", at(22, 8, 30), nil},
		{"23.11.2026", "14:06", time.Time{}, errAhead},
		{"24.11.2026", "00:00", time.Time{}, errAhead},
		{"23.10.2026", "14:05", time.Time{}, errLongAgo},
		{"23.10.2026", "14:06", time.Date(2026, time.October, 23, 14, 6, 0, 0, time.Local), nil},
		{"23.11.1926", "14:05", time.Time{}, errLongAgo},
		{"31.11.2026", "14:05", time.Time{}, errUnreadable},
		{"23.11.2026", "25:00", time.Time{}, errUnreadable},
		{"23.11.2026", "", time.Time{}, errUnreadable},
		{"", "14:05", time.Time{}, errUnreadable},
		{"i går", "tidlig", time.Time{}, errUnreadable},
	}
	for _, tt := range tests {
		got, err := parseDiscovered(tt.day, tt.clock, now)
		if !got.Equal(tt.want) || !errors.Is(err, tt.err) {
			t.Errorf("%q %q is %v, %v; want %v, %v", tt.day, tt.clock, got, err, tt.want, tt.err)
		}
	}
}

func TestStartingTheCountdown(t *testing.T) {
	tests := []struct {
		name       string
		day, clock string
		started    string
		said       string
	}{
		{"now", "23.11.2026", "12:00", "start 2026-11-23 12:00:00", ""},
		{"before", "21.11.2026", "08:15", "start 2026-11-21 08:15:00", ""},
		{"in the future", "23.11.2026", "12:01", "", "Det tidspunktet har ikke vært ennå."},
		{"long ago", "1.1.2026", "12:00", "", "Det er mer enn en måned siden."},
		{"unreadable", "i dag", "nå", "", "Skriv datoen som 23.11.2026"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, h := newScreen(t)
			s.deadline.clock = func() time.Time { return noon }
			s.Show(own())
			press(t, w, "Start nedtellingen")
			if day := w.Canvas().Focused().(*widgets.Entry).Text; day != "23.11.2026" {
				t.Errorf("it begins with %q", day)
			}
			write(t, w, tt.day)
			w.Canvas().FocusNext()
			clock := w.Canvas().Focused().(*widgets.Entry)
			if clock.Text != "12:00" {
				t.Errorf("it begins with %q", clock.Text)
			}
			write(t, w, tt.clock)
			press(t, w, "Start nedtellingen")
			if tt.started != "" && !slices.Equal(h.asked, []string{tt.started}) {
				t.Errorf("asked for %q", h.asked)
			}
			if tt.said != "" && (len(h.asked) > 0 || !shows(s.deadline.start, tt.said)) {
				t.Errorf("asked for %q, and does not say %q", h.asked, tt.said)
			}
		})
	}
}

func TestAQuestionThatIsLetGo(t *testing.T) {
	s, w, h := newScreen(t)
	s.Show(own())
	s.deadline.ask()
	s.Show(own()) // something else was saved meanwhile
	if !shows(s.deadline.start, "Når ble det oppdaget?") {
		t.Error("the question is gone")
	}
	press(t, w, "Avbryt")
	if shows(s.deadline.start, "Når ble det oppdaget?") || len(h.asked) > 0 {
		t.Errorf("it is still asked, and asked for %q", h.asked)
	}
}

func TestWhatIsLeft(t *testing.T) {
	discovered := time.Date(2026, time.November, 20, 8, 58, 0, 0, time.Local)
	tests := []struct {
		after time.Duration
		left  string
	}{
		{0, "72 timer og 0 minutter igjen"},
		{time.Second, "72 timer og 0 minutter igjen"},
		{5*time.Hour + 7*time.Minute, "66 timer og 53 minutter igjen"},
		{70*time.Hour + 59*time.Minute, "1 time og 1 minutt igjen"},
		{71 * time.Hour, "1 time og 0 minutter igjen"},
		{71*time.Hour + 30*time.Second, "1 time og 0 minutter igjen"},
		{71*time.Hour + time.Minute, "59 minutter igjen"},
		{72*time.Hour - time.Second, "1 minutt igjen"},
		{72 * time.Hour, "Fristen er ute"},
		{100 * time.Hour, "Fristen er ute"},
		{-time.Hour, "72 timer og 0 minutter igjen"}, // the clock was moved back
	}
	s, _, _ := newScreen(t)
	for _, tt := range tests {
		s.Show(Model{Now: discovered.Add(tt.after), Deadline: &incident.Deadline{Discovered: discovered}})
		if got := s.deadline.left.String(); got != tt.left {
			t.Errorf("after %v it says %q, want %q", tt.after, got, tt.left)
		}
		if !shows(s.deadline.running, "mandag 23. november 2026 kl. 08:58") {
			t.Errorf("after %v it says %q", tt.after, s.deadline.until.String())
		}
	}
}

func TestOnlyOneHalfIsSeen(t *testing.T) {
	s, _, _ := newScreen(t)
	for _, running := range []bool{false, true, false} {
		m := own()
		if running {
			m.Deadline = &incident.Deadline{Discovered: noon}
		}
		s.Show(m)
		if s.deadline.running.Visible() != running || s.deadline.start.Visible() == running {
			t.Errorf("running %v: seen %v and %v", running, s.deadline.running.Visible(), s.deadline.start.Visible())
		}
	}
}

func TestTheRunningCountdownsButtons(t *testing.T) {
	public, err := organisation.PublicContacts()
	if err != nil {
		t.Fatal(err)
	}
	page := reportURL(public)
	if page == "" {
		t.Fatal("there is no page to report to")
	}
	for button, want := range map[string]string{
		"Stopp nedtellingen":    "end",
		"Meld til Datatilsynet": "open " + page,
	} {
		s, w, h := newScreen(t)
		s.Show(Model{Now: noon, Deadline: &incident.Deadline{Discovered: noon}})
		press(t, w, button)
		if !slices.Equal(h.asked, []string{want}) {
			t.Errorf("%q asked for %q", button, h.asked)
		}
	}
}

func TestAnIncidentLeadsToTheTimeLimit(t *testing.T) {
	s, w, _ := newScreen(t)
	s.Show(own())
	for _, r := range s.incidents.rows {
		test.Tap(r.toggle)
		if leads := shows(r.object, "Fristen på 72 timer"); leads != r.incident.Breach {
			t.Errorf("%s leads there: %v", r.incident.ID, leads)
		}
	}
	s.incidents.breach()
	if !shows(s.deadline.start, "Når ble det oppdaget?") || s.page.Offset.Y == 0 {
		t.Error("the question is not asked, or not in sight")
	}
	if _, ok := w.Canvas().Focused().(*widgets.Entry); !ok {
		t.Errorf("the keys go to %T", w.Canvas().Focused())
	}
	s.Show(Model{Now: noon, Deadline: &incident.Deadline{Discovered: noon}})
	s.incidents.breach()
	if s.page.Offset.Y != 0 {
		t.Error("the countdown is not in sight")
	}
}
