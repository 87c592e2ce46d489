package agenda

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar"
	"hjemmekontor/meetings/link"
)

// shown is a meeting in a View.
func shown(title, from, to string, change ...func(*Meeting)) Meeting {
	m := Meeting{Occurrence: calendar.Occurrence{UID: title, Title: title, Start: at(from), End: at(to), Meeting: &link.Meeting{}}, ID: title}
	for _, c := range change {
		c(&m)
	}
	return m
}

func TestCurrentAndNext(t *testing.T) {
	cancelled := func(m *Meeting) { m.Cancelled = true }
	declined := func(m *Meeting) { m.Answer = calendar.Declined }
	accepted := func(m *Meeting) { m.Answer = calendar.Accepted }
	allDay := func(m *Meeting) { m.AllDay = true }
	free := func(m *Meeting) { m.Free = true }
	noLink := func(m *Meeting) { m.Meeting = nil }
	for _, test := range []struct {
		name          string
		meetings      []Meeting
		current, next string
	}{
		{"nothing", nil, "", ""},
		{"on now", []Meeting{shown("a", "09:00", "11:00")}, "a", ""},
		{"over", []Meeting{shown("a", "09:00", "10:00")}, "", ""},
		{"begins in ten minutes", []Meeting{shown("a", "10:10", "11:00"), shown("b", "11:00", "12:00")}, "a", "b"},
		{"begins in eleven", []Meeting{shown("a", "10:11", "11:00")}, "", "a"},
		{"on before soon", []Meeting{shown("a", "09:00", "10:05"), shown("b", "10:05", "11:00")}, "a", "b"},
		{"the later of two", []Meeting{shown("a", "09:00", "11:00"), shown("b", "09:45", "11:00")}, "b", ""},
		{"the sooner of two", []Meeting{shown("a", "10:05", "11:00"), shown("b", "10:09", "11:00")}, "a", "b"},
		{"accepted", []Meeting{shown("a", "09:30", "11:00", accepted), shown("b", "09:45", "11:00")}, "a", ""},
		{"rather one with a link", []Meeting{shown("a", "09:00", "11:00", noLink), shown("b", "10:09", "11:00")}, "b", ""},
		{"without a link", []Meeting{shown("a", "09:00", "11:00", noLink)}, "a", ""},
		{"rather one that takes time", []Meeting{shown("a", "09:00", "11:00"), shown("b", "09:30", "11:00", free)}, "a", ""},
		{"cancelled", []Meeting{shown("a", "09:00", "11:00", cancelled), shown("b", "10:30", "11:00", cancelled), shown("c", "10:40", "11:00")}, "", "c"},
		{"declined", []Meeting{shown("a", "09:00", "11:00", declined)}, "", ""},
		{"all day", []Meeting{shown("a", "00:00", "23:59", allDay)}, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := View{Meetings: test.meetings}
			current, _ := v.Current(at("10:00"))
			next, _ := v.Next(at("10:00"))
			if current.ID != test.current || next.ID != test.next {
				t.Errorf("current is %q and next %q, want %q and %q", current.ID, next.ID, test.current, test.next)
			}
		})
	}
}

// A View covers today and a week where the user is, merged over all calendars,
// with IDs that stay.
func TestView(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t) // it is one o'clock in Oslo
		midnight := time.Now().Add(-time.Hour)
		same := event("both", at("12:00"), time.Hour)
		d.data = document(same,
			event("yesterday", midnight.Add(-2*time.Hour), time.Hour),
			event("over-midnight", midnight.Add(-time.Hour), 2*time.Hour),
			event("week", midnight.Add(8*24*time.Hour-time.Minute), time.Hour),
			event("after", midnight.Add(8*24*time.Hour), time.Hour),
			event("cancelled", at("13:00"), time.Hour, "STATUS:CANCELLED"),
		)
		r := d.start(t)
		r.add(t)
		d.set(func(s *server) { s.data = document(same, "BEGIN:VEVENT\r\nEND:VEVENT\r\n") })
		_, err := r.AddAddress(t.Context(), Address{URL: "https://firma.no/other"})
		must(t, err)
		if got := r.titles(); got != "over-midnight both cancelled week" {
			t.Errorf("shown are %s", got)
		}
		v := r.view()
		if v.Calendars[1].Skipped != 1 || v.Meetings[1].Start.Format("15:04 MST") != "13:00 CET" {
			t.Errorf("shown is %+v", v)
		}
		if m, found := v.Meeting(v.Meetings[1].ID); !found || m.Title != "both" {
			t.Errorf("found %v, %v", m, found)
		}
		r.wait(time.Minute)
		r.end()
		if next := d.start(t).view(); next.Meetings[1].ID != v.Meetings[1].ID {
			t.Error("the ID has changed")
		}
	})
}

// The clock alone brings a new View: at midnight, ten minutes and five before a
// meeting, at its start and its end.
func TestClockChangesView(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data, d.tag = document(event("Budsjett", at("09:00"), time.Hour), event("morgen", at("09:00").Add(8*24*time.Hour), time.Hour)), `"1"`
		d.err = nil
		r := d.start(t)
		r.add(t)
		d.set(func(s *server) { s.retry = 24 * time.Hour }) // is not in the way
		r.wait(time.Hour)
		before := r.shows()
		r.wait(23 * time.Hour)
		r.mu.Lock()
		defer r.mu.Unlock()
		var times []string
		for _, v := range r.views[before:] {
			times = append(times, v.Now.UTC().Format("15:04"))
		}
		if want := []string{"08:50", "08:55", "09:00", "10:00", "23:00"}; !slices.Equal(times, want) {
			t.Errorf("there were Views at %s, want %s", times, want)
		}
		if last := r.views[len(r.views)-1].Meetings; len(last) != 1 || last[0].Title != "morgen" {
			t.Errorf("after midnight there is %+v", last)
		}
	})
}

func TestRenameAndRemove(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour))
		r, ctx := d.start(t), t.Context()
		id := r.add(t)
		must(t, r.Rename(ctx, id, "Regnskap"))
		if got := r.view().Calendars[0].Name; got != "Regnskap" {
			t.Errorf("the name is %s", got)
		}
		if err := r.Rename(ctx, id, "a\nb"); err == nil {
			t.Error("a name of two lines was taken")
		}
		secrets := len(d.ring.secrets)
		removed, err := r.Remove(ctx, id)
		must(t, err)
		if v := r.view(); len(v.Calendars) > 0 || len(v.Meetings) > 0 || len(d.ring.secrets) != secrets-1 {
			t.Errorf("left is %+v, and %d secrets", v, len(d.ring.secrets))
		}
		must(t, r.PutBack(ctx, removed))
		r.wait(time.Minute)
		r.end()
		r = d.start(t)
		if v := r.view(); v.Calendars[0].Name != "Regnskap" || r.titles() != "Budsjett" || d.asked() != 1 {
			t.Errorf("put back is %+v, asked %d times", v, d.asked())
		}
		if _, err := r.Remove(ctx, "gone"); err == nil {
			t.Error("removed what was gone")
		}
	})
}

// However it is printed, nothing secret is.
func TestPrintsNoSecret(t *testing.T) {
	removed := Removed{entry: &entry{secret: secret{Address: hush}}}
	for _, value := range []any{
		Address{URL: hush}, Account{URL: hush, User: hush, Password: hush}, secret{Address: hush}, removed,
	} {
		text := fmt.Sprintf("%v %+v %#v %s %q %x", value, value, value, value, value, value)
		if strings.Contains(text, hush) || strings.Contains(text, fmt.Sprintf("%x", hush)) {
			t.Errorf("printed the secret: %s", text)
		}
	}
}

// What the store keeps of an error is understood in the next run.
func TestCodes(t *testing.T) {
	for _, c := range codes {
		if got := errorOf(codeOf(fmt.Errorf("fetching: %w", c.err))); !errors.Is(got, c.err) {
			t.Errorf("%v became %v", c.err, got)
		}
	}
	if errorOf("") != nil || codeOf(nil) != "" || !errors.Is(errorOf("of a later version"), ErrFailed) {
		t.Error("no error, or an unknown one, is not what it was")
	}
	if codeOf(meetings.ErrFull) != otherCode {
		t.Error("an error without a code has one")
	}
}
