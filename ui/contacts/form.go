package contacts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/ui/widgets"
)

// form is the fields in which a contact is filled in.
type form struct {
	fields  []*field
	objects []fyne.CanvasObject
	problem *widgets.Text // what is wrong with the whole
}

// field is one of them, with room for what is wrong with it.
type field struct {
	name    organisation.Field
	entry   *widgets.Entry
	problem *widgets.Text
}

// add puts a field at the end; what is typed goes into value at once.
func (f *form) add(c *ownCard, name organisation.Field, value *string) *field {
	added := &field{name: name, entry: widgets.NewEntry(), problem: newProblem()}
	added.entry.SetText(*value)
	added.entry.OnChanged = func(typed string) { *value = typed }
	f.fields = append(f.fields, added)
	f.objects = append(f.objects, container.NewVBox(
		widgets.NewText(c.texts.Text("contacts."+string(name)), widgets.Strong),
		widgets.NewField(added.entry), added.problem))
	return added
}

// below sets buttons apart from the fields above them.
func below(buttons ...fyne.CanvasObject) fyne.CanvasObject {
	const gap = 8
	return container.New(layout.NewCustomPaddedLayout(gap, 0, 0, 0), widgets.NewFlow(buttons...))
}

// clear takes all problems away.
func (f *form) clear() {
	f.problem.Hide()
	for _, field := range f.fields {
		field.problem.Hide()
	}
}

func newProblem() *widgets.Text {
	problem := widgets.NewText("", widgets.Problem)
	problem.Hide()
	return problem
}

func show(problem *widgets.Text, words string) {
	problem.Set(words)
	problem.Show()
}
