// Package contacts is the screen for the moment when something is wrong: whom
// to ring, what to do first, and by when a data breach is to be reported. It
// needs no network.
//
// The screen shows what it is given and asks for changes by callback.
package contacts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	// Save keeps a contact, or takes it away if it is empty; done is called on
	// the UI goroutine with "", or with the words for what went wrong.
	Save func(contact organisation.Contact, done func(problem string))
	Open func(url string)
	Copy func(text string)
	// StartDeadline says when a breach was discovered, and EndDeadline that it
	// has been reported or was none.
	StartDeadline func(discovered time.Time)
	EndDeadline   func()
	// Take makes a file to take the contacts along.
	Take func(form Form)
	// Focus puts the cursor in a field.
	Focus func(fyne.Focusable)
}

// Form is a form in which the contacts can be taken along.
type Form string

// The forms: a sheet for the wall, a card for the wallet, and entries for the
// phone's own list.
const (
	Sheet  Form = "sheet"
	Wallet Form = "wallet"
	Phone  Form = "phone"
)

// Model is what the screen shows.
type Model struct {
	Now      time.Time
	Own      []organisation.Contact     // entered by the user
	Company  *organisation.Organisation // from the employer's file, nil without
	Deadline *incident.Deadline         // nil if none is running
}

// Screen is the contacts on the screen.
type Screen struct {
	texts   *locales.Texts
	actions Actions
	page    *widgets.Page

	deadline  *deadline
	numbers   *numbers
	incidents *incidents
}

// New builds the screen; Show fills it in.
func New(texts *locales.Texts, public []organisation.PublicContact, known []incident.Incident, actions Actions) *Screen {
	s := &Screen{texts: texts, actions: actions}
	s.deadline = newDeadline(texts, public, actions)
	s.numbers = newNumbers(texts, actions)
	s.incidents = newIncidents(texts, known, public, s.leadToDeadline, actions)
	var authorities []fyne.CanvasObject
	for _, contact := range public {
		authorities = append(authorities, publicCard(texts, contact, actions))
	}
	s.page = widgets.NewPage(
		widgets.NewLines(widgets.NewText(texts.Text("contacts.title"), widgets.Title),
			widgets.NewText(texts.Text("contacts.intro"), widgets.Muted)),
		s.deadline.running,
		s.numbers.object,
		widgets.NewText(texts.Text("contacts.happened"), widgets.Subtitle),
		s.incidents.object,
		s.deadline.start,
		widgets.NewText(texts.Text("contacts.public"), widgets.Subtitle),
		widgets.NewColumns(330, 2, authorities...),
		s.take(),
	)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Show brings the screen up to date with what has been saved. A card that is
// being filled in keeps what has been typed.
func (s *Screen) Show(m Model) {
	s.numbers.show(m.Own, m.Company)
	s.incidents.show(m.Company, s.numbers.reachable())
	begun := m.Deadline != nil && !s.deadline.running.Visible()
	s.deadline.show(m.Deadline, m.Now)
	s.page.Content.Refresh()
	if begun {
		// It is counted at the top, and was begun further down.
		s.page.ScrollToTop()
	}
}

// leadToDeadline shows the countdown, or asks when it is to begin.
func (s *Screen) leadToDeadline() {
	if s.deadline.running.Visible() {
		s.page.ScrollToTop()
		return
	}
	s.deadline.ask()
	s.page.Refresh() // so that it is known where the question stands
	s.page.Reveal(s.deadline.start)
}

// Drafts is the contacts that are being filled in.
func (s *Screen) Drafts() []organisation.Contact {
	var drafts []organisation.Contact
	for _, role := range organisation.Roles() {
		if card := s.numbers.own[role]; card.editing {
			drafts = append(drafts, card.draft)
		}
	}
	return drafts
}

// Restore goes on with contacts that were being filled in.
func (s *Screen) Restore(drafts []organisation.Contact) {
	for _, draft := range drafts {
		if card, known := s.numbers.own[draft.Role]; known {
			card.fillIn(draft)
		}
	}
}

// take offers to take the numbers along, for when the computer is what is
// gone.
func (s *Screen) take() fyne.CanvasObject {
	form := func(words, icon string, form Form) fyne.CanvasObject {
		return widgets.NewSecondary(words, icon, func() { s.actions.Take(form) })
	}
	return widgets.NewCard(container.NewVBox(
		widgets.NewLines(widgets.NewText(s.texts.Text("contacts.take"), widgets.Subtitle),
			widgets.NewText(s.texts.Text("contacts.take-why"), widgets.Muted)),
		widgets.NewFlow(
			form(s.texts.Text("contacts.take-wallet"), "card", Wallet),
			form(s.texts.Text("contacts.take-sheet"), "print", Sheet),
			form(s.texts.Text("contacts.take-phone"), "phone", Phone),
		),
	))
}
