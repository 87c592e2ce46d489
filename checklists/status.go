package checklists

import "time"

// Status is how an item stands at a given time.
type Status string

// What an item can be besides what was said of it (see [State]): Due is done,
// but so long ago that it wants doing again.
const (
	StatusOpen     Status = "open"
	StatusDue      Status = "due"
	StatusDone     Status = "done"
	StatusNotForMe Status = "not-for-me"
)

// StatusOf tells how the item stands at now, given what was last said of it.
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

// DueAt is when a done item is to be done again, and whether it ever is: the
// beginning of the day, in the mark's time zone as the machine has it, so that
// an item ticked in the afternoon is there in the morning.
func (i Item) DueAt(mark Mark) (due time.Time, recurs bool) {
	if i.Months <= 0 || mark.State != Done {
		return time.Time{}, false
	}
	at := mark.At.Local()
	// The last day of a short month stands in for a day that it does not have.
	first := time.Date(at.Year(), at.Month()+time.Month(i.Months), 1, 0, 0, 0, 0, at.Location())
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(at.Day(), last)-1), true
}
