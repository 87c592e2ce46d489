// Package calendars is the screen where the user says which calendars the
// day's meetings come from: files, secret addresses and CalDAV accounts.
package calendars

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Calendar is one that has been added.
type Calendar struct {
	ID     string
	Name   string
	Where  string // the file or host it comes from; nothing secret
	State  string // how old what is known of it is, in words
	Wrong  string // what is wrong, in words, "" if nothing is
	Hidden bool   // its meetings are not shown
}

// Model is what the screen shows.
type Model struct {
	Calendars []Calendar
	Minutes   int  // before a meeting that a notification comes; 0 for none
	Busy      bool // a calendar is being fetched
	// NoKeyring says why no address or password can be kept, "" if they can.
	NoKeyring string
}

// Found is a calendar that a CalDAV account has.
type Found struct{ Name, Address string }

// Account is a CalDAV account as it is typed.
type Account struct{ Server, User, Password string }

// Actions is what the screen asks the shell to do. Where it takes done, that is
// called on the UI goroutine with the words for what is wrong, or "".
type Actions struct {
	ChooseFile func()
	// AddAddress adds what lies at a secret address; me is the user's own
	// e-mail address there, "" if not given.
	AddAddress func(address, name, me string, done func(problem string))
	// Find asks an account for its calendars.
	Find func(account Account, done func(found []Found, problem string))
	// AddFound adds some of them.
	AddFound    func(account Account, chosen []Found, done func(problem string))
	Rename      func(id, name string)
	Hide        func(id string, hide bool)
	Remove      func(id string)
	Refresh     func()
	SetMinutes  func(minutes int)
	OpenKeyring func()
	Focus       func(fyne.Focusable)
}

// Screen is the calendars' page on the screen.
type Screen struct {
	texts   *locales.Texts
	actions Actions
	page    *widgets.Page
	list    *fyne.Container
	add     *adding
	shown   Model
	built   bool

	buttons  map[string]*widget.Button // those of the list
	minutes  *widgets.Choice
	remind   fyne.CanvasObject
	renaming *renaming // nil while no name is being typed
}

// New builds the screen; Show fills it in.
func New(texts *locales.Texts, actions Actions) *Screen {
	s := &Screen{texts: texts, actions: actions, list: widgets.NewColumns(340, 1)}
	s.remind = s.newRemind()
	s.page = widgets.NewPage()
	s.add = newAdding(texts, actions, func() { s.page.Content.Refresh() })
	s.page.Content.(*fyne.Container).Objects = []fyne.CanvasObject{
		widgets.NewLines(widgets.NewText(texts.Text("calendars.title"), widgets.Title),
			widgets.NewText(texts.Text("calendars.intro"), widgets.Muted)),
		s.list, s.add.object, s.add.help(),
	}
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Show brings the screen up to date. What has not changed stays, and so does
// what is being typed.
func (s *Screen) Show(m Model) {
	if s.built && equal(m, s.shown) {
		return
	}
	s.shown, s.built = m, true
	s.showList()
	s.add.show(m.NoKeyring)
	s.page.Content.Refresh()
}

func equal(a, b Model) bool {
	return a.Minutes == b.Minutes && a.Busy == b.Busy && a.NoKeyring == b.NoKeyring && slices.Equal(a.Calendars, b.Calendars)
}

// Typed is what stands in the fields, without the password.
type Typed struct{ Kind, Address, Name, Me, Server, User string }

// Typed gives it, so that it can be put in again, as in another language.
func (s *Screen) Typed() Typed { return s.add.typed() }

// Restore puts back what was typed.
func (s *Screen) Restore(t Typed) { s.add.restore(t) }
