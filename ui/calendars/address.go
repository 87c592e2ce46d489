package calendars

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// addressForm adds a calendar by its secret address.
type addressForm struct {
	texts    *locales.Texts
	actions  Actions
	changed  func()
	object   fyne.CanvasObject
	address  *widgets.Entry
	name, me *widgets.Entry
	add      *widget.Button
	problem  *fyne.Container
}

func newAddressForm(texts *locales.Texts, actions Actions, changed func()) *addressForm {
	f := &addressForm{
		texts: texts, actions: actions, changed: changed,
		address: widgets.NewEntry(), name: widgets.NewEntry(), me: widgets.NewEntry(), problem: container.NewVBox(),
	}
	// Whoever looks over one's shoulder is not to read it.
	f.address.Password = true
	f.address.SetPlaceHolder(texts.Text("calendars.address-example"))
	f.name.SetPlaceHolder(texts.Text("calendars.name-example"))
	f.me.SetPlaceHolder(texts.Text("calendars.me-example"))
	for _, entry := range []*widgets.Entry{f.address, f.name, f.me} {
		entry.OnSubmitted = func(string) { f.submit() }
		entry.OnChanged = func(string) { f.say("") }
	}
	f.add = widgets.NewPrimary(texts.Text("calendars.connect"), "add", f.submit)
	f.object = container.NewVBox(
		widgets.NewText(texts.Text("calendars.address-how"), widgets.Body),
		labelled(texts.Text("calendars.address"), f.address),
		widgets.NewColumns(280, 2,
			labelled(texts.Text("calendars.name"), f.name), labelled(texts.Text("calendars.me"), f.me)),
		f.problem,
		widgets.NewFlow(f.add),
	)
	return f
}

func (f *addressForm) submit() {
	if f.add.Disabled() {
		return // enter was pressed twice
	}
	f.say("")
	f.working(true)
	f.actions.AddAddress(f.address.Text, f.name.Text, f.me.Text, func(problem string) {
		f.working(false)
		f.say(problem)
		if problem == "" {
			f.address.SetText("")
			f.name.SetText("")
			f.me.SetText("")
		}
	})
}

func (f *addressForm) working(on bool) {
	setWorking(f.add, on, f.texts.Text("calendars.connecting"), f.texts.Text("calendars.connect"))
}

func (f *addressForm) say(problem string) {
	sayIn(f.problem, problem)
	f.changed()
}

// labelled sets a name above a field.
func labelled(name string, field fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(widgets.NewText(name, widgets.Strong), widgets.NewField(field))
}

// sayIn shows what is wrong, or nothing.
func sayIn(place *fyne.Container, problem string) {
	place.RemoveAll()
	if problem != "" {
		place.Add(widgets.NewField(widgets.NewNotice(problem)))
	}
}

// setWorking has a button say that what it asked for is on its way.
func setWorking(b *widget.Button, on bool, working, idle string) {
	if on {
		b.SetText(working)
		b.Disable()
		return
	}
	b.SetText(idle)
	b.Enable()
}
