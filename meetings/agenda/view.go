package agenda

import (
	"cmp"
	"slices"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar"
)

// Days is how many days a View covers after today.
const Days = 7

// soon is how long before its start a meeting counts as one that can be joined.
const soon = 10 * time.Minute

// Meeting is one meeting at one time.
type Meeting struct {
	calendar.Occurrence
	// ID is the same whenever this meeting at this time is shown. It tells
	// nothing about the meeting.
	ID string
}

// attended reports whether the user may be expected to be there.
func (m Meeting) attended() bool { return !m.Cancelled && m.Answer != calendar.Declined && !m.AllDay }

// View is what there is to show. It does not change.
type View struct {
	// Now is when it was made, in the user's zone.
	Now time.Time
	// Loaded is false until the calendars that were fetched in an earlier run
	// have been read: until then that there is no meeting says nothing.
	Loaded bool
	// Meetings are those of today and the next Days days, by start. What is
	// cancelled or declined is among them.
	Meetings []Meeting
	// Calendars are in the user's order.
	Calendars []State
	// Busy says that a calendar is being fetched.
	Busy bool
	// Lead is how many minutes before a meeting the user is reminded; 0 for
	// never.
	Lead int
	// Unsaved is why the store could not keep something, nil if it could. What
	// is shown is right all the same.
	Unsaved error
}

// State is how it stands with a calendar.
type State struct {
	ID    string
	Name  string // what the user calls it
	Kind  meetings.CalendarKind
	Where string // host, or name of the file without its folder; not secret
	// Fetched is when it was last known to be up to date; zero for never.
	Fetched time.Time
	// Trouble is why it could not be brought up to date, nil if it could. It is
	// one of this package, calendar, calendar/remote or credentials.
	Trouble error
	Skipped int  // how much of it could not be read as it stands
	Hidden  bool // it is neither shown nor fetched
	// Temporary says that it is gone with the program, since its secret is.
	Temporary bool
}

// Current returns the meeting to join now: one that is on, or else the next that
// begins within ten minutes; rather one with a link, accepted, and begun last. It
// leaves out what is cancelled, declined or lasts all day.
func (v View) Current(now time.Time) (Meeting, bool) {
	var open []Meeting
	for _, m := range v.Meetings {
		if m.attended() && !now.Before(m.Start.Add(-soon)) && now.Before(m.End) {
			open = append(open, m)
		}
	}
	if len(open) == 0 {
		return Meeting{}, false
	}
	return slices.MinFunc(open, func(a, b Meeting) int {
		return cmp.Or(
			first(a.Meeting != nil, b.Meeting != nil),
			first(!now.Before(a.Start), !now.Before(b.Start)),
			first(!a.Free, !b.Free),
			first(a.Answer == calendar.Accepted, b.Answer == calendar.Accepted),
			between(now, a, b),
		)
	}), true
}

// first compares by something that is better to have.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// between compares two meetings by start: of those that are on the later one is
// better, of those to come the earlier one.
func between(now time.Time, a, b Meeting) int {
	if now.Before(a.Start) {
		return a.Start.Compare(b.Start)
	}
	return b.Start.Compare(a.Start)
}

// Next returns the meeting that begins next, after the current one. It leaves out
// what is cancelled, declined or lasts all day.
func (v View) Next(now time.Time) (Meeting, bool) {
	current, _ := v.Current(now)
	for _, m := range v.Meetings {
		if m.attended() && m.Start.After(now) && m.ID != current.ID {
			return m, true
		}
	}
	return Meeting{}, false
}

// Meeting returns the meeting with an ID, as a click on it asks for.
func (v View) Meeting(id string) (Meeting, bool) {
	at := slices.IndexFunc(v.Meetings, func(m Meeting) bool { return m.ID == id })
	if at < 0 {
		return Meeting{}, false
	}
	return v.Meetings[at], true
}

// Oldest returns when the one of the shown calendars was fetched that is most
// out of date; zero if one never was, and false if none is shown. Files do not
// count: what they hold is what there is.
func (v View) Oldest() (fetched time.Time, found bool) {
	for _, s := range v.Calendars {
		if s.Hidden || s.Kind == meetings.File {
			continue
		}
		if !found || s.Fetched.Before(fetched) {
			fetched, found = s.Fetched, true
		}
	}
	return fetched, found
}
