package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// SheetButton is a button in a sheet. Enter presses it as well as space, it keeps
// the focus when keys press it, and hands the sheet the keys that are the
// sheet's, such as escape: a key goes to what has the focus and nowhere else.
type SheetButton struct {
	widget.Button
	key func(*fyne.KeyEvent) bool
}

// NewSheetButton makes one that looks and does like another. Key is asked first
// about every key, and tells whether it was for the sheet.
func NewSheetButton(like *widget.Button, key func(*fyne.KeyEvent) bool) *SheetButton {
	b := &SheetButton{key: key}
	b.Text, b.Icon, b.Importance, b.OnTapped = like.Text, like.Icon, like.Importance, like.OnTapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey presses the button.
func (b *SheetButton) TypedKey(key *fyne.KeyEvent) {
	switch {
	case b.key(key):
	case key.Name == fyne.KeySpace, key.Name == fyne.KeyReturn, key.Name == fyne.KeyEnter:
		if !b.Disabled() {
			b.OnTapped()
		}
	}
}
