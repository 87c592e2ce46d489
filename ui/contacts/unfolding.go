package contacts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/ui/widgets"
)

// unfolding is a line that opens to more.
type unfolding struct {
	title  *widgets.Text
	toggle *widgets.Disclosure
	inside *fyne.Container
	object *fyne.Container
}

func newUnfolding(title, below string) *unfolding {
	const under = 10 // room below what is inside
	u := &unfolding{
		title:  widgets.NewText(title, widgets.Strong),
		inside: container.New(layout.NewCustomPaddedLayout(0, under, 0, 0)),
	}
	u.toggle = widgets.NewDisclosure(widgets.NewLines(u.title, widgets.NewText(below, widgets.Muted)),
		func() { u.open(u.inside.Hidden) })
	u.object = container.NewVBox(u.toggle, u.inside)
	u.open(false)
	return u
}

func (u *unfolding) open(open bool) {
	u.inside.Hidden = !open
	u.toggle.Open(open)
	u.object.Refresh()
}

// set puts something else inside.
func (u *unfolding) set(inside fyne.CanvasObject) {
	u.inside.Objects = []fyne.CanvasObject{inside}
	u.inside.Refresh()
}
