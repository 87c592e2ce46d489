// Package checklist is the screen of one checklist: progress, search and
// filter, and the items with their why and how, notes and history.
//
// The screen shows what it is given and asks for changes by callback; a tick
// or a note appears when Show brings one that has been saved. What is being
// typed is the user's until then: Show leaves it alone, and Drafts carries it
// over to a screen built anew.
package checklist

import (
	"time"

	"fyne.io/fyne/v2"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	// SetState asks for a mark. Reason is "" for any state but NotForMe, and
	// may be so for that as well; it is at most checklists.MaxReason characters.
	SetState func(itemID string, state checklists.State, reason string)
	// SetNote asks for a note of at most checklists.MaxNote characters to be
	// kept in place of the item's, or for it to be taken away if it has no text.
	SetNote func(note checklists.Note)
	// History asks for all that was said of an item, the oldest first; show is
	// to be called on the UI goroutine.
	History    func(itemID string, show func(history []checklists.Mark))
	OpenSource func(url string)
	// Report makes a report of the list.
	Report func()
	// Focus puts the cursor in a field.
	Focus func(fyne.Focusable)
}

// Model is what the screen shows. Marks and Notes are by item ID.
type Model struct {
	Marks map[string]checklists.Mark
	Notes map[string]checklists.Note
	Now   time.Time
}

// Screen is a checklist on the screen.
type Screen struct {
	list     *list
	page     *widgets.LongPage
	summary  *summary
	filter   *filter
	sections []*section
	rows     map[string]*row
	model    Model
}

// list is what all rows of a screen have in common.
type list struct {
	texts   *locales.Texts
	items   []checklists.Item
	role    checklists.Role
	company string
	system  checklists.System
	actions Actions
	heights *heights
	resized func(*row) // a row is higher or lower than before
}

// New builds the screen of a role's list. Company is the name of the company
// whose own items are on the list, "" if it has no name here; system is the one
// whose steps are shown.
func New(texts *locales.Texts, catalogue *checklists.Catalogue, role checklists.Role, company string,
	system checklists.System, actions Actions,
) *Screen {
	l := &list{
		texts: texts, items: catalogue.Items(role), role: role, company: company, system: system,
		actions: actions, heights: &heights{},
	}
	s := &Screen{list: l, summary: newSummary(l), rows: make(map[string]*row, len(l.items))}
	l.resized = s.resize
	s.filter = newFilter(l, s.find)
	content := []fyne.CanvasObject{
		widgets.NewText(texts.Text("checklist."+string(role)+".title"), widgets.Title),
		s.summary.object,
		s.filter.object,
	}
	for _, name := range catalogue.Sections(role) {
		g := newSection(l, name)
		for _, r := range g.rows {
			s.rows[r.item.ID] = r
		}
		s.sections = append(s.sections, g)
		content = append(content, g.card)
	}
	s.page = widgets.NewLongPage(content...)
	s.find()
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page.Page() }

// Show brings every item and count up to date with what has been saved. An
// item that no longer passes the filter stays in sight until the filter is
// touched, lest it vanish under the user's hand.
func (s *Screen) Show(m Model) {
	s.model = m
	for _, r := range s.rows {
		if r.show(m.Marks[r.item.ID], m.Notes[r.item.ID], m.Now) {
			s.cardOf(r).Changed(r)
		}
	}
	for _, g := range s.sections {
		g.count(m)
	}
	s.summary.show(checklists.ProgressOf(s.list.items, m.Marks, m.Now))
	s.filter.show(m)
	s.choose(s.filter.passing(m), false)
	s.page.Update()
}

// find shows the items that pass the filter, which has changed.
func (s *Screen) find() {
	s.filter.show(s.model)
	s.choose(s.filter.passing(s.model), true)
	s.page.Update()
}

// choose shows the items that pass the filter, and takes away the others if
// told so.
func (s *Screen) choose(passing map[string]bool, others bool) {
	shown := 0
	for _, g := range s.sections {
		shown += g.choose(passing, others)
	}
	s.filter.found(shown > 0)
}

// Reveal opens an item and scrolls to it.
func (s *Screen) Reveal(itemID string) {
	r := s.rows[itemID]
	if r == nil {
		return
	}
	if !r.shown {
		s.filter.clear()
	}
	r.expand(true)
	s.page.ScrollTo(s.cardOf(r), r)
}

// resize makes room for a row that is higher or lower than before.
func (s *Screen) resize(r *row) {
	s.cardOf(r).Changed(r)
	s.page.Update()
}

func (s *Screen) cardOf(r *row) *widgets.Rows {
	for _, g := range s.sections {
		if g.name == r.item.Section {
			return g.card
		}
	}
	return nil
}
