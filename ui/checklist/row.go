package checklist

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// row is one item: a box to tick and a title that opens to its why and how.
type row struct {
	texts   *locales.Texts
	item    checklists.Item
	actions Actions
	mark    checklists.Mark

	tick    *widgets.Tick
	title   *widgets.Text
	status  *widgets.Text
	toggle  *widgets.Disclosure
	details *fyne.Container // empty until opened for the first time
	aside   *widget.Button
	object  *fyne.Container
}

func newRow(texts *locales.Texts, item checklists.Item, actions Actions) *row {
	r := &row{
		texts: texts, item: item, actions: actions,
		title:   widgets.NewText(texts.Text("item."+item.ID+".title"), widgets.Body),
		status:  widgets.NewText("", widgets.Caption),
		details: container.NewVBox(),
	}
	r.tick = widgets.NewTick(r.toggleDone)
	r.status.Hide()
	r.details.Hide()
	r.toggle = widgets.NewDisclosure(widgets.NewLines(r.title, r.status), func() { r.expand(r.details.Hidden) })
	// The box first, so that the tabulator comes to it first.
	box := container.NewVBox(r.tick)
	head := container.New(layout.NewBorderLayout(nil, nil, box, nil), box, r.toggle)
	r.object = container.NewVBox(head, r.details)
	return r
}

func (r *row) toggleDone() {
	if r.mark.State == checklists.Done {
		r.actions.SetState(r.item.ID, checklists.Open)
		return
	}
	r.actions.SetState(r.item.ID, checklists.Done)
}

func (r *row) toggleAside() {
	if r.mark.State == checklists.NotForMe {
		r.actions.SetState(r.item.ID, checklists.Open)
		return
	}
	r.actions.SetState(r.item.ID, checklists.NotForMe)
}

// show brings the row up to date with the mark that has been saved.
func (r *row) show(mark checklists.Mark) {
	if r.mark == mark {
		return
	}
	r.mark = mark
	r.tick.Set(mark.State == checklists.Done, mark.State == checklists.NotForMe)
	style, words := widgets.Body, ""
	switch mark.State {
	case checklists.Done:
		style, words = widgets.Muted, r.texts.Text("checklist.done-on", locales.Data{"Date": r.texts.Date(mark.At.Local())})
	case checklists.NotForMe:
		style, words = widgets.Muted, r.texts.Text("checklist.not-for-me")
	}
	r.title.Restyle(style)
	r.status.Set(words)
	r.status.Hidden = words == ""
	r.nameAside()
	r.object.Refresh()
}

func (r *row) nameAside() {
	if r.aside == nil {
		return
	}
	key := "checklist.set-aside"
	if r.mark.State == checklists.NotForMe {
		key = "checklist.take-back"
	}
	r.aside.SetText(r.texts.Text(key))
}

// expand opens or closes the item; what is inside is built when first needed.
func (r *row) expand(open bool) {
	if open && len(r.details.Objects) == 0 {
		r.build()
	}
	r.details.Hidden = !open
	r.toggle.Open(open)
	r.object.Refresh()
}

func (r *row) build() {
	key := "item." + r.item.ID
	r.aside = widgets.NewSecondary("", "", r.toggleAside)
	r.nameAside()
	content := container.NewVBox(
		widgets.NewText(r.texts.Text("checklist.priority."+string(r.item.Priority)), widgets.Caption),
		widgets.NewLines(
			widgets.NewText(r.texts.Text("checklist.why"), widgets.Strong),
			widgets.NewText(r.texts.Text(key+".why"), widgets.Body)),
		widgets.NewLines(
			widgets.NewText(r.texts.Text("checklist.how"), widgets.Strong),
			steps(r.texts.Text(key+".how"))),
	)
	sources := widgets.NewLines(widgets.NewText(r.texts.Text("checklist.sources"), widgets.Strong))
	for _, c := range r.item.Citations {
		sources.Add(r.source(c))
	}
	content.Add(sources)
	content.Add(widgets.NewFlow(r.aside))
	r.details.Objects = []fyne.CanvasObject{widgets.NewIndent(content)}
}

// steps writes the lines of a how-to as a numbered list.
func steps(how string) fyne.CanvasObject {
	list := widgets.NewLines()
	widest := widgets.NewLabel("0.", widgets.Muted).MinSize()
	for i, step := range strings.Split(strings.TrimSpace(how), "\n") {
		number := container.NewGridWrap(widest, widgets.NewLabel(strconv.Itoa(i+1)+".", widgets.Muted))
		list.Add(container.NewBorder(nil, nil, container.NewVBox(number), nil, widgets.NewText(strings.TrimSpace(step), widgets.Body)))
	}
	return list
}

// source shows where an item comes from, as a link where there is a page.
func (r *row) source(c checklists.Citation) fyne.CanvasObject {
	line := widgets.NewLines()
	if url := c.Source.URL; url != "" {
		line.Add(widgets.NewLink(c.Source.Label(), func() { r.actions.OpenSource(url) }))
	} else {
		line.Add(widgets.NewText(c.Source.Label(), widgets.Body))
	}
	if remarks := r.remarks(c); remarks != "" {
		line.Add(widgets.NewText(remarks, widgets.Caption))
	}
	return line
}

// remarks says how far the source can be relied on.
func (r *row) remarks(c checklists.Citation) string {
	var said []string
	if c.Source.Date != "" {
		said = append(said, r.texts.PartialDate(c.Source.Date))
	}
	if c.Source.Secondary {
		said = append(said, r.texts.Text("checklist.secondary", locales.Data{"Original": c.Source.Original}))
	}
	if !c.Checked {
		said = append(said, r.texts.Text("checklist.unchecked"))
	}
	return strings.Join(said, " · ")
}
