package checklist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/ui/widgets"
)

// choice is a line of chips, and what is chosen by them.
type choice struct {
	about string
	chips []fyne.CanvasObject
}

// choices sets lines of chips below each other, each beside what it is about.
func choices(lines ...choice) fyne.CanvasObject {
	abouts := make([]fyne.CanvasObject, len(lines))
	var widest fyne.Size
	for i, line := range lines {
		abouts[i] = widgets.NewLabel(line.about, widgets.Caption)
		widest = widest.Max(abouts[i].MinSize())
	}
	all := container.NewVBox()
	for i, line := range lines {
		const textToChip = 3 // a text has more room above it than a chip's
		chips := container.New(layout.NewCustomPaddedLayout(textToChip, 0, 0, 0), widgets.NewFlow(line.chips...))
		about := container.NewVBox(container.NewGridWrap(widest, abouts[i]))
		all.Add(container.NewBorder(nil, nil, about, nil, chips))
	}
	return all
}
