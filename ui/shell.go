package ui

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/home"
	"hjemmekontor/ui/launcher"
	"hjemmekontor/ui/settings"
	"hjemmekontor/ui/theme"

	checklistui "hjemmekontor/ui/checklist"
	contactsui "hjemmekontor/ui/contacts"
)

// shell is the window with its navigation. It owns what the screens show and
// wires their callbacks to the packages below. Its methods are for the UI
// goroutine.
type shell struct {
	ctx        context.Context
	app        fyne.App
	window     fyne.Window
	options    Options
	store      *checklists.Store
	worker     *worker
	over       atomic.Bool    // the app is ending: nothing more is shown
	background sync.WaitGroup // what runs away from the UI goroutine
	hidden     bool           // the main window was closed during a call
	catalogue  *checklists.Catalogue

	texts       *locales.Texts
	preferences preferences
	marks       map[string]checklists.Mark
	contacts    []organisation.Contact

	napping   atomic.Bool // the loop is held until something happens
	lastEvent time.Time
	focused   fyne.Focusable // what followFocus saw last

	page       Page
	navigation *navigation
	notices    *fyne.Container
	noted      *noted // the notice that is shown, if any
	content    *fyne.Container
	toast      *toast
	screens    map[Page]fyne.CanvasObject // built when first visited

	home     *home.Screen
	lists    map[checklists.Role]*checklistui.Screen
	meetings *launcher.Screen
	numbers  *contactsui.Screen
	settings *settings.Screen
	call     *session // the call going on, if any
}

// build makes the window's content anew, as when the language changes. Screens
// are built when they are first visited.
func (s *shell) build() {
	s.teachToolkit()
	s.screens = map[Page]fyne.CanvasObject{}
	s.lists = map[checklists.Role]*checklistui.Screen{}
	drafts := s.drafts()
	s.home, s.meetings, s.numbers, s.settings = nil, nil, nil, nil
	s.toast = newToast(s.do)
	s.navigation = newNavigation(s.texts, s.open, s.toast.say)
	s.notices = container.NewVBox()
	s.content = container.NewStack()
	s.window.SetTitle(s.texts.Text("app.name"))
	s.window.SetContent(container.NewStack(
		container.New(&frame{navigation: s.navigation}, s.navigation.object, s.notices, s.content),
		s.toast.object,
	))
	s.open(s.page)
	s.restore(drafts)
	s.showNotice()
}

// teachToolkit gives Fyne the words for its own menus and dialogs. It chooses
// by the system's language alone, so ours are filed under that name.
func (s *shell) teachToolkit() {
	words := locales.Toolkit(s.texts.Language())
	if err := lang.AddTranslationsForLocale(words, lang.SystemLocale()); err != nil {
		slog.Error("teaching the toolkit its words", "error", err)
	}
}

// open goes to a page.
func (s *shell) open(page Page) {
	s.page = page
	screen, built := s.screens[page]
	if !built {
		screen = s.screen(page)
		s.screens[page] = screen
	}
	s.navigation.choose(page)
	s.content.Objects = []fyne.CanvasObject{screen}
	s.content.Refresh()
	// A field on the page left behind would go on taking keys.
	s.window.Canvas().Unfocus()
	s.show()
	s.reload()
}

// show brings the page in sight up to date; the others are when they are
// opened.
func (s *shell) show() {
	switch s.page {
	case Home:
		s.home.Show(home.Model{
			Now: time.Now(), Role: s.preferences.role, Items: s.catalogue.Items(s.preferences.role),
			Marks: s.marks, Contacts: s.contacts,
		})
	case Employee:
		s.lists[checklists.Employee].Show(s.marks)
	case Employer:
		s.lists[checklists.Employer].Show(s.marks)
	case Contacts:
		if s.numbers != nil {
			s.numbers.Show(s.contacts)
		}
	case Settings:
		s.findDevices(s.settings)
	}
}

// keys gives every page a shortcut: Ctrl+1 (⌘1) and on, in the order of the
// navigation.
func (s *shell) keys() {
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7}
	for i, page := range Pages() {
		shortcut := &desktop.CustomShortcut{KeyName: digits[i], Modifier: fyne.KeyModifierShortcutDefault}
		s.window.Canvas().AddShortcut(shortcut, func(fyne.Shortcut) { s.open(page) })
	}
	s.window.Canvas().SetOnTypedKey(s.turn)
}

// setLanguage switches every text, with nothing restarted.
func (s *shell) setLanguage(l locales.Language) {
	texts, err := locales.Load(l)
	if err != nil {
		slog.Error("switching language", "language", l, "error", err)
		return
	}
	s.texts = texts
	s.preferences.language = l
	s.keep(keyLanguage, string(l))
	s.build()
	if s.call != nil {
		s.call.translate(texts)
	}
}

// setLook switches colours and text size.
func (s *shell) setLook(look theme.Choice) {
	s.preferences.look = look
	s.keep(keyAppearance, string(look.Appearance))
	s.keep(keyTextScale, formatScale(look.TextScale))
	s.app.Settings().SetTheme(theme.New(look))
	// Pages out of sight do not hear of the change.
	s.build()
}
