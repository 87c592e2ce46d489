package calendar

import (
	"strings"
	"testing"
	"time"
)

// oslo is the zone of the user in most tests.
func oslo(t testing.TB) *time.Location { return zone(t, "Europe/Oslo") }

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// document puts lines between the first and last line of a calendar.
func document(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCALENDAR\r\n"
}

// vevent puts lines between the first and last line of an event.
func vevent(lines ...string) string {
	return "BEGIN:VEVENT\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT"
}

func parse(t testing.TB, text string) *Calendar {
	t.Helper()
	c, err := Parse(t.Context(), []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// between lays out the days from (included) to (excluded), given as 2006-01-02.
func between(t testing.TB, c *Calendar, z *time.Location, from, to string, me ...string) []Occurrence {
	t.Helper()
	found, err := c.Between(t.Context(), day(t, from, z), day(t, to, z), me)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func day(t testing.TB, date string, z *time.Location) time.Time {
	t.Helper()
	d, err := time.ParseInLocation(time.DateOnly, date, z)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// show writes occurrences as people note them down.
func show(occurrences []Occurrence) []string {
	lines := []string{}
	for _, o := range occurrences {
		line := o.Start.Format("Mon 2006-01-02 15:04") + "–" + o.End.Format("15:04")
		switch days := o.End.Sub(o.Start).Hours() / 24; {
		case o.AllDay && days < 1.5:
			line = o.Start.Format("Mon 2006-01-02")
		case o.AllDay:
			line = o.Start.Format("Mon 2006-01-02") + "–" + o.End.Format("2006-01-02")
		}
		if o.Title != "" {
			line += " " + o.Title
		}
		if o.Cancelled {
			line += " (cancelled)"
		}
		lines = append(lines, line)
	}
	return lines
}

func expect(t testing.TB, got []Occurrence, want ...string) {
	t.Helper()
	g, w := strings.Join(show(got), "\n"), strings.Join(want, "\n")
	if g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}
