package launcher

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// invitation is the card in which an invitation is pasted, recognised at once
// and opened.
type invitation struct {
	texts   *locales.Texts
	actions Actions
	grown   func() // tells that the card is as high as it was no longer

	field *field
	// whole is the text that an excerpt stands for in the field.
	whole, excerpt string
	before         string // what stood in the field before the last change
	empty          *widget.Button

	shown   Recognised
	answer  *fyne.Container // what it was recognised as; empty for nothing
	first   *widget.Button  // what one most likely wants to press of it; may be nil
	naming  *naming         // asks for the name of a favourite; nil if it does not
	problem *fyne.Container // what went wrong on opening or keeping it
	object  *widgets.Panel
}

func newInvitation(texts *locales.Texts, actions Actions, grown func()) *invitation {
	i := &invitation{
		texts: texts, actions: actions, grown: grown, shown: Recognised{Problem: Empty},
		field: newField(texts.Text("launcher.link-example")), answer: container.NewVBox(), problem: container.NewVBox(),
	}
	i.field.OnChanged = i.changed
	i.field.submit = i.submit
	i.field.pasted = i.paste
	i.empty = widgets.NewQuiet(texts.Text("launcher.empty"), "close", func() {
		i.field.SetText("")
		i.focus()
	})
	i.empty.Hide()
	beside := container.NewVBox(
		widgets.NewSecondary(texts.Text("launcher.paste"), "copy", func() { i.paste(actions.Clipboard()); i.focus() }),
		i.empty)
	i.object = widgets.NewCard(container.NewVBox(
		widgets.NewText(texts.Text("launcher.paste-here"), widgets.Strong),
		widgets.NewField(container.NewBorder(nil, nil, nil, beside, i.field)),
		i.problem,
		i.answer,
	))
	i.answer.Hide()
	i.problem.Hide()
	return i
}

func (i *invitation) focus() { i.actions.Focus(i.field) }

// text is what the user has given, of which the field may show an excerpt.
func (i *invitation) text() string {
	if i.whole != "" && i.field.Text == i.excerpt {
		return i.whole
	}
	return i.field.Text
}

// paste puts a text into the field in place of what stands there.
func (i *invitation) paste(text string) {
	i.before = ""
	i.excerpt, i.whole = excerpt(text), ""
	if i.excerpt != text {
		i.whole = text
	}
	if i.field.Text == i.excerpt {
		i.changed(i.excerpt) // the same once more: say again what it is
		return
	}
	i.field.begin(i.excerpt)
}

// changed recognises what stands in the field. What is wrong with a text is not
// said while it is being typed, letter by letter, since it is not finished.
func (i *invitation) changed(string) {
	const typed = 3 // bytes that come at once by typing: a letter or two
	text := i.text()
	pasted := len(text) > len(i.before)+typed
	i.before = text
	if hidden := text == ""; hidden != i.empty.Hidden {
		i.empty.Hidden = hidden
		i.refresh()
	}
	i.say("")
	r := Recognised{Problem: Empty}
	if text != "" {
		r = i.actions.Recognise(text)
	}
	if r.Problem != NoProblem && !pasted {
		r = Recognised{Problem: Empty}
	}
	i.show(r)
}

// show says what was recognised. What has not changed is not built anew.
func (i *invitation) show(r Recognised) {
	if r == i.shown {
		return
	}
	i.shown, i.first = r, nil
	i.stopNaming()
	i.answer.Objects = nil
	i.answer.Hidden = r.Problem == Empty
	if r.Problem != Empty {
		i.answer.Objects = []fyne.CanvasObject{i.describe(r)}
	}
	i.refresh()
}

// again recognises once more what is recognised already: it may be among the
// favourites by now, or no longer be approved.
func (i *invitation) again() {
	if i.shown.Problem == Empty || i.naming != nil {
		return
	}
	i.show(i.actions.Recognise(i.text()))
}

// submit opens what stands in the field, or says why it cannot be opened.
func (i *invitation) submit() {
	text := i.text()
	r := i.actions.Recognise(text)
	i.show(r)
	switch {
	case r.Problem == Empty:
		i.say(i.texts.Text("launcher.problem.empty"))
	case r.Problem == UnknownService:
		i.actions.Focus(i.first) // to be pressed knowing what it is
	case r.Problem != NoProblem || r.Kind == Retired:
	case r.Kind == Call:
		i.call()
	default:
		i.open(r.Way)
	}
}

// open opens what was recognised, and empties the field when it was.
func (i *invitation) open(way Way) {
	text := i.text()
	if text == "" {
		return // opened already: the button is about to go
	}
	i.say("")
	i.focus()
	i.actions.Open(text, way, func(opened bool) {
		if opened && i.text() == text {
			i.field.SetText("")
		}
	})
}

// call joins a call of our own.
func (i *invitation) call() {
	i.focus()
	words := i.actions.Call(i.text())
	if words == "" {
		i.field.SetText("")
		return
	}
	i.say(words)
}

// say shows what went wrong; "" takes it away.
func (i *invitation) say(words string) {
	if words == "" && i.problem.Hidden {
		return
	}
	i.problem.Objects, i.problem.Hidden = nil, words == ""
	if words != "" {
		i.problem.Add(widgets.NewField(widgets.NewNotice(words)))
	}
	i.refresh()
}

// refresh makes room for what has changed.
func (i *invitation) refresh() {
	i.object.Refresh()
	i.grown()
}

func (i *invitation) state() (text string, naming bool, name string) {
	if i.naming != nil {
		return i.text(), true, i.naming.entry.Text
	}
	return i.text(), false, ""
}

func (i *invitation) restore(text string, naming bool, name string) {
	if text == "" {
		return
	}
	i.paste(text)
	if naming && keepable(i.shown) {
		i.askName()
		i.naming.entry.SetText(name)
	}
}
