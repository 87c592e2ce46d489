// Package contacts is the screen with the numbers to ring when something is
// wrong: the company's own, which the user enters, and public ones.
package contacts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	// Focus puts the cursor in a field.
	Focus func(fyne.Focusable)
}

// Screen is the contacts on the screen.
type Screen struct {
	texts   *locales.Texts
	actions Actions
	page    *widgets.Page
	own     *fyne.Container
	cards   map[organisation.Role]*card
}

// New builds the screen; Show fills in the company's contacts.
func New(texts *locales.Texts, public []organisation.PublicContact, actions Actions) *Screen {
	s := &Screen{texts: texts, actions: actions, cards: map[organisation.Role]*card{}}
	var own []fyne.CanvasObject
	for _, role := range organisation.Roles() {
		c := newCard(texts, role, actions)
		s.cards[role] = c
		own = append(own, c.object)
	}
	s.own = widgets.NewColumns(330, 2, own...)
	var others []fyne.CanvasObject
	for _, contact := range public {
		others = append(others, s.publicCard(contact))
	}
	s.page = widgets.NewPage(
		widgets.NewLines(widgets.NewText(texts.Text("contacts.title"), widgets.Title),
			widgets.NewText(texts.Text("contacts.intro"), widgets.Muted)),
		s.own,
		widgets.NewText(texts.Text("contacts.public"), widgets.Subtitle),
		widgets.NewColumns(330, 2, others...),
	)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Show brings the company's contacts up to date with what has been saved. A
// card that is being filled in keeps what has been typed.
func (s *Screen) Show(saved []organisation.Contact) {
	for role, card := range s.cards {
		contact := organisation.Contact{Role: role}
		for _, c := range saved {
			if c.Role == role {
				contact = c
			}
		}
		card.show(contact)
	}
	s.page.Content.Refresh()
}

// Drafts is the contacts that are being filled in.
func (s *Screen) Drafts() []organisation.Contact {
	var drafts []organisation.Contact
	for _, role := range organisation.Roles() {
		if card := s.cards[role]; card.editing {
			drafts = append(drafts, card.draft)
		}
	}
	return drafts
}

// Restore goes on with contacts that were being filled in.
func (s *Screen) Restore(drafts []organisation.Contact) {
	for _, draft := range drafts {
		s.cards[draft.Role].fillIn(draft)
	}
}

func (s *Screen) publicCard(c organisation.PublicContact) fyne.CanvasObject {
	content := container.NewVBox(widgets.NewLines(
		widgets.NewText(s.texts.Text("contact."+c.ID+".name"), widgets.Strong),
		widgets.NewText(s.texts.Text("contact."+c.ID+".when"), widgets.Body),
	))
	buttons := []fyne.CanvasObject{}
	if c.Phone != "" {
		content.Add(widgets.NewText(c.Phone, widgets.Display))
		buttons = append(buttons,
			widgets.NewPrimary(s.texts.Text("contacts.call"), "phone", func() { s.actions.Open(c.TelURL()) }),
			widgets.NewSecondary(s.texts.Text("contacts.copy"), "copy", func() { s.actions.Copy(c.Phone) }))
	}
	if c.URL != "" {
		buttons = append(buttons, widgets.NewSecondary(s.texts.Text("contacts.open-page"), "external", func() { s.actions.Open(c.URL) }))
	}
	content.Add(widgets.NewFlow(buttons...))
	content.Add(widgets.NewLink(s.texts.Text("contacts.source", locales.Data{"Date": s.texts.Date(c.AsOf)}),
		func() { s.actions.Open(c.SourceURL) }))
	return widgets.NewCard(content)
}
