package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
)

// NewLines sets texts that belong together close below each other: their inner
// padding alone would hold them as far apart as paragraphs.
func NewLines(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(-1.2*fynetheme.Size(fynetheme.SizeNameInnerPadding)), objects...)
}
