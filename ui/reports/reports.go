// Package reports is the screen on which the employer sees who has come how
// far: a table of people and items, read from the reports that the employees
// have handed in.
//
// The screen shows what it is given and asks for changes by callback.
package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	ImportFiles, ImportFolder func()
	Export                    func() // the table as CSV
	// Sort brings the table into another order; the shell answers with Show.
	Sort func(order report.Order)
	// Remove takes away a person's report, and RemoveAll every one.
	Remove    func(person string)
	RemoveAll func()
}

// Screen is the table on the screen.
type Screen struct {
	head    *head
	nothing *widgets.Panel // what to do while there are no reports
	table   *table
	legend  fyne.CanvasObject
	details *details
	page    *widgets.Page
}

// New builds the screen; Show fills it in.
func New(texts *locales.Texts, actions Actions) *Screen {
	s := &Screen{page: widgets.NewPage(), head: newHead(texts, actions), legend: newLegend(texts)}
	s.nothing = widgets.NewCard(container.NewVBox(
		widgets.NewText(texts.Text("reports.nothing"), widgets.Strong),
		widgets.NewSteps(texts.Text("reports.how"))))
	s.details = newDetails(texts, actions.Remove, s.settle)
	s.table = newTable(texts, s.choose)
	s.page.Content = container.New(&stack{table: s.table},
		s.head.object, s.nothing, s.table.object, s.legend, s.details.object)
	s.Show(&report.Matrix{}, report.ByName)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Show brings the table up to date. Order is the one that the matrix is in.
func (s *Screen) Show(m *report.Matrix, order report.Order) {
	some := len(m.People) > 0
	show(s.nothing, !some)
	for _, o := range []fyne.CanvasObject{s.table.object, s.legend, s.details.object} {
		show(o, some)
	}
	s.head.show(m, order)
	s.table.show(m)
	s.details.show(m)
}

// Busy says that something is being read, and holds the buttons meanwhile.
func (s *Screen) Busy(on bool) {
	s.head.hold(on)
	s.settle()
}

// choose tells more of a cell, a person or an item, in sight.
func (s *Screen) choose(at place) {
	s.details.tell(at)
	s.page.Reveal(s.details.object)
}

// settle lays the page out anew.
func (s *Screen) settle() {
	s.page.Content.Refresh()
	s.page.Refresh()
}
