package home

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/ui/widgets"
)

// showNumbers shows whom to ring first in each role.
func (s *Screen) showNumbers(m Model) {
	if len(s.numbers.Objects) > 0 && slices.Equal(m.Contacts, s.shown.contacts) {
		return
	}
	s.shown.contacts, s.numbers.Objects = slices.Clone(m.Contacts), nil
	for _, role := range organisation.Roles() {
		s.numbers.Add(s.number(role, m.Contacts))
	}
}

// number shows the first contact with a role, to be rung in a hurry.
func (s *Screen) number(role organisation.Role, contacts []organisation.Contact) fyne.CanvasObject {
	lines := widgets.NewLines(widgets.NewText(s.texts.Text("contacts.role."+string(role)), widgets.Strong))
	for _, c := range contacts {
		if c.Role == role && !c.Empty() {
			return s.reach(lines, c)
		}
	}
	lines.Add(widgets.NewText(s.texts.Text("contacts.missing."+string(role)), widgets.Muted))
	return container.NewVBox(lines,
		widgets.NewFlow(widgets.NewSecondary(s.texts.Text("contacts.enter"), "edit", s.actions.OpenContacts)))
}

// reach shows how a contact is reached: by telephone if there is a number.
func (s *Screen) reach(lines *fyne.Container, c organisation.Contact) fyne.CanvasObject {
	if c.Name != "" {
		lines.Add(widgets.NewText(c.Name, widgets.Body))
	}
	shown, style, key, icon, url := c.Phone, widgets.Display, "contacts.call", "phone", c.TelURL()
	if c.Phone == "" {
		shown, style, key, icon, url = c.Email, widgets.Strong, "contacts.write", "mail", c.MailURL()
	}
	lines.Add(widgets.NewText(shown, style))
	return container.NewVBox(lines, widgets.NewFlow(
		widgets.NewPrimary(s.texts.Text(key), icon, func() { s.actions.Open(url) }),
		widgets.NewSecondary(s.texts.Text("contacts.copy"), "copy", func() { s.actions.Copy(shown) }),
	))
}
