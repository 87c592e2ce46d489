package guide

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// beside sets the second of three objects beside the first, with the third below
// the first; where two columns no wider than narrowest (at normal text size) do
// not fit, each stands below the one before it.
type beside struct {
	narrowest, width float32
}

const besideGap = 12

func (b *beside) two(width float32) bool {
	return width >= 2*b.narrowest*textScale()+besideGap
}

func (b *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	if !b.two(size.Width) {
		stack(objects, 0, size.Width)
		return
	}
	// The ranking has more to say than the questions.
	const share = 0.46
	left := (size.Width - besideGap) * share
	stack([]fyne.CanvasObject{objects[0], objects[2]}, 0, left)
	stack(objects[1:2], left+besideGap, size.Width-left-besideGap)
}

func (b *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second, third := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	width := max(first.Width, second.Width, third.Width)
	left := first.Height + besideGap + third.Height
	if b.two(b.width) {
		return fyne.NewSize(width, max(left, second.Height))
	}
	return fyne.NewSize(width, left+besideGap+second.Height)
}

// stack sets objects of a width below each other.
func stack(objects []fyne.CanvasObject, x, width float32) {
	y := float32(0)
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, o.Size().Height))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, y))
		y += height + besideGap
	}
}

// textScale is how much larger than normal the texts are.
func textScale() float32 {
	const normal = 15
	return fynetheme.Size(fynetheme.SizeNameText) / normal
}
