package editor

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// kind is what a list is a list of.
type kind[T comparable] struct {
	path string // of the list, as problems name it
	most int
	of   func(o *organisation.Organisation) *[]T // where the entries lie
	// blank makes a new entry, where some are there already.
	blank func(there []T) T
	// title tells an entry from the others in one line, "" if nothing does yet.
	title func(T) string
	// fields makes the form in which an entry is filled in.
	fields func(k *kit, value *T) []*field
	// none, add and full are the words for an empty list, for the button and
	// for a list that takes no more.
	none, add, full string
}

// list is entries of one kind, each a line that opens to its fields.
type list[T comparable] struct {
	*kit
	kind    kind[T]
	entries []*entry[T]
	rows    *fyne.Container
	none    *widgets.Text
	full    *widgets.Text
	problem *widgets.Text // what is wrong with the list as a whole
	add     *widget.Button
	object  fyne.CanvasObject
}

func newList[T comparable](k *kit, of kind[T]) *list[T] {
	l := &list[T]{
		kit: k, kind: of, rows: container.NewVBox(),
		none: widgets.NewText(of.none, widgets.Muted), full: widgets.NewText(of.full, widgets.Muted),
		problem: widgets.NewText("", widgets.Problem),
	}
	l.add = widgets.NewSecondary(of.add, "add", l.begin)
	l.object = container.NewVBox(l.none, l.rows, l.full, l.problem, widgets.NewFlow(l.add))
	l.arrange()
	return l
}

func (l *list[T]) content() fyne.CanvasObject { return l.object }

// values is the entries as they have been filled in.
func (l *list[T]) values() []T {
	var values []T
	for _, e := range l.entries {
		values = append(values, e.value)
	}
	return values
}

func (l *list[T]) write(o *organisation.Organisation) {
	*l.kind.of(o) = l.values()
}

// read takes over entries; one that is open stays so in its place.
func (l *list[T]) read(o organisation.Organisation) {
	values := *l.kind.of(&o)
	for i, value := range values {
		if i < len(l.entries) {
			l.entries[i].take(value)
		} else {
			l.entries = append(l.entries, newEntry(l, value))
		}
	}
	l.entries = l.entries[:len(values)]
	l.arrange()
}

// arrange shows the entries in their order.
func (l *list[T]) arrange() {
	l.rows.Objects = nil
	for i, e := range l.entries {
		e.at(i)
		l.rows.Objects = append(l.rows.Objects, e.object)
	}
	room := len(l.entries) < l.kind.most
	l.none.Hidden, l.full.Hidden = len(l.entries) > 0, room
	enable(l.add, "add", room)
}

// begin adds an entry, opened to be filled in.
func (l *list[T]) begin() {
	l.settle()
	e := newEntry(l, l.kind.blank(l.values()))
	e.fresh = true
	l.entries = append(l.entries, e)
	l.arrange()
	e.expand(true)
	l.changed()
	l.again()
	l.reveal(e.object)
	for _, f := range e.fields {
		if f.first != nil && f.object.Visible() {
			l.focus(f.first)
			return
		}
	}
}

// move changes places of an entry and its neighbour.
func (l *list[T]) move(e *entry[T], by int) {
	from := slices.Index(l.entries, e)
	to := from + by
	if from < 0 || to < 0 || to >= len(l.entries) {
		return
	}
	l.entries[from], l.entries[to] = l.entries[to], l.entries[from]
	l.arrange()
	l.changed()
	l.again()
	l.reveal(e.object)
	// Fyne takes the keys from a button that is pressed.
	l.focus(e.mover(by))
}

// remove takes an entry out, and offers to put it back.
func (l *list[T]) remove(e *entry[T]) {
	place := slices.Index(l.entries, e)
	if place < 0 {
		return
	}
	l.entries = slices.Delete(l.entries, place, place+1)
	l.arrange()
	l.changed()
	l.again()
	l.focus(l.near(place))
	l.removed(l.texts.Text("company.editor.removed", locales.Data{"Entry": e.name()}), func() {
		if slices.Contains(l.entries, e) {
			return
		}
		l.entries = slices.Insert(l.entries, min(place, len(l.entries)), e)
		l.arrange()
		l.changed()
		l.again()
	})
}

// near is where the keys go when an entry has gone: to the one in its place.
func (l *list[T]) near(place int) fyne.Focusable {
	if len(l.entries) == 0 {
		return l.add
	}
	return l.entries[min(place, len(l.entries)-1)].opener
}

func (l *list[T]) show(wrong problems) int {
	own := wrong.below(l.kind.path)
	count := sayWhole(l.problem, own, l.words)
	for i, e := range l.entries {
		count += e.show(own.below(fmt.Sprintf("[%d]", i)))
	}
	return count
}

func (l *list[T]) settle() {
	for _, e := range l.entries {
		e.fresh = false
	}
}

func (l *list[T]) lead() *field {
	for _, e := range l.entries {
		if len(e.wrong) == 0 {
			continue
		}
		e.expand(true)
		if wrong := firstWrong(e.fields); wrong != nil {
			return wrong
		}
		return e.fields[0]
	}
	return nil
}
