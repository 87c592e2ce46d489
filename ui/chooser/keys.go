package chooser

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/widgets"
)

// A key goes to what has the focus and nowhere else, so everything in the sheet
// that can have it knows what escape is to do.

// field is an entry that leaves to others the keys that are theirs.
type field struct {
	widgets.EscapeEntry
	lead func(fyne.Shortcut) // to another page
}

func (c *Chooser) newField() *field {
	f := &field{lead: c.lead}
	f.Escape = c.back
	f.ExtendBaseWidget(f)
	return f
}

// TypedShortcut hands on what leads to another page of the app.
func (f *field) TypedShortcut(shortcut fyne.Shortcut) {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if ok && custom.KeyName >= fyne.Key0 && custom.KeyName <= fyne.Key9 {
		f.lead(shortcut)
		return
	}
	f.Entry.TypedShortcut(shortcut)
}

// lead gives the window a shortcut.
func (c *Chooser) lead(shortcut fyne.Shortcut) {
	if window, ok := c.window.Canvas().(fyne.Shortcutable); ok {
		window.TypedShortcut(shortcut)
	}
}

// selectUpTo selects the text up to an ending, so that typing replaces it. The
// toolkit has no call for it, but keys that do it.
func (f *field) selectUpTo(ending string) {
	press := func(name fyne.KeyName) { f.Entry.TypedKey(&fyne.KeyEvent{Name: name}) }
	press(fyne.KeyEnd)
	for range ending {
		press(fyne.KeyLeft)
	}
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	f.KeyDown(shift)
	press(fyne.KeyHome)
	f.KeyUp(shift)
}

// newButton makes a button of the sheet that looks and does like another.
func (c *Chooser) newButton(like *widget.Button) *widgets.SheetButton {
	return widgets.NewSheetButton(like, func(key *fyne.KeyEvent) bool {
		if key.Name != fyne.KeyEscape {
			return false
		}
		c.back()
		return true
	})
}

// enable lets a button be pressed, or not.
func enable(b *widgets.SheetButton, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}
