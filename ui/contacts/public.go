package contacts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// publicCard shows an authority's number or page.
func publicCard(texts *locales.Texts, c organisation.PublicContact, actions Actions) fyne.CanvasObject {
	name := widgets.NewText(texts.Text("contact."+c.ID+".name"), widgets.Subtitle)
	when := widgets.NewText(texts.Text("contact."+c.ID+".when"), widgets.Body)
	content := container.NewVBox()
	if c.Phone != "" {
		content.Add(number(texts, []fyne.CanvasObject{name}, c.Phone, c.TelURL(), actions))
		content.Add(when)
	} else {
		content.Add(widgets.NewLines(name, when))
	}
	if c.URL != "" {
		content.Add(widgets.NewFlow(
			widgets.NewSecondary(texts.Text("contacts.open-page"), "external", func() { actions.Open(c.URL) })))
	}
	content.Add(widgets.NewLink(texts.Text("contacts.source", locales.Data{"Date": texts.Date(c.AsOf)}),
		func() { actions.Open(c.SourceURL) }))
	return widgets.NewCard(content)
}
