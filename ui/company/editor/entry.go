package editor

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// entry is one of a list: a line with its title that opens to its fields.
type entry[T comparable] struct {
	list   *list[T]
	value  T
	place  int      // in the list, from 0
	fresh  bool     // what is missing is not wrong yet
	wrong  problems // in the entry
	fields []*field // made when the entry is first opened

	title    *widgets.Text
	problem  *widgets.Text
	opener   *widgets.Disclosure
	details  *fyne.Container
	up, down *widget.Button
	object   *fyne.Container
}

func newEntry[T comparable](l *list[T], value T) *entry[T] {
	e := &entry[T]{
		list: l, value: value,
		title:   widgets.NewText("", widgets.Strong),
		problem: widgets.NewText("", widgets.Problem),
		details: container.NewVBox(),
	}
	e.problem.Hide()
	e.details.Hide()
	e.opener = widgets.NewDisclosure(widgets.NewLines(e.title, e.problem), func() { e.toggle() })
	e.object = container.NewVBox(e.opener, e.details)
	return e
}

// name is what the entry is called: by its place while it has no title.
func (e *entry[T]) name() string {
	if title := e.list.kind.title(e.value); title != "" {
		return title
	}
	return e.list.texts.Text("company.editor.unnamed", locales.Data{"Number": strconv.Itoa(e.place + 1)})
}

// at tells the entry its place.
func (e *entry[T]) at(place int) {
	e.place = place
	e.title.Set(e.name())
	if e.up == nil {
		return
	}
	enable(e.up, "up", place > 0)
	enable(e.down, "down", place < len(e.list.entries)-1)
}

// mover is the button that moves the entry on the way it went, or back where it
// can go no further.
func (e *entry[T]) mover(by int) *widget.Button {
	if by < 0 && !e.up.Disabled() || e.down.Disabled() {
		return e.up
	}
	return e.down
}

// enable switches a button on or off. Off it has no icon: Fyne would fill in
// the lines that ours are drawn with.
func enable(button *widget.Button, icon string, on bool) {
	if !on {
		button.Icon = nil
		button.Disable()
		return
	}
	button.Icon = theme.NewIcon(icon, fynetheme.ColorNameForeground)
	button.Enable()
}

// take shows another value.
func (e *entry[T]) take(value T) {
	if e.value == value {
		return
	}
	e.value = value
	e.update()
}

// update shows the value again.
func (e *entry[T]) update() {
	e.title.Set(e.name())
	for _, f := range e.fields {
		f.update()
		f.arrange()
	}
}

func (e *entry[T]) toggle() {
	open := !e.details.Visible()
	e.expand(open)
	if !open {
		e.fresh = false
	}
	e.list.again()
}

// expand opens or closes the entry.
func (e *entry[T]) expand(open bool) {
	if open && e.fields == nil {
		e.build()
	}
	e.details.Hidden = !open
	e.opener.Open(open)
	e.sayProblem()
	e.object.Refresh()
}

func (e *entry[T]) build() {
	k := *e.list.kit
	tell := k.changed
	k.changed = func() {
		e.title.Set(e.name())
		e.arrange()
		tell()
	}
	e.fields = e.list.kind.fields(&k, &e.value)
	form := lay(e.fields)
	for _, f := range e.fields {
		f.show(e.wrong.below(f.path), e.list.words)
	}
	texts := e.list.texts
	e.up = widgets.NewQuiet(texts.Text("company.editor.up"), "up", func() { e.list.move(e, -1) })
	e.down = widgets.NewQuiet(texts.Text("company.editor.down"), "down", func() { e.list.move(e, 1) })
	form.Add(widgets.NewFlow(e.up, e.down,
		widgets.NewQuiet(texts.Text("company.editor.remove"), "delete", func() { e.list.remove(e) })))
	e.details.Objects = []fyne.CanvasObject{inset(form)}
	e.arrange()
	e.at(e.place)
}

// inset sets a form off from the lines around it.
func inset(form fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewField(widgets.NewTile(fynetheme.ColorNameBackground, container.NewPadded(form)))
}

// arrange hides the fields that have no meaning now.
func (e *entry[T]) arrange() {
	changed := false
	for _, f := range e.fields {
		changed = f.arrange() || changed
	}
	if changed {
		e.list.again()
	}
}

// show says what is wrong with the entry, and gives how many things.
func (e *entry[T]) show(wrong problems) int {
	if e.fresh {
		wrong = wrong.withoutMissing()
	}
	e.wrong = wrong
	for _, f := range e.fields {
		f.show(wrong.below(f.path), e.list.words)
	}
	e.sayProblem()
	return len(wrong)
}

// sayProblem says on a closed entry that something is wrong in it.
func (e *entry[T]) sayProblem() {
	closed := !e.details.Visible()
	e.problem.Hidden = len(e.wrong) == 0 || !closed
	if !e.problem.Hidden {
		e.problem.Set(e.list.words(e.wrong[0], ""))
	}
}
