package editor

import (
	"cmp"
	"slices"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// contacts is whom the employees can turn to.
func (s *Screen) contacts() kind[organisation.Contact] {
	t := s.texts
	return kind[organisation.Contact]{
		path: "contacts", most: organisation.MaxContacts,
		of:   func(o *organisation.Organisation) *[]organisation.Contact { return &o.Contacts },
		none: t.Text("company.editor.no-contacts"), add: t.Text("company.editor.add-contact"),
		full: t.Count("company.editor.full", organisation.MaxContacts),
		blank: func(there []organisation.Contact) organisation.Contact {
			return organisation.Contact{Role: vacant(there)}
		},
		title:  func(c organisation.Contact) string { return contactTitle(t, c) },
		fields: s.contactFields,
	}
}

// vacant is the role that nobody fills yet.
func vacant(there []organisation.Contact) organisation.Role {
	for _, role := range organisation.Roles() {
		if _, filled := (organisation.Organisation{Contacts: there}).Contact(role); !filled {
			return role
		}
	}
	return organisation.Other
}

func (s *Screen) contactFields(k *kit, c *organisation.Contact) []*field {
	t := s.texts
	var roles []widgets.Option
	for _, role := range append(organisation.Roles(), organisation.Other) {
		roles = append(roles, widgets.Option{Value: string(role), Text: roleName(t, role)})
	}
	role := k.choice("role", label{name: t.Text("company.editor.role")}, roles,
		func() string { return string(c.Role) }, func(value string) { c.Role = organisation.Role(value) })
	task := k.line("task", label{
		name: t.Text("company.editor.task"), help: t.Text("company.editor.task-help"), example: t.Text("company.editor.task-example"),
	}, &c.Task)
	task.hidden = func() bool { return c.Role != organisation.Other }
	when := k.line("when", label{
		name: t.Text("company.editor.when"), help: t.Text("company.editor.when-help"), example: t.Text("company.editor.when-example"),
	}, &c.When)
	return slices.Concat([]*field{role, task}, shorter(
		k.line("name", label{name: t.Text("company.editor.contact-name"), help: t.Text("company.editor.contact-name-help")}, &c.Name),
		k.line("phone", label{name: t.Text("company.editor.phone"), example: t.Text("company.editor.phone-example")}, &c.Phone),
		k.line("email", label{name: t.Text("company.editor.email"), example: t.Text("company.editor.email-example")}, &c.Email),
		k.line("hours", label{name: t.Text("company.editor.hours"), example: t.Text("company.editor.hours-example")}, &c.Hours),
	), []*field{when})
}

// contactTitle says who somebody is, and what for.
func contactTitle(t *locales.Texts, c organisation.Contact) string {
	role := roleName(t, c.Role)
	if c.Role == organisation.Other && c.Task != "" {
		role = c.Task
	}
	name := cmp.Or(c.Name, c.Phone, c.Email)
	if name == "" {
		return role
	}
	return t.Text("company.editor.contact", locales.Data{"Role": role, "Name": name})
}

func roleName(t *locales.Texts, role organisation.Role) string {
	switch role {
	case organisation.SecurityOfficer:
		return t.Text("company.editor.security")
	case organisation.ITSupport:
		return t.Text("company.editor.support")
	default:
		return t.Text("company.editor.other-contact")
	}
}
