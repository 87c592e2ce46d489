package report

import (
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

// Report is how far one person has come with one checklist.
type Report struct {
	// Person tells people of the same name apart: random, made once on the
	// person's machine ([NewPerson]).
	Person string
	Name   string // as signed off by the person; at most MaxName characters
	// Company and CompanyVersion are the ID and version of the organisation
	// file the list had at the time, "" and 0 without one.
	Company        string
	CompanyVersion int
	CompanyName    string
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
	// Reason and Note are the person's own words, empty unless shared.
	Reason, Note string
}

// Author is who makes a report, and for whom.
type Author struct {
	Person, Name   string
	Company        string
	CompanyVersion int
	CompanyName    string
	Role           checklists.Role
}

// New makes the report of the items given. Notes, and reasons for setting an
// item aside, are taken along only where the note of the item is Shared.
func New(author Author, items []checklists.Item, marks map[string]checklists.Mark, notes map[string]checklists.Note, texts *locales.Texts, now time.Time) Report {
	panic("to be written")
}

// Progress counts the answers.
func (r Report) Progress() checklists.Progress { panic("to be written") }
