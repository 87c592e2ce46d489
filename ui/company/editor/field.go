package editor

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/ui/widgets"
)

// field is one thing to fill in, with what it is called and what is wrong with
// it.
type field struct {
	path    string         // below what it belongs to, as problems name it
	update  func()         // shows the value again
	hidden  func() bool    // whether it has no meaning now; nil if it always has one
	first   fyne.Focusable // where the cursor goes, if anywhere
	short   bool           // whether it may stand beside another
	example string         // what it could hold, "" for none
	problem *widgets.Text
	object  fyne.CanvasObject
}

// label is the words around a field.
type label struct {
	name    string
	help    string // below the field, "" for none
	example string // in it while it is empty, "" for none
}

func newField(path string, words label, update func(), first fyne.Focusable, input fyne.CanvasObject) *field {
	f := &field{path: path, update: update, first: first, example: words.example, problem: widgets.NewText("", widgets.Problem)}
	f.problem.Hide()
	below := widgets.NewLines(f.problem)
	if words.help != "" {
		below.Objects = append([]fyne.CanvasObject{widgets.NewText(words.help, widgets.Caption)}, below.Objects...)
	}
	f.object = container.NewVBox(widgets.NewText(words.name, widgets.Strong), input, below)
	return f
}

// shorter lets fields stand side by side, where there is room.
func shorter(fields ...*field) []*field {
	for _, f := range fields {
		f.short = true
	}
	return fields
}

// lay sets fields below each other, the short ones side by side.
func lay(fields []*field) *fyne.Container {
	const narrowest = 260
	form := container.NewVBox()
	for i := 0; i < len(fields); {
		row := []fyne.CanvasObject{fields[i].object}
		i++
		for ; i < len(fields) && fields[i-1].short && fields[i].short; i++ {
			row = append(row, fields[i].object)
		}
		if len(row) == 1 {
			form.Add(row[0])
		} else {
			form.Add(widgets.NewColumns(narrowest, 2, row...))
		}
	}
	return form
}

// arrange hides the field while it has no meaning, and tells whether that is
// new.
func (f *field) arrange() (changed bool) {
	if f.hidden == nil || f.hidden() != f.object.Visible() {
		return false
	}
	if f.hidden() {
		f.object.Hide()
	} else {
		f.object.Show()
	}
	return true
}

// show says what is wrong with the field.
func (f *field) show(wrong problems, words func(p problem, example string) string) {
	said := ""
	if len(wrong) > 0 {
		said = words(problem{f.path, wrong[0].err}, f.example)
	}
	f.problem.Set(said)
	f.problem.Hidden = said == ""
}

// line is a field of one line.
func (k *kit) line(path string, words label, value *string) *field {
	entry := widgets.NewEntry()
	entry.SetPlaceHolder(words.example)
	update := k.bind(&entry.Entry, value)
	return newField(path, words, update, entry, widgets.NewField(entry))
}

// bind lets what is typed go into a value at once, and gives the function that
// shows the value again without telling anybody.
func (k *kit) bind(entry *widget.Entry, value *string) func() {
	typed := func(text string) {
		*value = text
		k.changed()
	}
	update := func() {
		if entry.Text != *value {
			entry.OnChanged = nil
			entry.SetText(*value)
			entry.OnChanged = typed
		}
	}
	update()
	entry.OnChanged = typed
	return update
}

// addresses is a field with an address on each line.
func (k *kit) addresses(path string, words label, value *[]string) *field {
	const rows = 2
	area := widgets.NewArea(rows)
	area.SetPlaceHolder(words.example)
	typed := func(text string) {
		*value = strings.Fields(text)
		k.changed()
	}
	update := func() {
		if joined := strings.Join(*value, "\n"); strings.Join(strings.Fields(area.Text), "\n") != joined {
			area.OnChanged = nil
			area.SetText(joined)
			area.OnChanged = typed
		}
	}
	update()
	area.OnChanged = typed
	return newField(path, words, update, area, widgets.NewField(area))
}

// choice is a field with a few things to choose between.
func (k *kit) choice(path string, words label, options []widgets.Option, get func() string, set func(string)) *field {
	choice := widgets.NewChoice(options, get(), func(value string) {
		set(value)
		k.changed()
	})
	return newField(path, words, func() { choice.Select(get()) }, nil, choice.Object())
}

// wording is a field for words in both languages, each of a number of rows.
// Norwegian is shown to all while there is no English.
func (k *kit) wording(path string, words label, rows int, value *organisation.Text) *field {
	norwegian, updateNorwegian := k.input(rows, words.example, &value.NB)
	english, updateEnglish := k.input(rows, k.texts.Text("company.editor.english-empty"), &value.EN)
	const narrowest = 240
	both := widgets.NewColumns(narrowest, 2,
		captioned(k.texts.Text("company.editor.norwegian"), norwegian),
		captioned(k.texts.Text("company.editor.english"), english))
	return newField(path, words, func() {
		updateNorwegian()
		updateEnglish()
	}, norwegian, both)
}

// captioned sets a few words close above an input.
func captioned(words string, input fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(-fynetheme.Size(fynetheme.SizeNameInnerPadding)*0.7),
		widgets.NewText(words, widgets.Caption), widgets.NewField(input))
}

// focusableObject is something to write in.
type focusableObject interface {
	fyne.CanvasObject
	fyne.Focusable
}

func (k *kit) input(rows int, example string, value *string) (input focusableObject, update func()) {
	if rows > 1 {
		area := widgets.NewArea(rows)
		area.SetPlaceHolder(example)
		return area, k.bind(&area.Entry, value)
	}
	entry := widgets.NewEntry()
	entry.SetPlaceHolder(example)
	return entry, k.bind(&entry.Entry, value)
}
