package contacts

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// card is one of the company's contacts, shown or being filled in.
type card struct {
	texts   *locales.Texts
	role    organisation.Role
	actions Actions
	contact organisation.Contact
	editing bool
	draft   organisation.Contact // what is being filled in

	body   *fyne.Container
	object *widgets.Panel
}

func newCard(texts *locales.Texts, role organisation.Role, actions Actions) *card {
	c := &card{texts: texts, role: role, actions: actions, contact: organisation.Contact{Role: role}, body: container.NewVBox()}
	c.object = widgets.NewCard(c.body)
	c.read()
	return c
}

func (c *card) show(contact organisation.Contact) {
	c.contact = contact
	if !c.editing {
		c.read()
	}
}

func (c *card) set(objects ...fyne.CanvasObject) {
	heading := widgets.NewText(c.texts.Text("contacts.role."+string(c.role)), widgets.Subtitle)
	c.body.Objects = append([]fyne.CanvasObject{heading}, objects...)
	if c.object != nil {
		c.refresh()
	}
}

// read shows the contact, or asks for it.
func (c *card) read() {
	c.editing = false
	if c.contact.Empty() {
		c.set(widgets.NewText(c.texts.Text("contacts.missing."+string(c.role)), widgets.Muted),
			widgets.NewFlow(widgets.NewPrimary(c.texts.Text("contacts.enter"), "edit", c.edit)))
		return
	}
	objects := []fyne.CanvasObject{}
	if c.contact.Name != "" {
		objects = append(objects, widgets.NewText(c.contact.Name, widgets.Body))
	}
	if c.contact.Phone != "" {
		objects = append(objects, widgets.NewText(c.contact.Phone, widgets.Display), c.reach("contacts.call", "phone", c.contact.TelURL(), c.contact.Phone))
	}
	if c.contact.Email != "" {
		objects = append(objects, widgets.NewText(c.contact.Email, widgets.Strong), c.reach("contacts.write", "mail", c.contact.MailURL(), c.contact.Email))
	}
	if c.contact.Hours != "" {
		objects = append(objects, widgets.NewText(c.contact.Hours, widgets.Muted))
	}
	objects = append(objects, widgets.NewFlow(widgets.NewQuiet(c.texts.Text("contacts.edit"), "edit", c.edit)))
	c.set(objects...)
}

// reach is the buttons by which a number or an address is used.
func (c *card) reach(key, icon, url, text string) fyne.CanvasObject {
	return widgets.NewFlow(
		widgets.NewPrimary(c.texts.Text(key), icon, func() { c.actions.Open(url) }),
		widgets.NewSecondary(c.texts.Text("contacts.copy"), "copy", func() { c.actions.Copy(text) }),
	)
}

// edit asks for the contact's particulars.
func (c *card) edit() { c.fillIn(c.contact) }

// fillIn asks for particulars, beginning with those given.
func (c *card) fillIn(begun organisation.Contact) {
	c.editing, c.draft = true, begun
	c.draft.Role = c.role
	form := &form{problem: newProblem()}
	form.add(c, organisation.FieldName, &c.draft.Name)
	form.add(c, organisation.FieldPhone, &c.draft.Phone)
	form.add(c, organisation.FieldEmail, &c.draft.Email)
	hours := form.add(c, organisation.FieldHours, &c.draft.Hours)
	hours.entry.SetPlaceHolder(c.texts.Text("contacts.hours-example"))
	save := func() { c.save(form) }
	hours.entry.OnSubmitted = func(string) { save() }
	c.set(append(form.objects, form.problem, widgets.NewFlow(
		widgets.NewPrimary(c.texts.Text("contacts.save"), "check", save),
		widgets.NewSecondary(c.texts.Text("contacts.cancel"), "", c.read),
	))...)
	c.actions.Focus(form.fields[0].entry)
}

// save keeps what has been filled in, or says beside each field what is wrong
// with it.
func (c *card) save(form *form) {
	form.clear()
	contact := c.draft.Normalise()
	// Emptying every field is how a contact is taken away.
	if err := contact.Validate(); err != nil && !contact.Empty() {
		c.refuse(form, err)
		return
	}
	c.actions.Save(contact, func(words string) {
		if words != "" {
			show(form.problem, words)
			c.refresh()
			return
		}
		c.contact = contact
		c.read()
	})
}

func (c *card) refuse(form *form, err error) {
	var wrong organisation.FieldErrors
	if !errors.As(err, &wrong) {
		show(form.problem, c.texts.Text("problem.unknown"))
	}
	for _, field := range form.fields {
		if wrong.For(field.name) != nil {
			show(field.problem, c.texts.Text("contacts.problem."+string(field.name)))
		}
	}
	c.refresh()
	for _, field := range form.fields {
		if wrong.For(field.name) != nil {
			c.actions.Focus(field.entry)
			return
		}
	}
}

func (c *card) refresh() {
	c.body.Refresh()
	c.object.Refresh()
}
