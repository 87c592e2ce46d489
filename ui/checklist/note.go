package checklist

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/checklists"
	"hjemmekontor/ui/widgets"
)

// note is where the user writes about an item. What is written is saved when
// the field is left, or with a button.
type note struct {
	row    *row
	area   *widgets.Area
	remark *widgets.Text // on how it stands with the text
	tick   *widgets.Tick
	share  *fyne.Container
	object fyne.CanvasObject
}

func newNote(r *row) *note {
	const lines = 3
	n := &note{row: r, area: widgets.NewArea(lines), remark: widgets.NewText("", widgets.Caption)}
	n.area.SetPlaceHolder(r.texts.Text("checklist.note.hint"))
	n.area.SetText(r.note.Text)
	if r.draft.note != nil {
		n.area.SetText(*r.draft.note)
	}
	n.area.OnChanged, n.area.Left = n.typed, n.save
	n.tick = widgets.NewTick(n.toggleShared)
	label, meaning := r.sharing()
	const tickToText = 3 // a tick stands further out than a text
	n.share = container.New(layout.NewCustomPaddedLayout(0, 0, tickToText, 0), widgets.NewLines(
		widgets.NewTickLine(n.tick, label), widgets.NewIndent(widgets.NewText(meaning, widgets.Caption))))
	n.object = container.NewVBox(
		widgets.NewText(r.texts.Text("checklist.note.title"), widgets.Strong),
		widgets.NewField(n.area), n.remark,
		widgets.NewFlow(widgets.NewSecondary(r.texts.Text("checklist.note.save"), "", n.save)),
		n.share)
	n.show()
	return n
}

// sharing is the words for letting others read the note, and what it means.
func (r *row) sharing() (label, meaning string) {
	if r.role == checklists.Employer {
		return r.texts.Text("checklist.share.employer"), r.texts.Text("checklist.share.means-employer")
	}
	return r.texts.Text("checklist.share.employee"), r.texts.Text("checklist.share.means-employee")
}

// show brings the field up to date with what has been saved, unless something
// else is being typed.
func (n *note) show() {
	saved := n.row.note
	if n.row.draft.note == nil && n.text() != saved.Text {
		n.area.SetText(saved.Text)
	}
	n.tick.Set(saved.Shared, false)
	n.share.Hidden = saved.Text == "" && n.row.mark.Reason == ""
	n.say()
}

// text is what would be saved.
func (n *note) text() string { return strings.TrimSpace(n.area.Text) }

// over is by how much the text is too long; below zero it is how much room is
// left.
func (n *note) over() int { return utf8.RuneCountInString(n.text()) - checklists.MaxNote }

// typed keeps what is being typed.
func (n *note) typed(text string) {
	n.row.draft.note = &text
	if n.text() == n.row.note.Text {
		n.row.draft.note = nil
	}
	before := n.remark.String()
	if n.say(); n.remark.String() != before {
		n.row.resized(n.row)
	}
}

// say tells how it stands with the text.
func (n *note) say() {
	const near = 200
	texts, over := n.row.texts, n.over()
	words, style := texts.Text("checklist.note.private"), widgets.Caption
	switch {
	case over > 0:
		words, style = texts.Count("checklist.note-over", over), widgets.Problem
	case n.row.draft.note != nil:
		words = texts.Text("checklist.note.unsaved")
	case n.row.note.Text != "":
		words = texts.Text("checklist.note.saved")
	}
	if over <= 0 && -over <= near {
		words = texts.Count("checklist.note-room", -over) + " " + words
	}
	if n.remark.String() != words {
		n.remark.Set(words)
		n.remark.Restyle(style)
	}
}

// save asks for what has been typed to be kept.
func (n *note) save() {
	if n.row.draft.note != nil {
		n.ask(n.row.note.Shared)
	}
}

// toggleShared asks for the note to be shared, or no longer.
func (n *note) toggleShared() { n.ask(!n.row.note.Shared) }

func (n *note) ask(shared bool) {
	if n.over() > 0 {
		return
	}
	n.row.draft.asked = n.text()
	n.row.actions.SetNote(checklists.Note{ItemID: n.row.item.ID, Text: n.text(), Shared: shared})
}
