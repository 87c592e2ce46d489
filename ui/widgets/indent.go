package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
)

// NewIndent sets content in from the left by the width of a Tick, so that it
// stands below the words beside one.
func NewIndent(content fyne.CanvasObject) *fyne.Container {
	left := fynetheme.Size(fynetheme.SizeNameInlineIcon) + 3 + 2*tickMargin + fynetheme.Size(fynetheme.SizeNamePadding)
	return container.New(layout.NewCustomPaddedLayout(0, 12, left, 0), content)
}
