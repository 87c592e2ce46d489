package report

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/sign"
	"hjemmekontor/ui/widgets"
)

// row is an answer of the report, with what the person has chosen to share.
type row struct {
	texts   *locales.Texts
	heights *heights
	answer  report.Answer
	object  *fyne.Container // nil while the row is out of sight

	width, height float32 // the estimate, and the width it is for
}

var _ widgets.Row = (*row)(nil)

// show tells whether the answer is another than before.
func (r *row) show(answer report.Answer) (changed bool) {
	if r.answer == answer {
		return false
	}
	r.answer, r.width = answer, 0
	if r.object != nil {
		r.write()
	}
	return true
}

// Build makes what is shown.
func (r *row) Build() fyne.CanvasObject {
	r.object = container.NewStack()
	r.write()
	return r.object
}

// Drop forgets what was built.
func (r *row) Drop() { r.object = nil }

// Held is never the case: there is nothing to be done in an answer.
func (r *row) Held() bool { return false }

// Estimate is how high the answer will be at a width.
func (r *row) Estimate(width float32) float32 {
	if r.width != width {
		r.width, r.height = width, r.heights.of(r, width)
	}
	return r.height
}

func (r *row) write() {
	lines := widgets.NewLines(widgets.NewText(r.answer.Title, widgets.Body))
	for _, words := range r.below() {
		lines.Add(widgets.NewText(words, widgets.Caption))
	}
	side := signSide()
	mark := container.NewGridWrap(fyne.NewSquareSize(side), widget.NewIcon(sign.Of(r.answer.Status)))
	beside := container.New(layout.NewCustomPaddedLayout(fynetheme.Size(fynetheme.SizeNameInnerPadding), 0, signInset, 0), mark)
	r.object.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, container.NewVBox(beside), nil, lines)}
	r.object.Refresh()
}

// signInset is from the edge of the card to the sign.
const signInset = 9

func signSide() float32 { return fynetheme.Size(fynetheme.SizeNameInlineIcon) }

// below is what stands below the title.
func (r *row) below() []string {
	words := []string{r.standing()}
	if r.answer.Reason != "" {
		words = append(words, r.texts.Text("report.reason", locales.Data{"Words": r.answer.Reason}))
	}
	if r.answer.Note != "" {
		words = append(words, r.texts.Text("report.shared", locales.Data{"Words": r.answer.Note}))
	}
	return words
}

// standing says how the item stands. Days are the calendar's, wherever the
// machine is.
func (r *row) standing() string {
	a := r.answer
	data := locales.Data{"Date": r.texts.Date(a.On), "Due": r.texts.Date(a.Due)}
	switch {
	case a.Status == checklists.StatusDone && a.Due.IsZero():
		return r.texts.Text("report.done", data)
	case a.Status == checklists.StatusDone:
		return r.texts.Text("report.done-until", data)
	case a.Status == checklists.StatusDue:
		return r.texts.Text("report.due", data)
	case a.Status == checklists.StatusNotForMe:
		return r.texts.Text("report.not-for-me", data)
	default:
		return r.texts.Text("report.open")
	}
}
