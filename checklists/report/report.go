package report

import (
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

// Report is how far one person has come with one checklist. Days are midnight
// UTC of the date that the person's machine showed.
type Report struct {
	// Person tells people of the same name apart: random, made once on the
	// person's machine ([NewPerson]).
	Person string
	Name   string // as signed off by the person; at most MaxName characters
	// Company and CompanyVersion are the ID and version of the organisation
	// file the list had at the time, "" and 0 without one.
	Company        string
	CompanyVersion int
	CompanyName    string // at most MaxName characters
	Role           checklists.Role
	Language       locales.Language // of the titles
	Made           time.Time        // UTC, to the second
	Answers        []Answer         // in the order of the list, one for each item
}

// Answer is what the person has said about one item.
type Answer struct {
	ItemID string
	// Title is the item's, so that a report can be read without the app.
	Title    string
	Priority checklists.Priority
	Status   checklists.Status // when the report was made
	// On is the day it was done, or set aside; zero for an open item.
	On time.Time
	// Due is the day a recurring item is to be done again; zero for others.
	Due time.Time
	// Reason and Note are the person's own words, empty unless shared. A note
	// may hold line breaks.
	Reason, Note string
}

// Progress counts the answers as they were when the report was made.
func (r Report) Progress() checklists.Progress {
	var p checklists.Progress
	for _, a := range r.Answers {
		count(&p, a.Status)
	}
	return p
}

// progressOn counts the answers as of a day: what was done when the report was
// made may be due since.
func (r Report) progressOn(today time.Time) checklists.Progress {
	var p checklists.Progress
	for _, a := range r.Answers {
		count(&p, a.statusOn(today))
	}
	return p
}

func count(p *checklists.Progress, s checklists.Status) {
	switch s {
	case checklists.StatusDone:
		p.Done++
	case checklists.StatusNotForMe:
		p.NotForMe++
	case checklists.StatusDue:
		p.Due++
		p.Open++
	default:
		p.Open++
	}
}

// statusOn tells how the item stands as of a day.
func (a Answer) statusOn(today time.Time) checklists.Status {
	if a.Status == checklists.StatusDone && !a.Due.IsZero() && !today.Before(a.Due) {
		return checklists.StatusDue
	}
	return a.Status
}

// dayOf is the day that this machine's calendar shows at a time.
func dayOf(at time.Time) time.Time {
	year, month, day := at.Local().Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}
