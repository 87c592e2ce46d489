package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
)

// NewFlow sets objects side by side at their own size and goes on below where
// the line ends, as words do. The first stands in line with the texts above it,
// which bring their own inner padding.
func NewFlow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: 8}, objects...)
}

// flow keeps its last width for the same reason as columns.
type flow struct {
	gap, width float32
}

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.each(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	f.each(objects, f.width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		size.Width = max(size.Width, textInset()+o.MinSize().Width)
		size.Height = max(size.Height, at.Y+s.Height)
	})
	return size
}

func (f *flow) each(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	left := textInset()
	x, y, line := left, float32(0), float32(0)
	for _, o := range visible(objects) {
		s := o.MinSize()
		if x > left && x+s.Width > width {
			x, y = left, y+line+f.gap
			line = 0
		}
		place(o, fyne.NewPos(x, y), s)
		x += s.Width + f.gap
		line = max(line, s.Height)
	}
}

// textInset is how far in from its edge a text begins.
func textInset() float32 { return fynetheme.Size(fynetheme.SizeNameInnerPadding) }

// NewField sets a field to fill in, which would reach to the edges, in line
// with the texts around it.
func NewField(field fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, textInset(), textInset()), field)
}
