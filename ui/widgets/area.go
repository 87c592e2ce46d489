package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Area is a field to write several lines in. The tabulator leaves it, as it
// leaves any other field, and shortcuts go to the window.
type Area struct {
	widget.Entry
	// Left, if set, is called when the keys go elsewhere.
	Left func()
}

// NewArea makes an empty field that shows a number of lines and wraps long
// ones; it scrolls when there are more.
func NewArea(lines int) *Area {
	a := &Area{}
	a.MultiLine = true
	a.Wrapping = fyne.TextWrapWord
	a.ExtendBaseWidget(a)
	a.SetMinRowsVisible(lines)
	return a
}

// CreateRenderer draws the field.
func (a *Area) CreateRenderer() fyne.WidgetRenderer {
	return withWheel(a.Entry.CreateRenderer())
}

// FocusLost tells that the keys go elsewhere.
func (a *Area) FocusLost() {
	a.Entry.FocusLost()
	if a.Left != nil {
		a.Left()
	}
}

// AcceptsTab says that the tabulator is not written into the text.
func (a *Area) AcceptsTab() bool { return false }

// TypedShortcut hands on what is not for a field to the window.
func (a *Area) TypedShortcut(shortcut fyne.Shortcut) {
	if !handedOn(a, shortcut) {
		a.Entry.TypedShortcut(shortcut)
	}
}
