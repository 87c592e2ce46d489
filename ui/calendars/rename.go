package calendars

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/ui/widgets"
)

// renaming is a calendar whose name is being typed.
type renaming struct {
	id     string
	entry  *widgets.EscapeEntry
	object fyne.CanvasObject
}

// rename lets a calendar's name be typed, in place of its line.
func (s *Screen) rename(c Calendar) {
	entry := widgets.NewEscapeEntry(s.stopRenaming)
	entry.SetText(c.Name)
	save := func() {
		if entry.Text != "" && entry.Text != c.Name {
			s.actions.Rename(c.ID, entry.Text)
		}
		s.stopRenaming()
	}
	entry.OnSubmitted = func(string) { save() }
	s.renaming = &renaming{id: c.ID, entry: entry, object: container.NewVBox(widgets.NewField(entry), widgets.NewFlow(
		widgets.NewPrimary(s.texts.Text("calendars.save"), "check", save),
		widgets.NewSecondary(s.texts.Text("calendars.cancel"), "", s.stopRenaming)))}
	s.showList()
	s.page.Content.Refresh()
	s.actions.Focus(entry)
}

// stopRenaming shows the calendar's line again, with the keys where they were.
func (s *Screen) stopRenaming() {
	id := s.renaming.id
	s.renaming = nil
	s.showList()
	s.page.Content.Refresh()
	if b := s.buttons["rename "+id]; b != nil {
		s.actions.Focus(b)
	}
}
