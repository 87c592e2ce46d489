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
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if ok && custom.KeyName >= fyne.Key0 && custom.KeyName <= fyne.Key9 {
		if window, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
			window.TypedShortcut(shortcut)
			return
		}
	}
	e.Entry.TypedShortcut(shortcut)
}
