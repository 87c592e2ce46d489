package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field to write in that leaves the window's shortcuts alone:
// Fyne's own keeps every shortcut to itself while it has the cursor.
type Entry struct {
	widget.Entry
}

// NewEntry makes an empty field of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	return e
}

// TypedShortcut hands on what is not for a field to the window.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	if !handedOn(e, shortcut) {
		e.Entry.TypedShortcut(shortcut)
	}
}

// CreateRenderer draws the field.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	return withWheel(e.Entry.CreateRenderer())
}

// handedOn gives the window a shortcut that leads to a page or joins a meeting,
// and tells whether it was one.
func handedOn(field fyne.CanvasObject, shortcut fyne.Shortcut) bool {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || (custom.KeyName < fyne.Key0 || custom.KeyName > fyne.Key9) && custom.KeyName != fyne.KeyJ {
		return false
	}
	window, ok := fyne.CurrentApp().Driver().CanvasForObject(field).(fyne.Shortcutable)
	if ok {
		window.TypedShortcut(shortcut)
	}
	return ok
}
