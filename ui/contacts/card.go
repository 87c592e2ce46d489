package contacts

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// ownCard is a contact that the user has entered or may enter, shown or being
// filled in.
type ownCard struct {
	texts   *locales.Texts
	role    organisation.Role
	actions Actions
	turned  func() // tells that the card shows something else
	contact organisation.Contact
	editing bool
	draft   organisation.Contact // what is being filled in

	body   *fyne.Container
	object *widgets.Panel
}

func newOwnCard(texts *locales.Texts, role organisation.Role, actions Actions, turned func()) *ownCard {
	c := &ownCard{
		texts: texts, role: role, actions: actions, turned: turned,
		contact: organisation.Contact{Role: role}, body: container.NewVBox(),
	}
	c.object = widgets.NewCard(c.body)
	c.read()
	return c
}

// show brings the card up to date. What has not changed stays as it is: a code
// that is being read off the screen, and the button that has the keys.
func (c *ownCard) show(contact organisation.Contact) {
	if contact == c.contact {
		return
	}
	c.contact = contact
	if !c.editing {
		c.read()
	}
}

// set shows something else on the card.
func (c *ownCard) set(objects ...fyne.CanvasObject) {
	c.body.Objects = objects
	c.refresh()
	c.turned()
}

func (c *ownCard) heading() fyne.CanvasObject {
	return widgets.NewText(c.texts.Text("contacts.role."+string(c.role)), widgets.Subtitle)
}

// read shows the contact, or asks for it.
func (c *ownCard) read() {
	c.editing = false
	if c.contact.Empty() {
		c.set(widgets.NewLines(c.heading(), widgets.NewText(c.texts.Text("contacts.missing."+string(c.role)), widgets.Muted)),
			widgets.NewFlow(widgets.NewPrimary(c.texts.Text("contacts.enter"), "edit", c.edit)))
		return
	}
	whose := []fyne.CanvasObject{c.heading(), widgets.NewText(c.texts.Text("contacts.own"), widgets.Caption)}
	c.set(particulars(c.texts, whose, c.contact, c.actions),
		widgets.NewFlow(widgets.NewQuiet(c.texts.Text("contacts.edit"), "edit", c.edit)))
}

// edit asks for the contact's particulars.
func (c *ownCard) edit() { c.fillIn(c.contact) }

// fillIn asks for particulars, beginning with those given.
func (c *ownCard) fillIn(begun organisation.Contact) {
	c.editing, c.draft = true, begun
	c.draft.Role = c.role
	form := &form{objects: []fyne.CanvasObject{c.heading()}, problem: newProblem()}
	form.add(c, organisation.FieldName, &c.draft.Name)
	form.add(c, organisation.FieldPhone, &c.draft.Phone)
	form.add(c, organisation.FieldEmail, &c.draft.Email)
	hours := form.add(c, organisation.FieldHours, &c.draft.Hours)
	hours.entry.SetPlaceHolder(c.texts.Text("contacts.hours-example"))
	when := form.add(c, organisation.FieldWhen, &c.draft.When)
	when.entry.SetPlaceHolder(c.texts.Text("contacts.when-example"))
	save := func() { c.save(form) }
	when.entry.OnSubmitted = func(string) { save() }
	c.set(append(form.objects, form.problem, below(
		widgets.NewPrimary(c.texts.Text("contacts.save"), "check", save),
		widgets.NewSecondary(c.texts.Text("contacts.cancel"), "", c.read),
	))...)
	c.actions.Focus(form.fields[0].entry)
}

// save keeps what has been filled in, or says beside each field what is wrong
// with it.
func (c *ownCard) save(form *form) {
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

func (c *ownCard) refuse(form *form, err error) {
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

func (c *ownCard) refresh() {
	c.body.Refresh()
	c.object.Refresh()
}
