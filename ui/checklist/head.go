package checklist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/checklists"
	"hjemmekontor/ui/widgets"
)

// head is what is seen of an item that is closed: a box to tick, and a title
// that opens it.
type head struct {
	row    *row
	tick   *widgets.Tick
	title  *widgets.Text
	status *widgets.Text
	badge  *fyne.Container
	toggle *widgets.Disclosure
	object *fyne.Container
}

func newHead(r *row) *head {
	h := &head{
		row:    r,
		title:  widgets.NewText(r.words.Title, widgets.Body),
		status: widgets.NewText("", widgets.Caption),
		badge:  container.NewHBox(),
	}
	h.tick = widgets.NewTick(r.toggleDone)
	words := widgets.NewLines(h.title, h.status)
	h.toggle = widgets.NewDisclosure(container.NewBorder(nil, nil, nil, h.badge, words), func() { r.expand(!r.open) })
	// The box first, so that the tabulator comes to it first.
	box := container.NewVBox(h.tick)
	h.object = container.New(layout.NewBorderLayout(nil, nil, box, nil), box, h.toggle)
	h.show()
	return h
}

// show brings the closed row up to date.
func (h *head) show() {
	r := h.row
	h.tick.Set(r.status == checklists.StatusDone, r.status == checklists.StatusNotForMe)
	title, status := widgets.Body, widgets.Caption
	switch r.status {
	case checklists.StatusDone, checklists.StatusNotForMe:
		title = widgets.Muted
	case checklists.StatusDue:
		status = widgets.Attention
	}
	h.title.Restyle(title)
	h.status.Set(r.said())
	h.status.Restyle(status)
	h.status.Hidden = h.status.String() == ""
	h.badge.Objects = r.badges()
	h.badge.Hidden = len(h.badge.Objects) == 0
	h.object.Refresh()
}

// badges mark what is to be done first. They help only with what is left to do.
func (r *row) badges() []fyne.CanvasObject {
	switch {
	case r.status == checklists.StatusDue:
		return []fyne.CanvasObject{widgets.NewAlert(r.texts.Text("checklist.badge.again"))}
	case r.status == checklists.StatusOpen && r.item.Priority == checklists.Must:
		return []fyne.CanvasObject{widgets.NewBadge(r.texts.Text("checklist.badge.must"))}
	}
	return nil
}

// focused tells whether the keys go to the closed row.
func (h *head) focused() bool { return h.tick.Focused || h.toggle.Focused }
