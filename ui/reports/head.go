package reports

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// head is what stands above the table: how it goes, what can be done, and in
// what order the people stand.
type head struct {
	texts   *locales.Texts
	summary *widgets.Text
	left    *widgets.Text // how many items there is no column for
	buttons *fyne.Container
	later   []fyne.CanvasObject // the buttons that need reports
	reading *widgets.Text       // in place of the buttons
	orders  map[report.Order]*widgets.Chip
	sorting fyne.CanvasObject
	object  *fyne.Container
}

func newHead(texts *locales.Texts, actions Actions) *head {
	h := &head{
		texts: texts, summary: widgets.NewText("", widgets.Muted), left: widgets.NewText("", widgets.Muted),
		reading: widgets.NewText(texts.Text("reports.reading"), widgets.Strong),
		orders:  map[report.Order]*widgets.Chip{},
	}
	h.later = []fyne.CanvasObject{
		widgets.NewSecondary(texts.Text("reports.export"), "save", actions.Export),
		widgets.NewQuiet(texts.Text("reports.remove-all"), "delete", actions.RemoveAll),
	}
	h.buttons = widgets.NewFlow(append([]fyne.CanvasObject{
		widgets.NewPrimary(texts.Text("reports.import-files"), "open", actions.ImportFiles),
		widgets.NewSecondary(texts.Text("reports.import-folder"), "folder", actions.ImportFolder),
	}, h.later...)...)
	h.reading.Hide()
	h.sorting = h.sorter(actions.Sort)
	h.object = container.NewVBox(
		widgets.NewLines(widgets.NewText(texts.Text("reports.title"), widgets.Title), h.summary, h.left),
		h.buttons, h.reading, h.sorting)
	return h
}

// sorter lets the user choose what the people are sorted by.
func (h *head) sorter(sort func(report.Order)) fyne.CanvasObject {
	line := widgets.NewFlow()
	add := func(order report.Order, words string) {
		h.orders[order] = widgets.NewChip(words, 0, func() { sort(order) })
		line.Add(h.orders[order])
	}
	add(report.ByName, h.texts.Text("reports.by-name"))
	add(report.ByProgress, h.texts.Text("reports.by-progress"))
	add(report.ByOverdue, h.texts.Text("reports.by-overdue"))
	const apart = 6 // from the buttons above
	return container.New(layout.NewCustomPaddedLayout(apart, 0, 0, 0), line)
}

func (h *head) show(m *report.Matrix, order report.Order) {
	none := len(m.People) == 0
	h.summary.Set(h.summarise(m))
	h.left.Hidden = m.LeftOut == 0
	h.left.Set(h.texts.Count("reports.left-out", m.LeftOut))
	for _, button := range h.later {
		show(button, !none)
	}
	show(h.sorting, !none)
	for o, chip := range h.orders {
		chip.Select(o == order)
	}
	h.object.Refresh()
}

// hold takes the buttons away while something is being read.
func (h *head) hold(on bool) {
	show(h.buttons, !on)
	show(h.reading, on)
	h.object.Refresh()
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// summarise counts people: all, those who have finished, and those with
// something to do again.
func (h *head) summarise(m *report.Matrix) string {
	if len(m.People) == 0 {
		return h.texts.Text("reports.intro")
	}
	finished, overdue := 0, 0
	for _, row := range m.People {
		if row.Progress.Fraction() == 1 {
			finished++
		}
		if row.Overdue > 0 {
			overdue++
		}
	}
	words := []string{h.texts.Count("reports.people", len(m.People)), h.texts.Text("reports.finished-none")}
	if finished > 0 {
		words[1] = h.texts.Count("reports.finished", finished)
	}
	if overdue > 0 {
		words = append(words, h.texts.Count("reports.overdue", overdue))
	}
	return strings.Join(words, " ")
}
