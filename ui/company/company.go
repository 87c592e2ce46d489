// Package company is the page about the company: what the employer has handed
// out in the organisation file, how the file came here, and, for the employer,
// how far the next version has come.
//
// The page shows what it is given; files, addresses and keys are for the shell
// to handle. [NewView] is what the file says to an employee, for the editor to
// show beforehand as well.
package company

import (
	"reflect"
	"time"

	"fyne.io/fyne/v2"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// Actions is what the page asks the shell to do.
type Actions struct {
	// OpenFile lets the user choose an organisation file.
	OpenFile func()
	// Fetch gets the file that what was pasted leads to: an https address, or a
	// link of the app's own.
	Fetch func(text string)
	// Remove takes the file away.
	Remove func()

	// Edit opens the editor, and Publish signs what it holds and hands it out.
	Edit, Publish func()
	// BackUpKey saves the signing key, locked with a passphrase; done is called
	// on the UI goroutine with "" once it is saved, or with the words for what
	// went wrong.
	BackUpKey func(passphrase string, done func(problem string))
	// ChooseBackUp lets the user choose such a file; chosen is called with its
	// name, and not at all if the user thinks better of it.
	ChooseBackUp func(chosen func(name string))
	// RestoreKey takes the key out of the file chosen last; done is as for
	// BackUpKey.
	RestoreKey func(passphrase string, done func(problem string))

	OpenReports, OpenContacts func()
	OpenList                  func(role checklists.Role)
	Open                      func(url string)
	Copy                      func(text string)
	// Focus puts the cursor in a field.
	Focus func(fyne.Focusable)
}

// Model is what the page shows.
type Model struct {
	// Held is the file taken from the employer, nil without.
	Held   *organisation.File
	Update Update

	// Draft is what the employer is writing, nil without.
	Draft *organisation.Organisation
	// Published is the version that was handed out last, 0 before the first.
	Published int
	// Changed is true while the draft holds what has not been published.
	Changed bool
	// Key is true if the signing key is on this machine, and KeyKnown once the
	// keyring has said so.
	Key, KeyKnown bool
	// NotBackedUp is true while no copy of the key has been saved.
	NotBackedUp bool

	// Busy is true while something the user has asked for is on its way.
	Busy bool
}

// Update is how it stands with newer versions of the file.
type Update struct {
	Address string    // where they may lie, "" if the company has named no place
	Asked   time.Time // when it was last asked there, zero for never
	Problem string    // the words for why nothing came of it, "" if all went well
}

// Screen is the page on the screen.
type Screen struct {
	texts   *locales.Texts
	guide   *tools.Guide
	actions Actions
	model   Model

	page     *widgets.Page
	problem  *fyne.Container
	body     *fyne.Container
	open     *openCard
	form     *form     // a form that stands in place of the rest, if any
	question *question // a question that stands in place of all, if any
}

// New builds the page; Show fills it in. The guide knows the meeting tools.
func New(texts *locales.Texts, guide *tools.Guide, actions Actions) *Screen {
	s := &Screen{texts: texts, guide: guide, actions: actions, problem: stack(), body: stack()}
	s.open = newOpenCard(s)
	s.page = widgets.NewPage(s.problem, s.body)
	s.problem.Hide()
	s.build()
	return s
}

// stack sets cards below each other, as far apart as a page does.
func stack(objects ...fyne.CanvasObject) *fyne.Container { return widgets.NewColumns(0, 1, objects...) }

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Show brings the page up to date. A question or a form that is open stays.
func (s *Screen) Show(m Model) {
	if reflect.DeepEqual(s.model, m) {
		return
	}
	s.model = m
	s.open.enable(!m.Busy)
	if s.question == nil && s.form == nil {
		s.build()
	}
}

// Problem says what went wrong with what was asked for last; "" takes it away.
func (s *Screen) Problem(words string) {
	if words == "" && !s.problem.Visible() {
		return
	}
	s.problem.Objects = nil
	s.problem.Hidden = words == ""
	if words != "" {
		s.problem.Objects = []fyne.CanvasObject{widgets.NewNotice(words)}
		s.page.ScrollToTop()
	}
	s.page.Content.Refresh()
}

// Address is what stands in the field for an address.
func (s *Screen) Address() string { return s.open.entry.Text }

// SetAddress puts an address into the field.
func (s *Screen) SetAddress(address string) { s.open.entry.SetText(address) }

// employer tells whether this machine belongs to someone who writes the file.
func (m Model) employer() bool { return m.Draft != nil || m.Key }

// build shows what stands foremost: a question, a form, or the company.
func (s *Screen) build() {
	switch {
	case s.question != nil:
		s.body.Objects = []fyne.CanvasObject{s.question.object}
	case s.form != nil:
		s.body.Objects = []fyne.CanvasObject{s.form.object}
	default:
		s.body.Objects = s.overview()
	}
	s.page.Content.Refresh()
}

// overview is the page when nothing is asked.
func (s *Screen) overview() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if s.model.Busy {
		objects = append(objects, widgets.NewHint(s.texts.Text("company.busy")))
	}
	if s.model.Held == nil {
		objects = append(objects, s.heading())
		return append(objects, s.withoutFile()...)
	}
	if s.model.employer() {
		objects = append(objects, s.employerCard())
	}
	objects = append(objects, NewView(s.texts, s.guide, s.model.Held.Organisation, s.actions), s.fileCard())
	if !s.model.employer() {
		objects = append(objects, s.employerLine())
	}
	return objects
}

func (s *Screen) heading() fyne.CanvasObject {
	return widgets.NewLines(widgets.NewText(s.texts.Text("company.title"), widgets.Title),
		widgets.NewText(s.texts.Text("company.intro"), widgets.Muted))
}

// withoutFile asks the employee for the file, and the employer to begin one.
func (s *Screen) withoutFile() []fyne.CanvasObject {
	if s.model.employer() {
		return []fyne.CanvasObject{s.employerCard(), s.open.object}
	}
	return []fyne.CanvasObject{widgets.NewColumns(340, 2, s.open.object, s.beginCard()), s.whatItIs()}
}
