package checklist

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

// heights tells how high rows are that are not built, from one that is.
type heights struct {
	closed    float32 // of a row with a title of one line
	titleLine float32 // what a further line adds
	status    float32 // what a line below the title adds
	around    float32 // how much narrower than the row the title is
	letter    float32 // how wide a letter of the title is on average
}

func (h *heights) of(r *row, width float32) float32 {
	if h.closed == 0 {
		h.measure(r.list)
	}
	room := max(width-h.around, h.letter)
	height := h.closed + h.titleLine*float32(lines(r.words.Title, h.letter, room)-1)
	if r.status != checklists.StatusOpen || r.note.Text != "" {
		height += h.status
	}
	return height
}

// lines is about how many lines a text takes.
func lines(text string, letter, room float32) int {
	return int(float32(utf8.RuneCountInString(text))*letter/room) + 1
}

// measure builds rows to learn from; they are never shown.
func (h *heights) measure(l *list) {
	title := l.items[0].Words(l.texts, l.system).Title
	done := checklists.Mark{State: checklists.Done}
	first := h.sample(l, title, checklists.Mark{})
	h.closed = first.object.MinSize().Height
	h.around = first.object.Size().Width - first.title.Size().Width
	h.titleLine = h.sample(l, title+"\n"+title, checklists.Mark{}).object.MinSize().Height - h.closed
	h.status = h.sample(l, title, done).object.MinSize().Height - h.closed
	size := fynetheme.Size(fynetheme.SizeNameText)
	h.letter = fyne.MeasureText(title, size, fyne.TextStyle{}).Width / float32(utf8.RuneCountInString(title))
}

// sample builds a row so wide that no line wraps.
func (h *heights) sample(l *list, title string, mark checklists.Mark) *head {
	const wide = 10000
	r := newRow(l, checklists.Item{Own: &organisation.Item{}})
	r.words.Title = title
	r.show(mark, checklists.Note{}, mark.At)
	sample := newHead(r)
	sample.object.Resize(fyne.NewSize(wide, 0))
	return sample
}
