package report

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/internal/plaintext"
	"hjemmekontor/locales"
)

// check returns nil for a report that [New] could have made, whenever that
// was.
func (r Report) check() error {
	if r.Name == "" {
		return ErrNoName
	}
	if len(r.Answers) > MaxAnswers {
		return fmt.Errorf("%w: %d answers", ErrTooLarge, len(r.Answers))
	}
	if broken := firstBroken([]rule{
		{"person", validID(r.Person) && len(r.Person) <= checklists.MaxPerson},
		{"name", validLine(r.Name, MaxName) && plaintext.Visible(r.Name)},
		{"company", r.validCompany()},
		{"company-name", validLine(r.CompanyName, MaxName)},
		{"role", slices.Contains(checklists.Roles(), r.Role)},
		{"language", slices.Contains(locales.Languages(), r.Language)},
	}); broken != "" {
		return damaged(broken)
	}
	if r.Made.Before(earliest) || r.Made.After(latest) {
		return fmt.Errorf("made: %w", ErrClock)
	}
	return r.checkAnswers()
}

func (r Report) validCompany() bool {
	if r.Company == "" {
		return r.CompanyVersion == 0
	}
	return validID(r.Company) && r.CompanyVersion >= 0
}

func (r Report) checkAnswers() error {
	// A machine east of Greenwich may have been at the next day already.
	last := r.Made.Truncate(24*time.Hour).AddDate(0, 0, 1)
	taken := make(map[string]bool, len(r.Answers))
	for i, a := range r.Answers {
		if err := a.check(last); err != nil {
			return fmt.Errorf("answer %d: %w", i+1, err)
		}
		if taken[a.ItemID] {
			return fmt.Errorf("answer %d: %w", i+1, damaged("item-twice"))
		}
		taken[a.ItemID] = true
	}
	return nil
}

// check looks at an answer given on the day last at the latest.
func (a Answer) check(last time.Time) error {
	if !a.On.IsZero() && (a.On.Before(earliest) || a.On.After(last)) {
		return fmt.Errorf("day: %w", ErrClock)
	}
	if broken := firstBroken([]rule{
		{"item", validID(a.ItemID)},
		{"title", a.Title != "" && validLine(a.Title, MaxTitle)},
		{"priority", slices.Contains(priorities, a.Priority)},
		{"status", slices.Contains(statuses, a.Status)},
		{"day", a.On.IsZero() == (a.Status == checklists.StatusOpen)},
		{"due", a.validDue()},
		{"reason", a.Reason == "" || a.Status == checklists.StatusNotForMe && validLine(a.Reason, checklists.MaxReason)},
		{"note", validText(a.Note, checklists.MaxNote)},
	}); broken != "" {
		return damaged(broken)
	}
	return nil
}

func (a Answer) validDue() bool {
	switch {
	case a.Due.IsZero():
		return a.Status != checklists.StatusDue
	case a.Status == checklists.StatusDone, a.Status == checklists.StatusDue:
		return a.Due.After(a.On) && !a.Due.After(a.On.AddDate(0, maxMonths, 0))
	}
	return false
}

var (
	priorities = []checklists.Priority{checklists.Must, checklists.Should, checklists.Nice}
	statuses   = []checklists.Status{
		checklists.StatusOpen, checklists.StatusDue, checklists.StatusDone, checklists.StatusNotForMe,
	}
)

// rule is something that has to hold, and the name of what it is about.
type rule struct {
	about string
	holds bool
}

func firstBroken(rules []rule) (about string) {
	for _, r := range rules {
		if !r.holds {
			return r.about
		}
	}
	return ""
}

// damaged says what a report is wrong about, and never what stands there.
func damaged(about string) error { return fmt.Errorf("%w: %s", ErrDamaged, about) }

// validID accepts 1 to maxID ASCII letters, digits and signs that separate
// them.
func validID(s string) bool {
	for _, r := range s {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (r < '0' || r > '9') && r != '-' && r != '_' && r != '.' {
			return false
		}
	}
	return s != "" && len(s) <= maxID
}

// validLine accepts one line of at most limit characters, all of which show.
func validLine(s string, limit int) bool {
	return validText(s, limit) && !strings.Contains(s, "\n")
}

func validText(s string, limit int) bool {
	return utf8.RuneCountInString(s) <= limit && plaintext.Honest(s, "\n")
}
