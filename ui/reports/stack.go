package reports

import (
	"fyne.io/fyne/v2"
)

// stack lays objects out below each other, with all the room that is left for
// the table. Where too little is left, the whole grows and is scrolled.
type stack struct {
	table *table
}

// Room around and between the objects.
const stackEdge, stackTop, stackGap = 20, 14, 10

// Layout places the objects.
func (s *stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*stackEdge
	s.table.fit(width)
	for _, o := range objects {
		if o.Visible() && o != fyne.CanvasObject(s.table.object) {
			// Texts know how high they are once they know how wide.
			o.Resize(fyne.NewSize(width, o.Size().Height))
		}
	}
	spare := max(size.Height-s.MinSize(objects).Height, 0)
	y := float32(stackTop)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := s.least(o)
		if o == fyne.CanvasObject(s.table.object) {
			height += spare
		}
		o.Move(fyne.NewPos(stackEdge, y))
		o.Resize(fyne.NewSize(width, height))
		y += height + stackGap
	}
}

// MinSize is as high as the objects are at the width they have.
func (s *stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 2*stackTop-stackGap)
	for _, o := range objects {
		if o.Visible() {
			size.Width = max(size.Width, o.MinSize().Width+2*stackEdge)
			size.Height += s.least(o) + stackGap
		}
	}
	return size
}

// least is the height that an object needs: for the table, that of a few rows.
func (s *stack) least(o fyne.CanvasObject) float32 {
	if o == fyne.CanvasObject(s.table.object) {
		return s.table.least()
	}
	return o.MinSize().Height
}
