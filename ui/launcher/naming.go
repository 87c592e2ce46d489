package launcher

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// naming asks for the name of a favourite.
type naming struct {
	entry   *widgets.EscapeEntry
	problem *fyne.Container
	object  *fyne.Container
}

// maxName is the longest name of a favourite, in characters.
const maxName = 80

// newNaming asks for a name, beginning with one. Save is called with what was
// typed, and told where to say what went wrong.
func newNaming(texts *locales.Texts, name string, save func(name string, done func(problem string)), cancel func()) *naming {
	n := &naming{entry: widgets.NewEscapeEntry(cancel), problem: container.NewVBox()}
	n.entry.SetPlaceHolder(texts.Text("launcher.name-example"))
	n.entry.SetText(name)
	n.entry.OnChanged = func(typed string) {
		if runes := []rune(typed); len(runes) > maxName {
			n.entry.SetText(string(runes[:maxName]))
		}
	}
	keep := func() {
		save(n.entry.Text, func(words string) {
			n.problem.Objects = nil
			if words != "" {
				n.problem.Add(widgets.NewText(words, widgets.Problem))
			}
			n.object.Refresh()
		})
	}
	n.entry.OnSubmitted = func(string) { keep() }
	n.object = container.NewVBox(
		widgets.NewText(texts.Text("launcher.name"), widgets.Strong),
		widgets.NewField(n.entry),
		n.problem,
		widgets.NewFlow(
			widgets.NewPrimary(texts.Text("launcher.save"), "check", keep),
			widgets.NewSecondary(texts.Text("app.cancel"), "", cancel),
		),
	)
	return n
}

// askName asks what the favourite is to be called.
func (i *invitation) askName() {
	if i.naming != nil {
		i.actions.Focus(i.naming.entry)
		return
	}
	i.naming = newNaming(i.texts, "", i.keep, func() {
		i.stopNaming()
		i.refresh()
		i.focus()
	})
	i.answer.Add(i.naming.object)
	i.refresh()
	i.actions.Focus(i.naming.entry)
}

// keep makes it a favourite. Without a name it is called what it is.
func (i *invitation) keep(name string, done func(string)) {
	if name == "" {
		name = titleOf(i.texts, i.shown)
	}
	i.actions.Keep(i.text(), name, func(words string) {
		done(words)
		if words != "" {
			i.refresh()
			return
		}
		i.stopNaming()
		i.refresh()
		i.again()
		i.focus()
	})
}

// stopNaming takes the question away.
func (i *invitation) stopNaming() {
	if i.naming != nil {
		i.answer.Remove(i.naming.object)
		i.naming = nil
	}
}
