// Package reports is the screen on which the employer sees who has come how
// far: a table of people and items, read from the reports that the employees
// have handed in.
//
// The screen shows what it is given and asks for changes by callback.
package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	ImportFiles, ImportFolder func()
	Export                    func() // the table as CSV
	Sort                      func(order report.Order)
	// Remove takes away a person's report, and RemoveAll every one.
	Remove    func(person string)
	RemoveAll func()
}

// Screen is the table on the screen.
type Screen struct {
	texts   *locales.Texts
	actions Actions
	matrix  *report.Matrix

	busy     bool
	summary  *widgets.Text
	sort     *widgets.Choice
	table    *table
	legend   fyne.CanvasObject
	tools    *fyne.Container // what makes sense once there are reports
	details  *details
	nothing  *fyne.Container
	object   *fyne.Container
	importer *fyne.Container
}

// New builds the screen; Show fills it in.
func New(texts *locales.Texts, actions Actions) *Screen {
	s := &Screen{texts: texts, actions: actions, matrix: &report.Matrix{}, summary: widgets.NewText("", widgets.Muted)}
	s.sort = widgets.NewChoice([]widgets.Option{
		{Value: string(report.ByName), Text: texts.Text("reports.by-name")},
		{Value: string(report.ByProgress), Text: texts.Text("reports.by-progress")},
		{Value: string(report.ByOverdue), Text: texts.Text("reports.by-overdue")},
	}, string(report.ByName), func(order string) { actions.Sort(report.Order(order)) })
	s.details = newDetails(texts, actions.Remove)
	s.table = newTable(texts, s.details.show)
	s.legend = newLegend(texts)
	s.importer = container.NewVBox()
	s.tools = container.NewVBox(
		widgets.NewField(s.sort.Object()),
		s.legend,
	)
	s.nothing = container.NewVBox(
		widgets.NewCard(container.NewVBox(
			widgets.NewText(texts.Text("reports.nothing"), widgets.Body),
			widgets.NewSteps(texts.Text("reports.how")))))
	head := container.NewVBox(
		widgets.NewLines(widgets.NewText(texts.Text("reports.title"), widgets.Title), s.summary),
		s.importer, s.tools, s.nothing)
	const edge = 20
	s.object = container.New(layout.NewCustomPaddedLayout(6, edge/2, edge, edge),
		container.NewBorder(head, s.details.object, nil, nil, s.table.object))
	s.Show(s.matrix)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Show brings the table up to date.
func (s *Screen) Show(m *report.Matrix) {
	s.matrix = m
	none := len(m.People) == 0
	s.summary.Set(s.summarise(m))
	s.tools.Hidden, s.table.object.Hidden, s.nothing.Hidden = none, none, !none
	s.importer.Objects = []fyne.CanvasObject{s.buttons(none)}
	s.details.clear()
	s.table.show(m)
	s.object.Refresh()
}

// Busy says that something is being read, and holds the buttons meanwhile.
func (s *Screen) Busy(on bool) {
	s.busy = on
	s.Show(s.matrix)
}

// buttons is what can be done: at first only to read reports in.
func (s *Screen) buttons(none bool) fyne.CanvasObject {
	if s.busy {
		return widgets.NewText(s.texts.Text("reports.reading"), widgets.Strong)
	}
	buttons := []fyne.CanvasObject{
		widgets.NewPrimary(s.texts.Text("reports.import-files"), "open", s.actions.ImportFiles),
		widgets.NewSecondary(s.texts.Text("reports.import-folder"), "folder", s.actions.ImportFolder),
	}
	if !none {
		buttons = append(buttons,
			widgets.NewSecondary(s.texts.Text("reports.export"), "save", s.actions.Export),
			widgets.NewQuiet(s.texts.Text("reports.remove-all"), "delete", s.actions.RemoveAll))
	}
	return widgets.NewFlow(buttons...)
}

// summarise counts people: all, those who have finished, and those with
// something overdue.
func (s *Screen) summarise(m *report.Matrix) string {
	if len(m.People) == 0 {
		return s.texts.Text("reports.intro")
	}
	finished, overdue := 0, 0
	for _, row := range m.People {
		if row.Progress.Open == 0 {
			finished++
		}
		if row.Overdue > 0 {
			overdue++
		}
	}
	return s.texts.Text("reports.summary", locales.Data{
		"People": s.texts.Count("reports.people", len(m.People)), "Finished": finished, "Overdue": overdue,
	})
}
