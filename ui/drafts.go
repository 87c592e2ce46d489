package ui

import (
	"hjemmekontor/checklists/organisation"
)

// drafts is what the user has typed but not yet saved or used. It outlives the
// building of new screens, as when the language changes.
type drafts struct {
	contacts []organisation.Contact
	link     string
}

func (s *shell) drafts() drafts {
	var d drafts
	if s.numbers != nil {
		d.contacts = s.numbers.Drafts()
	}
	if s.meetings != nil {
		d.link = s.meetings.Link()
	}
	return d
}

// restore puts drafts back; the screens that hold some are built for it.
func (s *shell) restore(d drafts) {
	if len(d.contacts) > 0 {
		s.screens[Contacts] = s.screen(Contacts)
		s.numbers.Show(s.contacts)
		s.numbers.Restore(d.contacts)
	}
	if d.link != "" {
		s.screens[Meetings] = s.screen(Meetings)
		s.meetings.SetLink(d.link)
	}
}
