package calendar

import (
	"time"

	"hjemmekontor/meetings/link"
)

// Occurrence is one meeting at one time.
type Occurrence struct {
	// UID is the same for all occurrences of a series, and in all calendars.
	UID string
	// Start and End are in the zone that was asked for. End is never before
	// Start. What lasts all day begins and ends at midnight there.
	Start, End time.Time
	AllDay     bool
	// Title, Location and Organiser are one line each, and "" where the
	// calendar says nothing. Organiser is a name, or else an address.
	Title, Location, Organiser string
	Cancelled                  bool
	Answer                     Answer
	// Meeting is the invitation found in it, nil if there is none. It may hold
	// a passcode. Occurrences of one event share it.
	Meeting *link.Meeting
	// Free says that it does not take up time (TRANSP).
	Free bool
}

// Answer is what the user replied to an invitation (PARTSTAT).
type Answer int

// The answers. None is that of what one was not invited to: one's own entries,
// and all where it is not known which address is one's own.
const (
	None Answer = iota
	Accepted
	Tentative
	Declined // or handed on to somebody else
	Unanswered
)

// at collects an event that begins at start, if it falls into the span.
func (w *window) at(e *event, start time.Time) {
	start = start.In(w.local)
	end := w.end(e, start)
	if !start.Before(w.to) || !end.After(w.from) && (!end.Equal(start) || !start.Equal(w.from)) {
		return
	}
	if len(w.found) == MaxOccurrences {
		w.full = true
		return
	}
	d := e.read()
	w.found = append(w.found, Occurrence{
		UID: e.uid, Start: start, End: end, AllDay: e.start.kind == aDate,
		Title: d.title, Location: d.location, Organiser: d.organiser,
		Cancelled: e.withdrawn || d.cancelled, Answer: d.answer(w.me),
		Meeting: d.meeting, Free: d.free,
	})
}

// end is when an event ends that begins at start.
func (w *window) end(e *event, start time.Time) time.Time {
	if e.start.kind == aDate {
		// From the day, as clocks may skip the midnight that it began with.
		year, month, day := start.Date()
		midnight := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()
		return instant(midnight+e.days()*secondsPerDay, w.local)
	}
	length := e.duration
	if e.end.kind != absent {
		length = w.instant(e.end).Sub(w.instant(e.start))
	}
	if e.recurs != nil {
		length = min(length, maxLength)
	}
	return start.Add(max(0, length))
}

// days is how many days an event of whole days lasts (RFC 5545, 3.6.1).
func (e *event) days() int64 {
	seconds := int64(e.duration / time.Second)
	if e.end.kind != absent {
		seconds = e.end.wall - e.start.wall
	}
	days := (seconds + secondsPerDay - 1) / secondsPerDay
	if e.recurs != nil {
		days = min(days, int64(maxLength/time.Second)/secondsPerDay)
	}
	return max(1, days)
}

// longest is the most that an event can last, in seconds of wall time.
func (w *window) longest(e *event) int64 {
	length := int64(e.duration / time.Second)
	if e.end.kind != absent {
		length = e.end.wall - e.start.wall + slack
	}
	return max(length, secondsPerDay)
}
