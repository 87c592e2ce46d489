package widgets

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// Search is a field for what is searched for, with a button and the escape key
// to empty it.
type Search struct {
	Entry
	clear *widget.Button
}

// NewSearch makes an empty field; changed is called with what stands in it.
func NewSearch(placeholder string, changed func(query string)) *Search {
	s := &Search{}
	s.clear = widget.NewButtonWithIcon("", theme.NewIcon("close", fynetheme.ColorNamePlaceHolder), s.empty)
	s.clear.Importance = widget.LowImportance
	s.clear.Hide()
	s.Icon = theme.NewIcon("search", fynetheme.ColorNamePlaceHolder)
	s.ActionItem = s.clear
	s.OnChanged = func(query string) {
		s.clear.Hidden = query == ""
		s.clear.Refresh()
		changed(query)
	}
	s.ExtendBaseWidget(s)
	s.SetPlaceHolder(placeholder)
	return s
}

// TypedKey empties the field on escape.
func (s *Search) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		s.SetText("")
		return
	}
	s.Entry.TypedKey(key)
}

// TypedShortcut hands on what is not for a field to the window.
func (s *Search) TypedShortcut(shortcut fyne.Shortcut) {
	if !handedOn(s, shortcut) {
		s.Entry.TypedShortcut(shortcut)
	}
}

// empty goes back to the field, since the button that was pressed is gone.
func (s *Search) empty() {
	s.SetText("")
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(s); canvas != nil {
		canvas.Focus(s)
	}
}
