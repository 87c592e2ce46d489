package contacts

import (
	"errors"
	"strings"

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
	c.body.Refresh()
	if c.object != nil {
		c.object.Refresh()
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
	c.editing, c.draft = true, organisation.Contact{Role: c.role}
	entry := func(label string, value string, into *string) (fyne.CanvasObject, *widgets.Entry) {
		e := widgets.NewEntry()
		e.SetText(value)
		*into = value
		e.OnChanged = func(s string) { *into = s }
		return container.NewVBox(widgets.NewText(c.texts.Text(label), widgets.Strong), widgets.NewField(e)), e
	}
	name, first := entry("contacts.name", begun.Name, &c.draft.Name)
	phone, _ := entry("contacts.phone", begun.Phone, &c.draft.Phone)
	email, _ := entry("contacts.email", begun.Email, &c.draft.Email)
	hours, last := entry("contacts.hours", begun.Hours, &c.draft.Hours)
	last.SetPlaceHolder(c.texts.Text("contacts.hours-example"))
	problem := widgets.NewText("", widgets.Problem)
	problem.Hide()
	refuse := func(words string) {
		problem.Set(words)
		problem.Show()
		c.body.Refresh()
		c.object.Refresh()
	}
	save := func() {
		contact := c.draft.Normalise()
		if err := contact.Validate(); err != nil {
			refuse(c.problems(err))
			return
		}
		c.actions.Save(contact, func(words string) {
			if words != "" {
				refuse(words)
				return
			}
			c.contact = contact
			c.read()
		})
	}
	last.OnSubmitted = func(string) { save() }
	c.set(name, phone, email, hours, problem, widgets.NewFlow(
		widgets.NewPrimary(c.texts.Text("contacts.save"), "check", save),
		widgets.NewSecondary(c.texts.Text("contacts.cancel"), "", c.read),
	))
	c.actions.Focus(first)
}

// problems says what is wrong with a contact, field by field.
func (c *card) problems(err error) string {
	var fields organisation.FieldErrors
	if !errors.As(err, &fields) {
		return c.texts.Text("problem.unknown")
	}
	words := make([]string, len(fields))
	for i, field := range fields {
		words[i] = c.texts.Text("contacts.problem." + string(field.Field))
	}
	return strings.Join(words, "\n")
}
