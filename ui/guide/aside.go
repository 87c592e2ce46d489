package guide

import "fyne.io/fyne/v2"

// aside sets a mark beside what it belongs to or, where that would leave less
// than narrowest (at normal text size), above it. All marks of a list take the
// same room, whether they are there or not.
type aside struct {
	room, narrowest, width float32
}

func (a *aside) beside() bool { return a.width-a.room >= a.narrowest*textScale() }

func (a *aside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	a.width = size.Width
	mark, main := objects[0], objects[1]
	least := mark.MinSize()
	mark.Resize(least)
	mark.Move(fyne.NewPos(0, 0))
	at := fyne.NewPos(0, 0)
	switch {
	case a.beside():
		at.X = a.room
	case mark.Visible():
		at.Y = least.Height
	}
	main.Move(at)
	main.Resize(fyne.NewSize(size.Width-at.X, size.Height-at.Y))
}

func (a *aside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	mark, main := objects[0].MinSize(), objects[1].MinSize()
	size := fyne.NewSize(max(mark.Width, main.Width), main.Height)
	if !a.beside() && objects[0].Visible() {
		size.Height += mark.Height
	}
	return size
}
