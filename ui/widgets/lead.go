package widgets

import (
	"fyne.io/fyne/v2"

	"hjemmekontor/ui/theme"
)

// NewLead makes a line that leads to something elsewhere in the app, the whole
// of which can be pressed.
func NewLead(text string, tapped func()) fyne.CanvasObject {
	d := NewDisclosure(NewText(text, Body), tapped)
	d.arrow = func() *theme.Icon { return theme.NewIcon("forward", theme.ColorNameMuted) }
	d.Refresh()
	return d
}
