package ui

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/agenda"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/meetings/launch"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/before"
	"hjemmekontor/ui/calendars"
	"hjemmekontor/ui/company/editor"
	"hjemmekontor/ui/home"
	"hjemmekontor/ui/launcher"
	"hjemmekontor/ui/reports"
	"hjemmekontor/ui/secrets"
	"hjemmekontor/ui/settings"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"

	agendaui "hjemmekontor/ui/agenda"
	checklistui "hjemmekontor/ui/checklist"
	companyui "hjemmekontor/ui/company"
	contactsui "hjemmekontor/ui/contacts"
	guideui "hjemmekontor/ui/guide"
	reportui "hjemmekontor/ui/report"
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
	queue      func(func())   // runs something on the UI goroutine, in turn
	over       atomic.Bool    // the app is ending: nothing more is shown
	background errands        // what runs away from the UI goroutine
	lasting    sync.WaitGroup // what runs so until the app has ended
	hidden     bool           // the main window was closed during a call
	builtIn    *checklists.Catalogue

	texts       *locales.Texts
	preferences preferences
	kept
	remembered remembered
	catalogue  *checklists.Catalogue                // with the company's own items
	listed     atomic.Pointer[checklists.Catalogue] // the same, for other goroutines
	undo       func()                               // what can be undone, if anything

	napping   atomic.Bool // the loop is held until something happens
	lastEvent time.Time
	focused   fyne.Focusable // what followFocus saw last

	page       Page
	from       Page // where a page that is not in the navigation leads back to
	navigation *navigation
	back       *fyne.Container
	notices    *fyne.Container
	noted      *noted // the notice that is shown, if any
	content    *fyne.Container
	toast      *toast
	screens    map[Page]fyne.CanvasObject // built when first visited

	home     *home.Screen
	lists    map[checklists.Role]*checklistui.Screen
	meetings *launcher.Screen
	numbers  *contactsui.Screen
	firm     *companyui.Screen
	editor   *editor.Screen
	report   *reportui.Screen
	reports  *reports.Screen
	settings *settings.Screen
	guided   *guideui.Screen
	call     *session // the call going on, if any

	calendars *calendars.Screen
	secrets   *secrets.Screen
	guide     *tools.Guide
	agenda    *agenda.Agenda
	view      agenda.View // what the agenda shows
	remote    *remote.Client
	launcher  *launch.Launcher
	keptLinks *meetings.Favourites

	outcome    agendaui.Outcome // of the meeting that was opened last
	lastOpened opening
	readText   *readText       // what stands in the page's field
	sheet      *before.Sheet   // what was last pointed out before a meeting
	pointedOut map[string]bool // what was waved aside in this run, which may not be saved yet
	vault      vault
	tray       *tray         // nil where the desktop shows no icon of ours
	handed     <-chan string // what the system hands over without starting the program

	ticks      int              // of the countdown, so that an older one ends
	busy       int              // how much is on its way for the company's page
	updated    companyui.Update // what came of looking for a newer file
	key        presence         // of the signing key
	keyFile    string           // the backup of a key that was chosen last
	readDraft  readDraft
	unsaved    []byte          // the draft as typed, until the worker has it
	reportRole checklists.Role // whose list the report is of
	order      report.Order    // of the table of reports
	matrix     *report.Matrix  // the table as it is shown
	folder     string          // where a file was last chosen
	keyring    *credentials.Keyring
	client     *http.Client
}

// build makes the window's content anew, as when the language changes. Screens
// are built when they are first visited.
func (s *shell) build() {
	s.teachToolkit()
	s.screens = map[Page]fyne.CanvasObject{}
	s.lists = map[checklists.Role]*checklistui.Screen{}
	drafts := s.drafts()
	s.home, s.meetings, s.numbers, s.settings = nil, nil, nil, nil
	s.firm, s.editor, s.report, s.reports = nil, nil, nil, nil
	s.guided, s.calendars, s.secrets = nil, nil, nil
	s.toast = newToast(s.do)
	s.showTray()
	s.navigation = newNavigation(s.texts, s.open, s.toast.say)
	s.notices, s.back = container.NewVBox(), container.NewVBox()
	s.content = container.NewStack()
	s.window.SetTitle(s.texts.Text("app.name"))
	s.window.SetContent(container.NewStack(
		container.New(&frame{navigation: s.navigation}, s.navigation.object, container.NewVBox(s.notices, s.back), s.content),
		s.toast.object,
	))
	s.turnTo(s.page)
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

// open goes to a page of the navigation.
func (s *shell) open(page Page) {
	s.from = ""
	s.turnTo(page)
}

// enter goes to a page that leads back to the one in sight.
func (s *shell) enter(page Page) {
	if s.from == "" && s.page != page {
		s.from = s.page
	}
	s.turnTo(page)
}

// leave goes back to where the page in sight was entered from.
func (s *shell) leave() {
	if s.from != "" {
		s.open(s.from)
	}
}

// turnTo shows a page.
func (s *shell) turnTo(page Page) {
	s.page = page
	screen, built := s.screens[page]
	if !built {
		screen = s.screen(page)
		s.screens[page] = screen
	}
	s.navigation.choose(cmp.Or(s.from, page))
	s.showBack()
	s.content.Objects = []fyne.CanvasObject{screen}
	s.content.Refresh()
	// A field on the page left behind would go on taking keys, and a dialog
	// opened from it would lie over another.
	s.window.Canvas().Unfocus()
	for _, dialog := range s.window.Canvas().Overlays().List() {
		s.window.Canvas().Overlays().Remove(dialog)
	}
	s.show()
	s.reload()
	s.lookAround()
}

// showBack puts the way back above a page that was entered from another.
func (s *shell) showBack() {
	s.back.RemoveAll()
	if s.from != "" {
		name := s.texts.Text("page." + string(s.from))
		s.back.Add(container.NewPadded(widgets.NewFlow(widgets.NewQuiet(name, "back", s.leave))))
	}
}

// show brings the page in sight up to date; the others are when they are
// opened.
func (s *shell) show() {
	now := time.Now()
	switch s.page {
	case Home:
		s.home.Show(home.Model{
			Now: now, Role: s.preferences.role, Items: s.catalogue.Items(s.preferences.role),
			Marks: s.marks, Contacts: s.whomToRing(), Deadline: s.deadline(),
			Agenda: s.agendaModel(now), Outcome: s.outcome,
		})
	case Employee, Employer:
		s.lists[roleOf(s.page)].Show(checklistui.Model{Marks: s.marks, Notes: s.notes, Now: now})
	case Guide:
		s.showGuide(now)
	case Meetings:
		s.showMeetings(now)
	case calendarsPage:
		s.showCalendars(now)
	case secretsPage:
		s.showSecrets()
	case Contacts:
		s.showContacts(now)
	case Company:
		s.firm.Show(s.companyModel())
	case editorPage:
		s.showEditor()
	case reportPage:
		s.showReport(now)
	}
}

// lookAround looks up what the page in sight shows of the machine, which may have
// changed since it was last looked at.
func (s *shell) lookAround() {
	if s.page == Settings {
		s.findDevices(s.settings)
		s.lookAtSystem()
	}
}

// keys gives every page a shortcut.
func (s *shell) keys() {
	for page, shortcut := range pageShortcuts() {
		s.window.Canvas().AddShortcut(shortcut, func(fyne.Shortcut) { s.open(page) })
	}
	s.window.Canvas().AddShortcut(joinShortcut(), func(fyne.Shortcut) { s.joinCurrent() })
	s.window.Canvas().SetOnTypedKey(s.turn)
}

// pageShortcuts is the shortcut of each page: Ctrl+1 (⌘1) and on, in the order
// of the navigation.
func pageShortcuts() map[Page]fyne.Shortcut {
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8}
	shortcuts := map[Page]fyne.Shortcut{}
	for i, page := range Pages() {
		shortcuts[page] = &desktop.CustomShortcut{KeyName: digits[i], Modifier: fyne.KeyModifierShortcutDefault}
	}
	return shortcuts
}

// joinShortcut joins the meeting that is on: Ctrl+J (⌘J).
func joinShortcut() fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: fyne.KeyJ, Modifier: fyne.KeyModifierShortcutDefault}
}

// bringUp opens a page from another window of the app. The one in sight stays as
// it is, with its way back.
func (s *shell) bringUp(page Page) {
	s.hidden = false
	s.window.Show()
	s.window.RequestFocus()
	if page != s.page {
		s.open(page)
	}
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
