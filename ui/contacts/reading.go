package contacts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// companyCard shows a contact that the employer has handed out.
func companyCard(texts *locales.Texts, c organisation.Contact, company string, actions Actions) fyne.CanvasObject {
	heading := c.Task
	switch {
	case c.Role != organisation.Other:
		heading = texts.Text("contacts.role." + string(c.Role))
	case heading == "":
		heading, c.Name = c.Name, ""
	}
	whose := []fyne.CanvasObject{
		widgets.NewText(heading, widgets.Subtitle),
		widgets.NewText(texts.Text("contacts.from", locales.Data{"Name": company}), widgets.Caption),
	}
	return widgets.NewCard(particulars(texts, whose, c, actions))
}

// particulars is what there is to know of a contact, with what can be done
// about it: the number first and large.
func particulars(texts *locales.Texts, whose []fyne.CanvasObject, c organisation.Contact, actions Actions) fyne.CanvasObject {
	content := container.NewVBox()
	if c.Phone != "" {
		content.Add(number(texts, whose, c.Phone, c.TelURL(), actions))
	} else {
		content.Add(widgets.NewLines(whose...))
	}
	if words := about(texts, c); len(words.Objects) > 0 {
		content.Add(words)
	}
	if c.Email != "" {
		content.Add(mail(texts, c, actions))
	}
	return content
}

// about says who the contact is, when to turn to it, and where to write.
func about(texts *locales.Texts, c organisation.Contact) *fyne.Container {
	words := widgets.NewLines()
	add := func(line string, style widgets.Style) {
		if line != "" {
			words.Add(widgets.NewText(line, style))
		}
	}
	add(c.Name, widgets.Strong)
	add(c.When, widgets.Body)
	if c.Hours != "" {
		add(texts.Text("contacts.open-hours", locales.Data{"Hours": c.Hours}), widgets.Muted)
	}
	add(c.Email, widgets.Body)
	return words
}

// mail is the ways to write to a contact.
func mail(texts *locales.Texts, c organisation.Contact, actions Actions) fyne.CanvasObject {
	copied := widgets.NewSecondary(texts.Text("contacts.copy"), "copy", func() { actions.Copy(c.Email) })
	if c.MailURL() == "" {
		return widgets.NewFlow(copied)
	}
	return widgets.NewFlow(
		widgets.NewSecondary(texts.Text("contacts.write"), "mail", func() { actions.Open(c.MailURL()) }), copied)
}
