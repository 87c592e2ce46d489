package editor

import (
	"maps"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// routines is what to do when something is wrong, in the company's own words:
// for each incident, and for all of them.
type routines struct {
	*kit
	all    []*routine
	others map[string]organisation.Text // for incidents that the program does not know
	object *fyne.Container
}

// routine is what to do in one case, on a line that opens.
type routine struct {
	id     string
	words  organisation.Text
	field  *field
	status *widgets.Text
	begin  *widget.Button // takes over the app's own words, nil where there are none
	remove *widget.Button
	opener *widgets.Disclosure
	inside *fyne.Container
}

func newRoutines(s *Screen, k *kit) *routines {
	r := &routines{kit: k, object: container.NewVBox()}
	r.add(organisation.RoutineGeneral, k.texts.Text("company.editor.routine-general"), nil)
	for _, i := range s.incidents {
		r.add(i.ID, i.Title(k.texts), func() organisation.Text {
			return organisation.Text{
				NB: strings.Join(i.Steps(s.textsIn(locales.Norwegian)), "\n"),
				EN: strings.Join(i.Steps(s.textsIn(locales.English)), "\n"),
			}
		})
	}
	return r
}

// add makes the line of an incident; ours gives the app's own words.
func (r *routines) add(id, title string, ours func() organisation.Text) {
	t := r.texts
	one := &routine{id: id, status: widgets.NewText("", widgets.Caption)}
	k := *r.kit
	k.changed = func() {
		r.arrange(one)
		r.changed()
	}
	one.field = k.wording("", label{
		name: t.Text("company.editor.routine"), help: t.Text("company.editor.routine-help"), example: t.Text("company.editor.routine-example"),
	}, stepsRows, &one.words)
	one.remove = widgets.NewQuiet(t.Text("company.editor.remove-routine"), "delete", func() { r.remove(one, title) })
	var buttons []fyne.CanvasObject
	if ours != nil {
		one.begin = widgets.NewSecondary(t.Text("company.editor.begin-routine"), "copy", func() {
			r.set(one, ours())
			r.focus(one.field.first)
		})
		buttons = append(buttons, one.begin)
	}
	buttons = append(buttons, one.remove)
	one.inside = container.NewVBox(inset(container.NewVBox(one.field.object, widgets.NewFlow(buttons...))))
	one.inside.Hide()
	one.opener = widgets.NewDisclosure(widgets.NewLines(widgets.NewText(title, widgets.Strong), one.status), func() {
		r.expand(one, !one.inside.Visible())
	})
	r.all = append(r.all, one)
	r.object.Add(container.NewVBox(one.opener, one.inside))
	r.arrange(one)
}

func (r *routines) expand(one *routine, open bool) {
	one.inside.Hidden = !open
	one.opener.Open(open)
	r.again()
}

// arrange offers what fits: the app's words where there are none, and to take
// those away that are there.
func (r *routines) arrange(one *routine) {
	key := "company.editor.routine-written"
	if one.words.Empty() {
		key = "company.editor.routine-ours"
		if one.begin == nil {
			key = "company.editor.routine-none"
		}
	}
	one.status.Set(r.texts.Text(key))
	enable(one.remove, "delete", !one.words.Empty())
	if one.begin != nil {
		enable(one.begin, "copy", one.words.Empty())
	}
}

// set puts other words in the place of those that are there.
func (r *routines) set(one *routine, words organisation.Text) {
	one.words = words
	one.field.update()
	r.arrange(one)
	r.changed()
	r.again()
}

func (r *routines) remove(one *routine, title string) {
	before := one.words
	r.set(one, organisation.Text{})
	r.focus(one.opener)
	r.removed(r.texts.Text("company.editor.removed-routine", locales.Data{"Incident": title}), func() {
		if one.words.Empty() {
			r.set(one, before)
		}
	})
}

func (r *routines) content() fyne.CanvasObject { return r.object }

func (r *routines) read(o organisation.Organisation) {
	r.others = maps.Clone(o.Routines)
	for _, one := range r.all {
		delete(r.others, one.id)
		one.words = o.Routines[one.id]
		one.field.update()
		r.arrange(one)
	}
}

func (r *routines) write(o *organisation.Organisation) {
	o.Routines = map[string]organisation.Text{}
	maps.Copy(o.Routines, r.others)
	for _, one := range r.all {
		if !one.words.Empty() {
			o.Routines[one.id] = one.words
		}
	}
}

func (r *routines) show(wrong problems) int {
	own := wrong.below("routines")
	for _, one := range r.all {
		one.field.show(own.below(one.id), r.kit.words)
		if one.field.problem.Visible() && !one.inside.Visible() {
			one.status.Set(one.field.problem.String())
			one.status.Restyle(widgets.Problem)
		} else {
			one.status.Restyle(widgets.Caption)
			r.arrange(one)
		}
	}
	return len(own)
}

func (r *routines) settle() {}

func (r *routines) lead() *field {
	for _, one := range r.all {
		if one.field.problem.Visible() {
			one.inside.Show()
			one.opener.Open(true)
			return one.field
		}
	}
	return nil
}
