package checklist

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/ui/widgets"
)

// aside is where the user says that an item is not for them, and why if they
// like.
type aside struct {
	row     *row
	view    asideView
	first   fyne.Focusable // of what the view can be used by
	pressed bool           // in this view, so that the next one gets the keys
	object  *fyne.Container
}

// asideView is what can be said at a time.
type asideView int

const (
	asideUnset asideView = iota
	asideOffers
	asideAsks
	asideTaken
)

func newAside(r *row) *aside {
	a := &aside{row: r, object: container.NewVBox()}
	a.show()
	return a
}

// show offers what can be said now.
func (a *aside) show() {
	view := a.fitting()
	if view == a.view {
		return
	}
	a.view = view
	takeKeys := a.pressed || a.hasKeys()
	a.pressed = false
	switch view {
	case asideAsks:
		a.ask()
	case asideTaken:
		a.takeBack()
	default:
		a.offer()
	}
	a.object.Refresh()
	if takeKeys {
		a.row.actions.Focus(a.first) // what had them is gone
	}
}

// hasKeys tells whether the keys go to something in the view.
func (a *aside) hasKeys() bool {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(a.object)
	return canvas != nil && canvas.Focused() != nil && holds(a.object, canvas.Focused())
}

// holds tells whether an object is a widget, or a container that has it in it.
func holds(o fyne.CanvasObject, widget fyne.Focusable) bool {
	if box, ok := o.(*fyne.Container); ok {
		return slices.ContainsFunc(box.Objects, func(inner fyne.CanvasObject) bool { return holds(inner, widget) })
	}
	return o == widget.(fyne.CanvasObject)
}

func (a *aside) fitting() asideView {
	switch {
	case a.row.draft.reason != nil:
		return asideAsks
	case a.row.status == checklists.StatusNotForMe:
		return asideTaken
	default:
		return asideOffers
	}
}

func (a *aside) offer() {
	setAside := widgets.NewSecondary(a.row.texts.Text("checklist.set-aside"), "", a.begin)
	a.object.Objects = []fyne.CanvasObject{widgets.NewFlow(setAside)}
	a.first = setAside
}

func (a *aside) takeBack() {
	texts := a.row.texts
	back := widgets.NewSecondary(texts.Text("checklist.take-back"), "", func() { a.say(checklists.Open, "") })
	change := widgets.NewQuiet(texts.Text("checklist.reason.change"), "", a.begin)
	a.object.Objects = []fyne.CanvasObject{widgets.NewFlow(back, change)}
	a.first = back
}

func (a *aside) ask() {
	form := newReason(a.row, func(words string) { a.say(checklists.NotForMe, words) }, a.cancel)
	a.object.Objects = []fyne.CanvasObject{form.object}
	a.first = form.entry
}

// say asks the shell for a state; the view changes when it is saved.
func (a *aside) say(state checklists.State, reason string) {
	a.pressed = true
	a.row.actions.SetState(a.row.item.ID, state, reason)
}

// begin asks for the reason.
func (a *aside) begin() {
	given := a.row.mark.Reason
	a.row.draft.reason = &given
	a.turn()
}

// cancel no longer does.
func (a *aside) cancel() {
	a.row.draft.reason = nil
	a.turn()
}

// turn goes to another view without anything to be saved.
func (a *aside) turn() {
	a.pressed = true
	a.show()
	a.row.resized(a.row)
}
