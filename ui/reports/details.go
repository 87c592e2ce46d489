package reports

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// details tells, below the table, more of what was chosen in it.
type details struct {
	texts  *locales.Texts
	matrix *report.Matrix
	remove func(person string)
	grown  func() // they have become higher or lower
	object *widgets.Panel
	body   *fyne.Container
}

func newDetails(texts *locales.Texts, remove func(person string), grown func()) *details {
	d := &details{texts: texts, remove: remove, grown: grown, body: container.NewVBox()}
	d.object = widgets.NewCard(d.body)
	return d
}

// show takes another matrix, of which nothing has been chosen.
func (d *details) show(m *report.Matrix) {
	d.matrix = m
	d.set(widgets.NewText(d.texts.Text("reports.choose"), widgets.Muted))
}

// tell says more of a cell, a person or an item.
func (d *details) tell(at place) {
	switch {
	case at.row >= len(d.matrix.People) || at.column >= len(d.matrix.Columns):
		return
	case at.row < 0 && at.column < 0:
		return
	case at.row < 0:
		d.item(d.matrix.Columns[at.column])
	case at.column < 0:
		d.person(d.matrix.People[at.row])
	default:
		d.cell(at)
	}
}

func (d *details) set(objects ...fyne.CanvasObject) {
	d.body.Objects = objects
	d.object.Refresh()
	d.grown()
}

// cell tells how a person stands with an item, and leads to the person.
func (d *details) cell(at place) {
	status, answer := d.matrix.Cell(at.row, at.column)
	name := d.matrix.People[at.row].Report.Name
	lines := widgets.NewLines(
		widgets.NewText(d.matrix.Columns[at.column].Title, widgets.Strong),
		widgets.NewText(d.texts.Text("reports.of", locales.Data{"Name": name, "Standing": d.standing(status, answer)}), widgets.Body))
	if words := strings.TrimSpace(answer.Reason + "\n" + answer.Note); words != "" {
		lines.Add(widgets.NewText(words, widgets.Muted))
	}
	d.set(lines, widgets.NewFlow(
		widgets.NewSecondary(d.texts.Text("reports.about"), "person", func() { d.tell(place{at.row, -1}) })))
}

// person tells of a report as a whole.
func (d *details) person(row report.Row) {
	p := row.Progress
	words := []string{d.texts.Text("reports.person", locales.Data{"Done": p.Done, "Total": p.Total()})}
	if row.Overdue > 0 {
		words = append(words, d.texts.Count("reports.person-overdue", row.Overdue))
	}
	if p.NotForMe > 0 {
		words = append(words, d.texts.Count("reports.person-aside", p.NotForMe))
	}
	words = append(words, d.texts.Text("reports.made", locales.Data{"Date": d.texts.Date(row.Report.Made.Local())}))
	d.set(widgets.NewLines(
		widgets.NewText(row.Report.Name, widgets.Strong), widgets.NewText(strings.Join(words, " "), widgets.Body)),
		widgets.NewFlow(widgets.NewSecondary(d.texts.Text("reports.remove"), "delete", func() { d.remove(row.Report.Person) })))
}

// item tells how all stand with an item.
func (d *details) item(column report.Column) {
	words := []string{d.texts.Text("reports.item", locales.Data{"Done": column.Done, "Total": column.Total()})}
	if column.Due > 0 {
		words = append(words, d.texts.Count("reports.item-overdue", column.Due))
	}
	if column.NotForMe > 0 {
		words = append(words, d.texts.Count("reports.item-aside", column.NotForMe))
	}
	d.set(widgets.NewLines(
		widgets.NewText(column.Title, widgets.Strong), widgets.NewText(strings.Join(words, " "), widgets.Body)))
}

// standing says how a person stands with an item. Days are the calendar's,
// wherever the machine is.
func (d *details) standing(status checklists.Status, answer report.Answer) string {
	on := locales.Data{"Date": d.texts.Date(answer.On), "Due": d.texts.Date(answer.Due)}
	switch status {
	case checklists.StatusDone:
		return d.texts.Text("reports.done-on", on)
	case checklists.StatusDue:
		return d.texts.Text("reports.due-since", on)
	case checklists.StatusNotForMe, checklists.StatusOpen:
		return statusWord(d.texts, status)
	default:
		return d.texts.Text("reports.unknown")
	}
}
