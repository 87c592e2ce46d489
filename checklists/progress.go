package checklists

import "time"

// Progress counts how far the user has come with a list of items.
type Progress struct {
	Done     int // done, and not due again
	Open     int // left to do, the due ones among them
	Due      int // done once and come due again; part of Open
	NotForMe int // set aside, which no other count or share takes notice of
}

// ProgressOf counts items by what marks says of them at a given time. An item
// without a mark is open, and a mark without an item counts nowhere.
func ProgressOf(items []Item, marks map[string]Mark, now time.Time) Progress {
	var p Progress
	for _, item := range items {
		switch item.StatusOf(marks[item.ID], now) {
		case StatusDone:
			p.Done++
		case StatusNotForMe:
			p.NotForMe++
		case StatusDue:
			p.Due++
			p.Open++
		default:
			p.Open++
		}
	}
	return p
}

// Total is the number of items that concern the user: done and open together,
// without those set aside as not for me.
func (p Progress) Total() int { return p.Done + p.Open }

// Fraction is the share done of the items that concern the user, from 0 to 1
// and never NaN. With nothing left to count it is 1 if the user has set every
// item aside, for then nothing remains to be done, and 0 for a list with no
// items at all, for then nothing has been done.
func (p Progress) Fraction() float64 {
	if p.Total() == 0 {
		if p.NotForMe > 0 {
			return 1
		}
		return 0
	}
	return float64(p.Done) / float64(p.Total())
}
