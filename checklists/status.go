package checklists

import "time"

// Status is how an item stands at a given time.
type Status string

// Beside what the user can say of an item ([State]) there is StatusDue: done
// once, but so long ago that it is to be done again.
const (
	StatusOpen     Status = "open"
	StatusDue      Status = "due"
	StatusDone     Status = "done"
	StatusNotForMe Status = "not-for-me"
)

// StatusOf tells how the item stands at now, given what was last said of it.
// The zero Mark is that of an item never touched.
func (i Item) StatusOf(mark Mark, now time.Time) Status {
	switch mark.State {
	case NotForMe:
		return StatusNotForMe
	case Done:
		if due, recurs := i.DueAt(mark); recurs && !now.Before(due) {
			return StatusDue
		}
		return StatusDone
	default:
		return StatusOpen
	}
}

// DueAt tells when a done item is to be done again, and whether it ever is.
// That is the beginning of a day where the user is ([time.Local]): what was
// ticked in the afternoon is there again in the morning.
func (i Item) DueAt(mark Mark) (due time.Time, recurs bool) {
	if i.Months <= 0 || mark.State != Done {
		return time.Time{}, false
	}
	return dayAfter(mark.At.Local(), i.Months), true
}

// dayAfter returns the beginning of the day that comes some months after t, in
// t's time zone. A month too short to have that day gives its last one.
func dayAfter(t time.Time, months int) time.Time {
	year, month, day := t.Date()
	month += time.Month(months)
	last := time.Date(year, month+1, 0, 0, 0, 0, 0, t.Location()).Day()
	return time.Date(year, month, min(day, last), 0, 0, 0, 0, t.Location())
}
