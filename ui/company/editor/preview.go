package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/company"
	"hjemmekontor/ui/widgets"
)

// preview shows what the employees will see, in either language.
type preview struct {
	screen   *Screen
	language *widgets.Choice
	body     *fyne.Container
	object   fyne.CanvasObject
}

func newPreview(s *Screen) *preview {
	p := &preview{screen: s, body: stack()}
	var options []widgets.Option
	for _, l := range locales.Languages() {
		key := "company.editor.in-norwegian"
		if l == locales.English {
			key = "company.editor.in-english"
		}
		options = append(options, widgets.Option{Value: string(l), Text: s.texts.Text(key)})
	}
	p.language = widgets.NewChoice(options, string(s.texts.Language()), func(string) { p.show() })
	p.object = stack(widgets.NewHint(s.texts.Text("company.editor.preview-help")), p.language.Object(), p.body,
		widgets.NewFlow(widgets.NewPrimary(s.texts.Text("company.publish"), "send", s.Publish)))
	return p
}

// stack sets cards below each other, as far apart as a page does.
func stack(objects ...fyne.CanvasObject) *fyne.Container { return widgets.NewColumns(0, 1, objects...) }

// show shows what has been filled in by now.
func (p *preview) show() {
	s := p.screen
	texts := s.textsIn(locales.Language(p.language.Selected()))
	o := s.collect().Normalise()
	contacts, items := p.contacts(texts, o), p.items(texts, o)
	actions := company.Actions{
		Open: s.actions.Open, Copy: s.actions.Copy,
		OpenContacts: func() { p.scrollTo(contacts) },
		OpenList:     func(checklists.Role) { p.scrollTo(items) },
	}
	p.body.Objects = []fyne.CanvasObject{company.NewView(texts, s.guide, o, actions), contacts, items}
	s.page.Content.Refresh()
}

// scrollTo brings a card to the top.
func (p *preview) scrollTo(card fyne.CanvasObject) {
	page := p.screen.page
	p.screen.reveal(card)
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(card).Y - driver.AbsolutePositionForObject(page.Content).Y
	page.ScrollToOffset(fyne.NewPos(0, min(top, page.Content.Size().Height-page.Size().Height)))
}

// contacts is what stands on the page with contacts.
func (p *preview) contacts(t *locales.Texts, o organisation.Organisation) fyne.CanvasObject {
	card := container.NewVBox(widgets.NewText(t.Text("page.contacts"), widgets.Subtitle))
	people := widgets.NewColumns(260, 2)
	for _, c := range o.Contacts {
		lines := widgets.NewLines(widgets.NewText(contactTitle(t, organisation.Contact{Role: c.Role, Task: c.Task}), widgets.Strong))
		for _, words := range []string{c.Name, c.Phone, c.Email, c.Hours, c.When} {
			if words != "" {
				lines.Add(widgets.NewText(words, widgets.Body))
			}
		}
		people.Add(lines)
	}
	if len(o.Contacts) > 0 {
		card.Add(people)
	}
	p.routine(t, card, t.Text("company.editor.routine-general"), o.Routines[organisation.RoutineGeneral])
	for _, i := range p.screen.incidents {
		p.routine(t, card, i.Title(t), o.Routines[i.ID])
	}
	return cardOf(card, 1)
}

func (p *preview) routine(t *locales.Texts, card *fyne.Container, title string, words organisation.Text) {
	if words.Empty() {
		return
	}
	card.Add(widgets.NewText(title, widgets.Strong))
	card.Add(widgets.NewSteps(words.In(string(t.Language()))))
}

// items is what the company adds to the checklists.
func (p *preview) items(t *locales.Texts, o organisation.Organisation) fyne.CanvasObject {
	card := container.NewVBox()
	language := string(t.Language())
	for _, role := range []checklists.Role{checklists.Employee, checklists.Employer} {
		key := "page.employee"
		if role == checklists.Employer {
			key = "page.employer"
		}
		for i, item := range own(o, role) {
			if i == 0 {
				card.Add(widgets.NewText(t.Text(key), widgets.Subtitle))
			}
			lines := widgets.NewLines(widgets.NewText(item.Title.In(language), widgets.Strong))
			if !item.Why.Empty() {
				lines.Add(widgets.NewText(item.Why.In(language), widgets.Body))
			}
			card.Add(lines)
			if !item.How.Empty() {
				card.Add(widgets.NewSteps(item.How.In(language)))
			}
		}
	}
	return cardOf(card, 0)
}

// cardOf puts content on a card, which is not shown with no more on it than its
// headings.
func cardOf(content *fyne.Container, headings int) fyne.CanvasObject {
	card := widgets.NewCard(content)
	card.Hidden = len(content.Objects) == headings
	return card
}

func own(o organisation.Organisation, role checklists.Role) []organisation.Item {
	var items []organisation.Item
	for _, item := range o.Items {
		if item.Role == string(role) {
			items = append(items, item)
		}
	}
	return items
}
