package ui

import (
	"fyne.io/fyne/v2"
	fynedesktop "fyne.io/fyne/v2/driver/desktop"

	"hjemmekontor/ui/theme"
)

// tray is the icon by the clock, on desktops that show such. Nothing is found
// only there: many desktops have none.
type tray struct {
	shown string // what the menu was made of
}

// openTray puts the icon up, where there is a place for it; it is to be done
// before the toolkit's loop runs.
func (s *shell) openTray() {
	if app, ok := s.app.(fynedesktop.App); ok {
		app.SetSystemTrayMenu(s.trayMenu())
		app.SetSystemTrayIcon(theme.Mark())
		s.tray = &tray{shown: s.trayWords()}
	}
}

// showTray brings the menu up to date. A menu costs the toolkit a little each
// time it is made, so an unchanged one stays.
func (s *shell) showTray() {
	words := s.trayWords()
	if s.tray == nil || s.tray.shown == words {
		return
	}
	s.tray.shown = words
	if app, ok := s.app.(fynedesktop.App); ok {
		app.SetSystemTrayMenu(s.trayMenu())
	}
}

// trayWords tells one menu from another: the language and the next meeting.
func (s *shell) trayWords() string {
	return string(s.texts.Language()) + "\n" + s.nextMeetingLine()
}

func (s *shell) trayMenu() *fyne.Menu {
	item := func(key string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(s.texts.Text(key), do) }
	next := fyne.NewMenuItem(s.nextMeetingLine(), s.joinFromTray)
	if next.Label == "" {
		next = item("tray.no-meeting", nil)
		next.Disabled = true
	}
	quit := item("tray.quit", s.quit)
	quit.IsQuit = true
	return fyne.NewMenu(s.texts.Text("app.name"),
		next, fyne.NewMenuItemSeparator(),
		item("tray.call", func() { s.bringUp(Meetings); s.startCall() }),
		item("tray.contacts", func() { s.bringUp(Contacts) }),
		item("tray.open", func() { s.bringUp(s.page) }),
		fyne.NewMenuItemSeparator(), quit)
}
