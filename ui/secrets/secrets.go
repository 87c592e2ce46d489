// Package secrets is the screen that shows what the app keeps in the system's
// keyring: names, never values. Entries can be deleted there, one or all, and
// the keyring be tried.
package secrets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Entry is a secret that is kept.
type Entry struct {
	Name  string // under which it is kept; not secret
	Title string // what it is for, to the user
	// Loss is what the user loses with it that cannot be had again, "" where it
	// can be typed or fetched anew.
	Loss string
}

// Keyring is where the secrets are kept.
type Keyring int

// What can be said of the keyring.
const (
	Unknown Keyring = iota // not asked yet
	Ready
	Missing // the system has none that is running
	Troubled
	Memory // secrets are kept until the program ends
)

// Model is what the screen shows.
type Model struct {
	Keyring Keyring
	Entries []Entry
	Trouble string // why the keyring does not answer, in words; with Troubled
	// Tried is what came of trying the keyring, "" before; Works tells whether
	// it went well.
	Tried string
	Works bool
	Busy  bool // the keyring is at work, and may be showing a dialog
}

// Actions is what the screen asks the shell to do. Deleting is asked again
// about by the shell.
type Actions struct {
	Delete     func(Entry)
	DeleteAll  func()
	Try        func()
	LookAgain  func()
	KeepInside func() // keep secrets until the program ends
}

// Screen is the keyring's page on the screen.
type Screen struct {
	texts   *locales.Texts
	actions Actions
	page    *widgets.Page
	body    *fyne.Container
	shown   Model
	built   bool

	try  *widget.Button // tries the keyring; nil while there is none
	keys bool           // it had the keys before the keyring was at work
}

// New builds the screen; Show fills it in.
func New(texts *locales.Texts, actions Actions) *Screen {
	s := &Screen{texts: texts, actions: actions, body: widgets.NewColumns(340, 1)}
	s.page = widgets.NewPage(
		widgets.NewLines(widgets.NewText(texts.Text("secrets.title"), widgets.Title),
			widgets.NewText(texts.Text("secrets.intro"), widgets.Muted)),
		s.body,
	)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Show brings the screen up to date. What has not changed stays, so that the
// keys stay where they are.
func (s *Screen) Show(m Model) {
	if s.built && equal(m, s.shown) {
		return
	}
	s.shown, s.built = m, true
	canvas := fyne.CurrentApp().Driver().CanvasForObject(s.page)
	had := canvas != nil && s.try != nil && canvas.Focused() == fyne.Focusable(s.try)
	s.body.Objects = []fyne.CanvasObject{s.state(m), s.list(m)}
	s.page.Content.Refresh()
	if s.keys = s.keys || had; s.keys && !m.Busy {
		s.keys = false
		if canvas != nil && s.try != nil {
			canvas.Focus(s.try)
		}
	}
}

func equal(a, b Model) bool {
	return a.Keyring == b.Keyring && a.Trouble == b.Trouble && a.Tried == b.Tried && a.Works == b.Works &&
		a.Busy == b.Busy && slices.Equal(a.Entries, b.Entries)
}

// state says how the keyring is doing, and what can be done about it.
func (s *Screen) state(m Model) fyne.CanvasObject {
	s.try = nil
	card := container.NewVBox(widgets.NewText(s.texts.Text("secrets.keyring"), widgets.Subtitle))
	switch m.Keyring {
	case Ready:
		card.Add(widgets.NewText(s.texts.Text("secrets.ready"), widgets.Body))
	case Missing:
		card.Add(widgets.NewField(widgets.NewNotice(s.texts.Text("secrets.missing"))))
		card.Add(widgets.NewText(s.texts.Text("secrets.missing-how"), widgets.Body))
		card.Add(widgets.NewFlow(
			widgets.NewPrimary(s.texts.Text("secrets.look-again"), "", s.actions.LookAgain),
			widgets.NewSecondary(s.texts.Text("secrets.keep-inside"), "", s.actions.KeepInside)))
	case Troubled:
		card.Add(widgets.NewField(widgets.NewNotice(m.Trouble, widgets.NewSecondary(s.texts.Text("secrets.look-again"), "", s.actions.LookAgain))))
	case Memory:
		card.Add(widgets.NewField(widgets.NewHint(s.texts.Text("secrets.memory"))))
	default:
		card.Add(widgets.NewText(s.texts.Text("secrets.asking"), widgets.Muted))
	}
	switch {
	case m.Busy:
		card.Add(widgets.NewText(s.texts.Text("secrets.busy"), widgets.Muted))
	case m.Tried != "" && m.Works:
		card.Add(widgets.NewField(widgets.NewHint(m.Tried)))
	case m.Tried != "":
		card.Add(widgets.NewField(widgets.NewNotice(m.Tried)))
	}
	if m.Keyring == Ready || m.Keyring == Troubled {
		s.try = disabledIf(m.Busy, widgets.NewSecondary(s.texts.Text("secrets.try"), "key", s.actions.Try))
		card.Add(widgets.NewFlow(s.try))
	}
	return widgets.NewCard(card)
}

// list is what is kept.
func (s *Screen) list(m Model) fyne.CanvasObject {
	if m.Keyring != Ready && m.Keyring != Memory {
		return container.NewVBox()
	}
	card := container.NewVBox(widgets.NewText(s.texts.Text("secrets.kept"), widgets.Subtitle))
	if len(m.Entries) == 0 {
		card.Add(widgets.NewText(s.texts.Text("secrets.nothing"), widgets.Body))
		return widgets.NewCard(card)
	}
	for _, e := range m.Entries {
		card.Add(s.row(e, m.Busy))
	}
	if len(m.Entries) > 1 {
		card.Add(widgets.NewFlow(disabledIf(m.Busy,
			widgets.NewSecondary(s.texts.Text("secrets.delete-all"), "delete", s.actions.DeleteAll))))
	}
	return widgets.NewCard(card)
}

func (s *Screen) row(e Entry, busy bool) fyne.CanvasObject {
	lines := widgets.NewLines(widgets.NewText(e.Title, widgets.Strong))
	if e.Loss != "" {
		lines.Add(widgets.NewText(e.Loss, widgets.Muted))
	}
	remove := disabledIf(busy, widgets.NewQuiet(s.texts.Text("secrets.delete"), "delete", func() { s.actions.Delete(e) }))
	return container.NewBorder(nil, nil, nil, container.NewVBox(remove), lines)
}

func disabledIf(yes bool, b *widget.Button) *widget.Button {
	if yes {
		b.Disable()
	}
	return b
}
