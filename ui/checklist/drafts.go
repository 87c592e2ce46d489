package checklist

import (
	"strings"

	"hjemmekontor/checklists"
)

// Drafts is what has been typed but not saved.
type Drafts struct {
	Notes   map[string]string // by item ID
	Reasons map[string]string // why items are not for the user, by item ID
}

// Empty reports whether nothing is left to save.
func (d Drafts) Empty() bool { return len(d.Notes) == 0 && len(d.Reasons) == 0 }

// Drafts is what has been typed in the screen but not saved.
func (s *Screen) Drafts() Drafts {
	d := Drafts{Notes: map[string]string{}, Reasons: map[string]string{}}
	for id, r := range s.rows {
		if r.draft.note != nil {
			d.Notes[id] = *r.draft.note
		}
		if r.draft.reason != nil {
			d.Reasons[id] = *r.draft.reason
		}
	}
	return d
}

// Restore goes on with what was being typed; the items it was typed in open.
func (s *Screen) Restore(d Drafts) {
	for id, text := range d.Notes {
		if r := s.rows[id]; r != nil && strings.TrimSpace(text) != r.note.Text {
			r.restore(func() { r.draft.note = &text })
		}
	}
	for id, text := range d.Reasons {
		if r := s.rows[id]; r != nil {
			r.restore(func() { r.draft.reason = &text })
		}
	}
}

func (r *row) restore(begin func()) {
	r.expand(false)
	begin()
	r.expand(true)
}

// draft is what is being typed about an item.
type draft struct {
	note   *string // nil if the note is as it was saved
	asked  string  // the note that was last asked to be saved
	reason *string // nil unless the reason is being asked for
}

// settle lets go of what has been saved meanwhile. Whatever else has changed,
// what is being typed stays.
func (d *draft) settle(marked bool, mark checklists.Mark, noted bool, note checklists.Note) {
	if marked && mark.State == checklists.NotForMe {
		d.reason = nil
	}
	if !noted || d.note == nil {
		return
	}
	if typed := strings.TrimSpace(*d.note); typed == note.Text || typed == d.asked {
		d.note = nil
	}
}
