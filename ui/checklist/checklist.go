// Package checklist is the screen of one checklist: progress, search, and the
// items with their why and how.
//
// The screen shows what it is given and asks for changes by callback; a tick
// appears when Show brings a mark that has been saved.
package checklist

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	SetState   func(itemID string, state checklists.State)
	OpenSource func(url string)
}

// Screen is a checklist on the screen.
type Screen struct {
	texts   *locales.Texts
	items   []checklists.Item
	actions Actions

	page     *widgets.Page
	ring     *widgets.Ring
	left     *widgets.Text
	aside    *widgets.Text
	search   *widgets.Entry
	nothing  *widgets.Text
	sections []*section
	rows     map[string]*row
}

// section is a group of items under one heading.
type section struct {
	heading *widgets.Text
	counted *widgets.Text
	card    *widgets.Panel
	object  *fyne.Container
	rows    []*row
}

// New builds the screen of a role's list.
func New(texts *locales.Texts, catalogue *checklists.Catalogue, role checklists.Role, actions Actions) *Screen {
	s := &Screen{
		texts: texts, items: catalogue.Items(role), actions: actions,
		ring:    widgets.NewRing(0, ""),
		left:    widgets.NewText("", widgets.Subtitle),
		aside:   widgets.NewText("", widgets.Caption),
		nothing: widgets.NewText(texts.Text("checklist.nothing"), widgets.Muted),
		rows:    map[string]*row{},
	}
	s.search = widgets.NewEntry()
	s.search.SetPlaceHolder(texts.Text("checklist.search"))
	s.search.OnChanged = func(string) { s.filter() }
	s.nothing.Hide()

	content := []fyne.CanvasObject{
		widgets.NewText(texts.Text("checklist."+string(role)+".title"), widgets.Title),
		s.summary(role),
		widgets.NewField(s.search),
		s.nothing,
	}
	for _, name := range catalogue.Sections(role) {
		section := s.newSection(name)
		s.sections = append(s.sections, section)
		content = append(content, section.object)
	}
	s.page = widgets.NewPage(content...)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

func (s *Screen) summary(role checklists.Role) fyne.CanvasObject {
	words := widgets.NewLines(s.left,
		widgets.NewText(s.texts.Text("checklist."+string(role)+".intro"), widgets.Muted), s.aside)
	return widgets.NewCard(container.NewBorder(nil, nil, widgets.NewField(container.NewCenter(s.ring)), nil, words))
}

func (s *Screen) newSection(name checklists.Section) *section {
	g := &section{
		heading: widgets.NewText(s.texts.Text("section."+string(name)+".title"), widgets.Subtitle),
		counted: widgets.NewLabel("", widgets.Caption),
	}
	list := container.NewVBox()
	for _, item := range s.items {
		if item.Section != name {
			continue
		}
		row := newRow(s.texts, item, s.actions)
		s.rows[item.ID] = row
		g.rows = append(g.rows, row)
		list.Add(row.object)
	}
	g.card = widgets.NewCard(list)
	g.object = container.NewVBox(container.NewBorder(nil, nil, nil, g.counted, g.heading), g.card)
	return g
}

// Show brings every item and count up to date with what has been saved.
func (s *Screen) Show(marks map[string]checklists.Mark) {
	for id, row := range s.rows {
		row.show(marks[id])
	}
	progress := checklists.ProgressOf(s.items, marks)
	s.ring.Set(progress.Fraction(), s.texts.Text("checklist.ring", locales.Data{"Done": progress.Done, "Total": progress.Total()}))
	s.left.Set(s.leftWords(progress))
	s.aside.Set("")
	s.aside.Hidden = progress.NotForMe == 0
	if progress.NotForMe > 0 {
		s.aside.Set(s.texts.Count("checklist.aside", progress.NotForMe))
	}
	for _, g := range s.sections {
		g.count(s.texts, marks)
	}
}

func (s *Screen) leftWords(p checklists.Progress) string {
	if p.Open == 0 {
		return s.texts.Text("checklist.finished")
	}
	return s.texts.Count("checklist.left", p.Open)
}

func (g *section) count(texts *locales.Texts, marks map[string]checklists.Mark) {
	items := make([]checklists.Item, len(g.rows))
	for i, row := range g.rows {
		items[i] = row.item
	}
	p := checklists.ProgressOf(items, marks)
	g.counted.Set(texts.Text("checklist.counted", locales.Data{"Done": p.Done, "Total": p.Total()}))
}

// Reveal opens an item and scrolls to it.
func (s *Screen) Reveal(itemID string) {
	s.search.SetText("")
	for _, g := range s.sections {
		for _, row := range g.rows {
			if row.item.ID != itemID {
				continue
			}
			row.expand(true)
			s.page.Content.Refresh()
			const above = 20
			at := g.object.Position().Y + g.card.Position().Y + row.object.Position().Y
			s.page.ScrollToOffset(fyne.NewPos(0, max(at-above, 0)))
		}
	}
}

// filter shows the items that hold every word searched for.
func (s *Screen) filter() {
	found := map[string]bool{}
	for _, item := range checklists.Search(s.items, s.search.Text, s.searchable) {
		found[item.ID] = true
	}
	for _, g := range s.sections {
		any := false
		for _, row := range g.rows {
			row.object.Hidden = !found[row.item.ID]
			any = any || found[row.item.ID]
		}
		g.object.Hidden = !any
		g.object.Refresh()
	}
	s.nothing.Hidden = len(found) > 0
	s.page.Content.Refresh()
	s.page.ScrollToTop()
}

// searchable is what is searched of an item.
func (s *Screen) searchable(item checklists.Item) string {
	key := "item." + item.ID
	return strings.Join([]string{s.texts.Text(key + ".title"), s.texts.Text(key + ".why"), s.texts.Text(key + ".how")}, "\n")
}
