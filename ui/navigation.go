package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// navigation is the column at the left that leads to the pages.
type navigation struct {
	entries map[Page]*widgets.Destination
	list    *fyne.Container
	object  fyne.CanvasObject
}

func newNavigation(texts *locales.Texts, open func(Page), hint func(name string)) *navigation {
	n := &navigation{entries: map[Page]*widgets.Destination{}, list: container.NewVBox()}
	for _, page := range Pages() {
		entry := widgets.NewDestination(texts.Text("page."+string(page)), string(page), func() { open(page) })
		entry.Hint = hint
		n.entries[page] = entry
		n.list.Add(entry)
	}
	n.object = widgets.NewGround(theme.ColorNameNavigation, container.NewVScroll(container.NewPadded(n.list)))
	return n
}

func (n *navigation) choose(page Page) {
	for p, entry := range n.entries {
		entry.Select(p == page)
	}
}

// width is how wide the column is in a window of a given width: with the names
// where they leave the page enough room, else the icons alone.
func (n *navigation) width(window float32) float32 {
	const share = 0.28
	n.narrow(false)
	full := n.list.MinSize().Width + 2*navigationInset
	if full <= window*share {
		return full
	}
	n.narrow(true)
	return n.list.MinSize().Width + 2*navigationInset
}

// navigationInset is the room on either side of the entries.
const navigationInset = 8

func (n *navigation) narrow(on bool) {
	for _, entry := range n.entries {
		entry.Narrow(on)
	}
}

// frame lays the window out: the navigation at the left, beside it the notices
// and below them the page.
type frame struct {
	navigation *navigation
}

// MinSize is the smallest window in which every page can be read: it grows with
// the text, but slower, since texts wrap.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(364+8*fynetheme.Size(fynetheme.SizeNameText), 320)
}

func (f *frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := f.navigation.width(size.Width)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(left, size.Height))
	room := size.Width - left
	objects[1].Resize(fyne.NewSize(room, objects[1].Size().Height))
	top := objects[1].MinSize().Height
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(room, top))
	objects[2].Move(fyne.NewPos(left, top))
	objects[2].Resize(fyne.NewSize(room, size.Height-top))
}
