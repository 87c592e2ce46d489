package checklist

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// details is what an open item shows below its title.
type details struct {
	row     *row
	note    *note
	aside   *aside
	history *history
	object  *fyne.Container
}

func newDetails(r *row) *details {
	d := &details{row: r, note: newNote(r), aside: newAside(r), history: newHistory(r)}
	content := container.NewVBox(widgets.NewText(r.particulars(), widgets.Caption))
	if r.words.Why != "" {
		content.Add(widgets.NewLines(
			widgets.NewText(r.texts.Text("checklist.why"), widgets.Strong),
			widgets.NewText(r.words.Why, widgets.Body)))
	}
	if r.words.How != "" {
		content.Add(newHow(r).object)
	}
	if len(r.item.Citations) > 0 {
		content.Add(r.sources())
	}
	const apart = 10
	for _, part := range []fyne.CanvasObject{d.note.object, d.aside.object, d.history.object} {
		content.Add(container.New(layout.NewCustomPaddedLayout(apart, 0, 0, 0), part))
	}
	d.object = widgets.NewIndent(content)
	return d
}

// show brings what the user has said up to date.
func (d *details) show() {
	d.note.show()
	d.aside.show()
	d.history.show()
}

// particulars says how much the item matters, how often it comes back, and who
// has added it if it is the company's own.
func (r *row) particulars() string {
	said := []string{r.texts.Text("checklist.priority." + string(r.item.Priority))}
	if rhythm := r.rhythm(); rhythm != "" {
		said = append(said, rhythm)
	}
	switch {
	case r.item.Own != nil && r.company != "":
		said = append(said, r.texts.Text("checklist.company.item", locales.Data{"Name": r.company}))
	case r.item.Own != nil:
		said = append(said, r.texts.Text("checklist.company.item-unnamed"))
	}
	return strings.Join(said, " · ")
}

func (r *row) sources() fyne.CanvasObject {
	sources := widgets.NewLines(widgets.NewText(r.texts.Text("checklist.sources"), widgets.Strong))
	for _, c := range r.item.Citations {
		sources.Add(r.source(c))
	}
	return sources
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
