package checklist

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// history is what was said of an item and when, asked for when it is opened.
type history struct {
	row    *row
	mark   checklists.Mark // the mark that the lines end with
	toggle *widgets.Disclosure
	lines  *widgets.Text
	object *fyne.Container
}

func newHistory(r *row) *history {
	h := &history{row: r, mark: r.mark, lines: widgets.NewText("", widgets.Caption)}
	h.lines.Hide()
	h.toggle = widgets.NewDisclosure(widgets.NewText(r.texts.Text("checklist.history.title"), widgets.Strong), h.open)
	h.object = container.NewVBox(widgets.NewLines(h.toggle, h.lines))
	return h
}

// open asks for the history, or takes it out of sight.
func (h *history) open() {
	if h.lines.Hidden {
		h.ask()
		return
	}
	h.lines.Hide()
	h.toggle.Open(false)
	h.row.resized(h.row)
}

// show asks again when there is something new to tell.
func (h *history) show() {
	if h.mark != h.row.mark && h.lines.Visible() {
		h.ask()
	}
}

func (h *history) ask() {
	h.mark = h.row.mark
	h.row.actions.History(h.row.item.ID, h.tell)
}

// tell writes the history, the newest first.
func (h *history) tell(history []checklists.Mark) {
	if h.row.details == nil || h.row.details.history != h {
		return // the item was closed meanwhile
	}
	lines := []string{h.row.texts.Text("checklist.history.nothing")}
	if len(history) > 0 {
		lines = nil
	}
	for _, mark := range slices.Backward(history) {
		at := mark.At.Local()
		lines = append(lines, h.row.texts.Text("checklist.history.line", locales.Data{
			"Date": h.row.texts.Date(at), "Time": h.row.texts.Clock(at), "What": h.row.what(mark),
		}))
	}
	h.lines.Set(strings.Join(lines, "\n"))
	h.lines.Show()
	h.toggle.Open(true)
	h.object.Refresh()
	h.row.resized(h.row)
}

// what is said by a mark.
func (l *list) what(mark checklists.Mark) string {
	switch mark.State {
	case checklists.Done:
		return l.texts.Text("checklist.history.done")
	case checklists.NotForMe:
		return l.notForMe(mark)
	default:
		return l.texts.Text("checklist.history.reopened")
	}
}
