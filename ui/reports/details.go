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

// details tells, below the table, of the cell or the person that was chosen.
type details struct {
	texts  *locales.Texts
	remove func(person string)
	object *fyne.Container
}

func newDetails(texts *locales.Texts, remove func(person string)) *details {
	return &details{texts: texts, remove: remove, object: container.NewVBox()}
}

func (d *details) clear() {
	d.object.RemoveAll()
	d.object.Refresh()
}

// show tells of a cell, or of the person if column is -1.
func (d *details) show(m *report.Matrix, row, column int) {
	if row < 0 || row >= len(m.People) {
		return
	}
	person := m.People[row]
	content := container.NewVBox()
	if column >= 0 {
		status, answer := m.Cell(row, column)
		content.Add(widgets.NewLines(
			widgets.NewText(m.Columns[column].Title, widgets.Strong),
			widgets.NewText(person.Report.Name+": "+d.standing(status, answer), widgets.Body)))
		if words := wordsOf(answer); words != "" {
			content.Add(widgets.NewText(words, widgets.Muted))
		}
	} else {
		content.Add(d.person(person))
	}
	d.object.Objects = []fyne.CanvasObject{widgets.NewCard(content)}
	d.object.Refresh()
}

// person tells of a report as a whole.
func (d *details) person(row report.Row) fyne.CanvasObject {
	p := row.Progress
	made := row.Report.Made.Local()
	return container.NewVBox(
		widgets.NewText(row.Report.Name, widgets.Strong),
		widgets.NewText(d.texts.Text("reports.person", locales.Data{
			"Done": p.Done, "Total": p.Total(), "Overdue": row.Overdue, "Aside": p.NotForMe, "Date": d.texts.Date(made),
		}), widgets.Body),
		widgets.NewFlow(widgets.NewSecondary(d.texts.Text("reports.remove"), "delete", func() { d.remove(row.Report.Person) })))
}

// standing says how a person stands with an item.
func (d *details) standing(status checklists.Status, answer report.Answer) string {
	on := locales.Data{"Date": d.texts.Date(answer.On.Local())}
	switch status {
	case checklists.StatusDone:
		return d.texts.Text("reports.done-on", on)
	case checklists.StatusDue:
		return d.texts.Text("reports.due-since", locales.Data{"Date": d.texts.Date(answer.On.Local()), "Due": d.texts.Date(answer.Due.Local())})
	case checklists.StatusNotForMe:
		return d.texts.Text("reports.status.not-for-me")
	case checklists.StatusOpen:
		return d.texts.Text("reports.status.open")
	default:
		return d.texts.Text("reports.unknown")
	}
}

// wordsOf is what the person has written and shared.
func wordsOf(answer report.Answer) string {
	return strings.TrimSpace(answer.Reason + "\n" + answer.Note)
}
