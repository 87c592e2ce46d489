// Package editor is the form in which an employer writes the organisation
// file: a section at a time, with what is wrong said beside each field, and
// with a look at what the employees will see.
//
// All that is typed is told at once by [Actions].Change, whether it is right or
// not; [Screen.Show] brings back what has been saved and what is wrong with it.
// Showing never takes the cursor from the user, nor what has been typed since.
package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	// Change is told the whole as it stands after each change.
	Change func(o organisation.Organisation)
	// Removed is told, in words, of what has been taken out; undo puts it back
	// and tells Change.
	Removed func(words string, undo func())
	// Publish signs what Change was told last and hands it out; it is asked for
	// only while nothing is wrong.
	Publish func()
	Open    func(url string)
	Copy    func(text string)
	// Focus puts the cursor in a field.
	Focus func(fyne.Focusable)
}

// Screen is the editor on the screen.
type Screen struct {
	texts     *locales.Texts
	guide     *tools.Guide
	incidents []incident.Incident
	actions   Actions

	draft organisation.Organisation   // what no list keeps for itself
	shown organisation.Organisation   // what Show brought last
	told  []organisation.Organisation // what Change was told and Show has not brought yet
	wrong problems

	page     *widgets.Page
	body     *fyne.Container
	steps    *steps
	sections []*section
	preview  *preview
	chosen   int // the section in sight; len(sections) is the preview
}

// New builds the screen; Show fills it in.
func New(texts *locales.Texts, guide *tools.Guide, incidents []incident.Incident, actions Actions) *Screen {
	s := &Screen{texts: texts, guide: guide, incidents: incidents, actions: actions, body: container.NewStack()}
	s.sections = s.newSections()
	s.preview = newPreview(s)
	s.steps = newSteps(s)
	s.page = widgets.NewPage(
		widgets.NewLines(widgets.NewText(texts.Text("company.editor.title"), widgets.Title),
			widgets.NewText(texts.Text("company.editor.intro"), widgets.Muted)),
		widgets.NewFlow(widgets.NewSecondary(texts.Text("company.publish"), "send", s.Publish)),
		s.steps.object,
		s.body,
	)
	s.Choose(0)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Show brings the screen up to date with what has been saved and what is wrong
// with it. What Change was told leaves every field as it is when it comes back;
// anything else, as from another window, takes their place.
func (s *Screen) Show(o organisation.Organisation, wrong organisation.Problems) {
	if !s.returned(o) {
		s.read(o)
	}
	s.shown = clone(o)
	s.draft.ID, s.draft.Version, s.draft.Made = o.ID, o.Version, o.Made
	if len(s.told) > 0 {
		return // what is wrong may have been mended since
	}
	if found := readProblems(wrong); !found.equal(s.wrong) {
		s.wrong = found
		s.mark()
	}
	if s.chosen == len(s.sections) {
		s.preview.show()
	}
}

// returned tells whether o is what Change was told, or nothing new.
func (s *Screen) returned(o organisation.Organisation) bool {
	for i, told := range s.told {
		if same(told, o) {
			s.told = s.told[i+1:]
			return true
		}
	}
	return same(s.shown, o)
}

// mostTold bounds what is waited for: long before so many changes have been
// made, one of them has been saved.
const mostTold = 100

// changed tells the shell how it all stands.
func (s *Screen) changed() {
	o := s.collect()
	if len(s.told) == mostTold {
		s.told = s.told[1:]
	}
	s.told = append(s.told, o)
	s.actions.Change(o)
}

// read puts an organisation into the fields.
func (s *Screen) read(o organisation.Organisation) {
	s.told = nil
	s.draft = clone(o)
	for _, section := range s.sections {
		for _, part := range section.parts {
			part.read(o)
		}
	}
}

// collect is the organisation as it has been filled in.
func (s *Screen) collect() organisation.Organisation {
	o := clone(s.draft)
	for _, section := range s.sections {
		for _, part := range section.parts {
			part.write(&o)
		}
	}
	return o
}

// check finds out anew what is wrong, as after something has changed places.
func (s *Screen) check() {
	s.wrong = problemsOf(s.collect())
	s.mark()
}

// mark says what is wrong, in the sections and beside the fields.
func (s *Screen) mark() {
	for _, section := range s.sections {
		section.show(s.wrong)
	}
	s.steps.mark()
	s.page.Content.Refresh()
}

// Section is the number of the section in sight, from 0; the preview follows
// the last of them.
func (s *Screen) Section() int { return s.chosen }

// Choose shows a section by its number.
func (s *Screen) Choose(i int) {
	i = min(max(i, 0), len(s.sections))
	if s.chosen != i && s.chosen < len(s.sections) {
		s.sections[s.chosen].settle()
	}
	s.chosen = i
	s.mark()
	if i == len(s.sections) {
		s.preview.show()
		s.body.Objects = []fyne.CanvasObject{s.preview.object}
	} else {
		s.body.Objects = []fyne.CanvasObject{s.sections[i].object}
	}
	s.page.Content.Refresh()
	s.page.ScrollToTop()
}

// goTo shows a section for the user, whose keys follow.
func (s *Screen) goTo(i int) {
	s.Choose(i)
	s.actions.Focus(s.steps.buttons[i])
}

// Publish asks the shell to publish, or leads to the first thing that is wrong.
func (s *Screen) Publish() {
	wrong := problemsOf(s.collect())
	if len(wrong) == 0 {
		s.actions.Publish()
		return
	}
	s.wrong = wrong
	for _, section := range s.sections {
		section.settle()
	}
	s.mark()
	for i, section := range s.sections {
		if section.count > 0 {
			s.Choose(i)
			s.lead(section)
			return
		}
	}
}

// lead goes to the first field of a section that something is wrong with.
func (s *Screen) lead(section *section) {
	field := section.lead()
	if field == nil {
		return
	}
	s.reveal(field.object)
	if field.first != nil {
		s.actions.Focus(field.first)
	}
}
