package checklist

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/ui/widgets"
)

// reason asks why an item is not for the user. It may go unanswered.
type reason struct {
	row     *row
	give    func(words string)
	entry   *widgets.Entry
	problem *widgets.Text
	object  *fyne.Container
}

// newReason asks; give is called with the answer, which may be empty.
func newReason(r *row, give func(words string), cancel func()) *reason {
	f := &reason{row: r, give: give, entry: widgets.NewEntry(), problem: widgets.NewText("", widgets.Problem)}
	f.entry.SetPlaceHolder(r.texts.Text("checklist.reason.hint"))
	f.entry.SetText(*r.draft.reason)
	f.entry.OnChanged, f.entry.OnSubmitted = f.typed, func(string) { f.answer() }
	f.problem.Hide()
	var common []fyne.CanvasObject
	for _, words := range r.commonReasons() {
		common = append(common, widgets.NewSecondary(words, "", func() { f.give(words) }))
	}
	f.object = container.NewVBox(
		widgets.NewText(r.texts.Text("checklist.reason.ask"), widgets.Strong),
		widgets.NewField(f.entry), f.problem,
		widgets.NewFlow(
			widgets.NewPrimary(r.texts.Text("checklist.set-aside"), "", f.answer),
			widgets.NewSecondary(r.texts.Text("checklist.reason.cancel"), "", cancel)),
		widgets.NewText(r.texts.Text("checklist.reason.common"), widgets.Caption),
		widgets.NewFlow(common...))
	return f
}

// commonReasons are those that are given most often.
func (r *row) commonReasons() []string {
	if r.role == checklists.Employer {
		return []string{
			r.texts.Text("checklist.reason.employer-equipment"), r.texts.Text("checklist.reason.employer-handled"),
			r.texts.Text("checklist.reason.employer-work"),
		}
	}
	return []string{
		r.texts.Text("checklist.reason.employee-equipment"), r.texts.Text("checklist.reason.employee-handled"),
		r.texts.Text("checklist.reason.employee-work"),
	}
}

// typed keeps what is being typed.
func (f *reason) typed(text string) {
	f.row.draft.reason = &text
	over := utf8.RuneCountInString(strings.TrimSpace(text)) - checklists.MaxReason
	hidden := f.problem.Hidden
	set(f.problem, max(over, 0), f.row.texts.Count("checklist.reason-over", over))
	if f.problem.Hidden != hidden {
		f.object.Refresh()
		f.row.resized(f.row)
	}
}

// answer gives the reason that has been typed, if any.
func (f *reason) answer() {
	if f.problem.Hidden {
		f.give(strings.TrimSpace(f.entry.Text))
	}
}
