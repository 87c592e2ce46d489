package checklist

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/ui/widgets"
)

// row is one item. What is known of it is always here; what is shown of it is
// built while it is near what is in sight.
type row struct {
	*list
	item   checklists.Item
	words  checklists.Words
	mark   checklists.Mark
	note   checklists.Note
	status checklists.Status
	draft  draft
	open   bool
	shown  bool // the filter lets it through

	head    *head
	details *details
	object  *fyne.Container
}

var _ widgets.Row = (*row)(nil)

func newRow(l *list, item checklists.Item) *row {
	return &row{list: l, item: item, words: item.Words(l.texts, l.system), status: checklists.StatusOpen}
}

// Build makes the closed row, and the details of an open one.
func (r *row) Build() fyne.CanvasObject {
	r.head = newHead(r)
	r.object = container.NewVBox(r.head.object)
	r.fill()
	return r.object
}

// Drop forgets what Build made.
func (r *row) Drop() { r.head, r.details, r.object = nil, nil, nil }

// Held keeps an open row, and one that has the keys.
func (r *row) Held() bool { return r.open || r.head.focused() }

// Estimate is how high the row is while it is closed.
func (r *row) Estimate(width float32) float32 { return r.heights.of(r, width) }

// show brings the row up to date with what has been saved, and tells whether
// anything has changed.
func (r *row) show(mark checklists.Mark, note checklists.Note, now time.Time) bool {
	status := r.item.StatusOf(mark, now)
	if r.mark == mark && r.note == note && r.status == status {
		return false
	}
	r.draft.settle(r.mark != mark, mark, r.note != note, note)
	r.mark, r.note, r.status = mark, note, status
	if r.head != nil {
		r.head.show()
	}
	if r.details != nil {
		r.details.show()
	}
	return true
}

// toggleDone ticks the item, or takes the tick away. One that has come due is
// ticked again.
func (r *row) toggleDone() {
	if r.status == checklists.StatusDone {
		r.actions.SetState(r.item.ID, checklists.Open, "")
		return
	}
	r.actions.SetState(r.item.ID, checklists.Done, "")
}

// expand opens or closes the item.
func (r *row) expand(open bool) {
	if r.open == open {
		return
	}
	r.open = open
	if r.object != nil {
		r.fill()
	}
	r.resized(r)
}

// fill puts the details below the closed row, or takes them away.
func (r *row) fill() {
	r.details = nil
	objects := []fyne.CanvasObject{r.head.object}
	if r.open {
		r.details = newDetails(r)
		objects = append(objects, r.details.object)
	}
	r.object.Objects = objects
	r.head.toggle.Open(r.open)
	r.object.Refresh()
}

// searchable is what is searched of an item.
func (l *list) searchable(item checklists.Item) string {
	words := item.Words(l.texts, l.system)
	return strings.Join([]string{words.Title, words.Why, words.How}, "\n")
}
