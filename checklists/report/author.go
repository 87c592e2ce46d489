package report

import (
	"cmp"
	"crypto/rand"
	"strings"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

// Author is who makes a report, and for whom.
type Author struct {
	// Person is from [NewPerson], and Name what the person has signed with.
	Person, Name   string
	Company        string
	CompanyVersion int
	CompanyName    string
	Role           checklists.Role
}

// NewPerson makes the random ID that tells one person's reports from
// another's: 130 random bits as 26 letters and digits, which say nothing about
// the person or the machine.
func NewPerson() string { return strings.ToLower(rand.Text()) }

// New makes the report of the items given, as of now. Notes, and reasons for
// setting an item aside, are taken along only where the note of the item is
// Shared. Texts are cleaned of what does not show and cut to their limits, so
// that whatever New makes can be read back, as long as the author has a name
// ([CleanName]).
func New(author Author, items []checklists.Item, marks map[string]checklists.Mark, notes map[string]checklists.Note, texts *locales.Texts, now time.Time) Report {
	r := Report{
		Person:         author.Person,
		Name:           CleanName(author.Name),
		Company:        author.Company,
		CompanyVersion: author.CompanyVersion,
		CompanyName:    CleanName(author.CompanyName),
		Role:           author.Role,
		Language:       texts.Language(),
		Made:           now.UTC().Truncate(time.Second),
	}
	for _, item := range items {
		title := item.Words(texts, checklists.ThisSystem()).Title
		r.Answers = append(r.Answers, newAnswer(item, title, marks[item.ID], notes[item.ID], now))
	}
	return r
}

func newAnswer(item checklists.Item, title string, mark checklists.Mark, note checklists.Note, now time.Time) Answer {
	// A clock that has been wrong is no reason to say what cannot be read back.
	mark.At = within(mark.At, earliest.AddDate(0, 0, 1), now)
	a := Answer{
		ItemID:   item.ID,
		Title:    cmp.Or(cleanLine(title, MaxTitle), item.ID),
		Priority: item.Priority,
		Status:   item.StatusOf(mark, now),
	}
	if a.Status != checklists.StatusOpen {
		a.On = dayOf(mark.At)
	}
	if due, recurs := item.DueAt(mark); recurs {
		a.Due = dayOf(due)
	}
	if note.Shared {
		a.Note = cleanText(note.Text, checklists.MaxNote)
		if a.Status == checklists.StatusNotForMe {
			a.Reason = cleanLine(mark.Reason, checklists.MaxReason)
		}
	}
	return a
}

// within brings a time outside the given ones to the nearer of them.
func within(at, first, last time.Time) time.Time {
	switch {
	case at.Before(first):
		return first
	case at.After(last):
		return last
	default:
		return at
	}
}
