package chooser

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/widgets"
)

// A key goes to what has the focus and nowhere else, so everything in the sheet
// that can have it knows what escape is to do.

// takeKeys lets escape close the sheet when nothing has the focus, in place of
// what the window does with keys, until giveKeys.
func (c *Chooser) takeKeys() {
	canvas := c.window.Canvas()
	before := canvas.OnTypedKey()
	c.giveKeys = func() { canvas.SetOnTypedKey(before) }
	canvas.SetOnTypedKey(func(key *fyne.KeyEvent) {
		switch {
		case c.gone(): // taken away by the window, which turned to another page
			c.giveKeys()
			if before != nil {
				before(key)
			}
		case key.Name == fyne.KeyEscape:
			c.back()
		}
	})
}

// field is an entry that escape does something to.
type field struct {
	widgets.Entry
	escape func()
	lead   func(fyne.Shortcut) // to another page
}

func (c *Chooser) newField() *field {
	f := &field{escape: c.back, lead: c.lead}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey hands on escape.
func (f *field) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		f.escape()
		return
	}
	f.Entry.TypedKey(key)
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

// button is a button that enter presses too, and that keeps the focus when keys
// press it.
type button struct {
	widget.Button
	escape func()
}

// newButton makes one that looks and does like another.
func (c *Chooser) newButton(like *widget.Button) *button {
	b := &button{escape: c.back}
	b.Text, b.Icon, b.Importance, b.OnTapped = like.Text, like.Icon, like.Importance, like.OnTapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey presses the button, and hands on escape.
func (b *button) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		b.escape()
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if !b.Disabled() {
			b.OnTapped()
		}
	}
}

func (b *button) enable(on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}
