package ui

import (
	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/ui/calendars"
	"hjemmekontor/ui/launcher"

	checklistui "hjemmekontor/ui/checklist"
	guideui "hjemmekontor/ui/guide"
)

// drafts is what the user has typed but not yet saved or used. It outlives the
// building of new screens, as when the language changes.
type drafts struct {
	contacts []organisation.Contact
	meetings launcher.State
	guide    guideui.State
	calendar calendars.Typed
	address  string // of an organisation file
	lists    map[checklists.Role]checklistui.Drafts
	question question
	section  int // of the editor
}

// question is whether to use an organisation file, while it is being asked.
type question struct {
	offered *organisation.File
	first   bool
	answer  func(take bool)
}

func (s *shell) drafts() drafts {
	d := drafts{lists: map[checklists.Role]checklistui.Drafts{}}
	if s.numbers != nil {
		d.contacts = s.numbers.Drafts()
	}
	if s.meetings != nil {
		d.meetings = s.meetings.State()
	}
	if s.guided != nil {
		d.guide = s.guided.State()
	}
	if s.calendars != nil {
		d.calendar = s.calendars.Typed()
	}
	if s.firm != nil {
		d.address = s.firm.Address()
		d.question.offered, d.question.first, d.question.answer = s.firm.Asking()
	}
	if s.editor != nil {
		d.section = s.editor.Section()
	}
	for role, list := range s.lists {
		d.lists[role] = list.Drafts()
	}
	return d
}

// restore puts drafts back; the screens that hold some are built for it.
func (s *shell) restore(d drafts) {
	if len(d.contacts) > 0 {
		s.built(Contacts)
		s.numbers.Restore(d.contacts)
	}
	if !d.meetings.Empty() {
		s.built(Meetings)
		s.meetings.Restore(d.meetings)
	}
	if d.guide.Way != "" {
		s.built(Guide)
		s.guided.Restore(d.guide)
	}
	if d.calendar != (calendars.Typed{}) {
		s.built(calendarsPage)
		s.calendars.Restore(d.calendar)
	}
	if d.address != "" {
		s.built(Company)
		s.firm.SetAddress(d.address)
	}
	if q := d.question; q.offered != nil {
		s.built(Company)
		s.firm.Ask(q.offered, q.first, q.answer)
	}
	if s.editor != nil {
		s.editor.Choose(d.section)
	}
	for role, typed := range d.lists {
		if !typed.Empty() {
			s.built(pageOf(role))
			s.lists[role].Restore(typed)
		}
	}
}

// built makes sure that a page is there.
func (s *shell) built(page Page) {
	if s.screens[page] == nil {
		s.screens[page] = s.screen(page)
	}
}
