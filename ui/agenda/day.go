package agenda

import (
	"slices"
	"time"
)

// soon is how long before its start a meeting is about to begin: it can be
// joined, and that is what one wants to do.
const soon = 10 * time.Minute

// days is how many days after today the coming week holds.
const days = 7

// today is what is left of a day, sorted by what one needs to know first.
type today struct {
	now  []Meeting // going on
	next []Meeting // the next to begin: more than one if they begin together
	// also is the rest that is not over: what takes the whole day, what comes
	// after the next, and what is cancelled or declined.
	also []Meeting
}

func (t today) empty() bool { return len(t.now)+len(t.next)+len(t.also) == 0 }

// todayOf sorts what is left of the day that now is on.
func todayOf(meetings []Meeting, now time.Time) today {
	var t today
	var later []Meeting
	for _, m := range meetings {
		if !m.on(now) || m.over(now) {
			continue
		}
		switch {
		case m.AllDay:
			t.also = append(t.also, m)
		case m.idle():
			later = append(later, m)
		case !m.Start.After(now):
			t.now = append(t.now, m)
		case len(t.next) == 0 || m.Start.Equal(t.next[0].Start):
			t.next = append(t.next, m)
		default:
			later = append(later, m)
		}
	}
	t.also = append(t.also, later...)
	return t
}

// over tells whether a meeting has ended. One without a length is over a while
// after it began.
func (m Meeting) over(now time.Time) bool {
	end := m.End
	if !end.After(m.Start) {
		end = m.Start.Add(soon)
	}
	return !end.After(now)
}

// on tells whether a meeting takes place on the day that a time is on.
func (m Meeting) on(at time.Time) bool {
	begin, end := midnight(at), midnight(at).AddDate(0, 0, 1)
	if m.Start.Before(begin) {
		return m.End.After(begin)
	}
	return m.Start.Before(end)
}

// midnight is when the day of a time begins, in the time's own zone.
func midnight(at time.Time) time.Time {
	y, m, d := at.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, at.Location())
}

// day is one of the coming days with what is on.
type day struct {
	at       time.Time
	meetings []Meeting
}

// weekOf is the coming days that something is on, after today.
func weekOf(meetings []Meeting, now time.Time) []day {
	var week []day
	for i := 1; i <= days; i++ {
		d := day{at: midnight(now).AddDate(0, 0, i)}
		for _, m := range meetings {
			if m.on(d.at) {
				d.meetings = append(d.meetings, m)
			}
		}
		slices.SortStableFunc(d.meetings, func(a, b Meeting) int {
			return order(b.AllDay, a.AllDay)
		})
		if len(d.meetings) > 0 {
			week = append(week, d)
		}
	}
	return week
}

// order compares two answers: no comes before yes.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	default:
		return 1
	}
}

// upcoming is the first meeting after today that the user is going to.
func upcoming(meetings []Meeting, now time.Time) (Meeting, bool) {
	tomorrow := midnight(now).AddDate(0, 0, 1)
	for _, m := range meetings {
		if !m.idle() && !m.AllDay && !m.Start.Before(tomorrow) {
			return m, true
		}
	}
	return Meeting{}, false
}

// same tells whether two are one meeting that stands in two calendars.
func (m Meeting) same(other Meeting) bool {
	return m.Title == other.Title && m.Start.Equal(other.Start) && m.End.Equal(other.End)
}

// colliding gives the IDs of meetings that take place at the same time as
// another, of those that the user may be at. Meetings come in order of their
// start.
func colliding(meetings []Meeting) map[string]bool {
	found := map[string]bool{}
	var longest Meeting // of those seen: the one that ends last
	for _, m := range meetings {
		if m.idle() || m.AllDay || m.Free {
			continue
		}
		if m.Start.Before(longest.End) && !m.same(longest) {
			found[m.ID], found[longest.ID] = true, true
		}
		if m.End.After(longest.End) {
			longest = m
		}
	}
	return found
}
