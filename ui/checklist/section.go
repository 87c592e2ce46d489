package checklist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// section is a group of items under one heading.
type section struct {
	list    *list
	name    checklists.Section
	items   []checklists.Item
	rows    []*row
	title   *fyne.Container
	counted *widgets.Text
	bar     *widgets.Bar
	card    *widgets.Rows
}

func newSection(l *list, name checklists.Section) *section {
	g := &section{
		list: l, name: name,
		counted: widgets.NewLabel("", widgets.Caption),
		bar:     widgets.NewBar(),
	}
	for _, item := range l.items {
		if item.Section == name {
			g.items = append(g.items, item)
			g.rows = append(g.rows, newRow(l, item))
		}
	}
	const barToEdge = 9
	progress := container.NewHBox(g.counted, container.New(layout.NewCustomPaddedLayout(0, 0, 0, barToEdge), g.bar))
	g.title = container.NewBorder(nil, nil, nil, progress, widgets.NewText(g.heading(), widgets.Subtitle))
	heading := widgets.NewLines(g.title)
	if g.company() {
		heading.Add(widgets.NewText(l.texts.Text("checklist.company.intro"), widgets.Caption))
	}
	g.card = widgets.NewRows(heading)
	return g
}

func (g *section) company() bool { return g.name == checklists.CompanySection(g.list.role) }

func (g *section) heading() string {
	switch {
	case !g.company():
		return g.list.texts.Text("section." + string(g.name) + ".title")
	case g.list.company == "":
		return g.list.texts.Text("checklist.company.heading-unnamed")
	default:
		return g.list.texts.Text("checklist.company.heading", locales.Data{"Name": g.list.company})
	}
}

// count shows how far the user has come with the section, whatever of it the
// filter lets through.
func (g *section) count(m Model) {
	p := checklists.ProgressOf(g.items, m.Marks, m.Now)
	words := g.list.texts.Text("checklist.counted", locales.Data{"Done": p.Done, "Total": p.Total()})
	if p.Total() == 0 {
		words = g.list.texts.Text("checklist.counted-none")
	}
	if g.counted.String() == words {
		return
	}
	g.counted.Set(words)
	g.bar.Set(p.Fraction())
	g.bar.Hidden = p.Total() == 0
	g.title.Refresh()
}

// choose shows the items that pass, and takes away the others if told so. It
// returns how many are shown.
func (g *section) choose(passing map[string]bool, others bool) int {
	var shown []widgets.Row
	changed := false
	for _, r := range g.rows {
		show := passing[r.item.ID] || r.shown && !others
		changed = changed || show != r.shown
		r.shown = show
		if show {
			shown = append(shown, r)
		}
	}
	if changed {
		g.card.Set(shown)
	}
	g.card.Hidden = len(shown) == 0
	return len(shown)
}
