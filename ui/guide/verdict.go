package guide

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// mark says in a word or two what the company says of a tool; nil without a
// company.
func (s *Screen) mark(id tools.ID) fyne.CanvasObject {
	if s.model.Company == "" {
		return nil
	}
	verdict, judged := s.model.Verdicts[id]
	words := widgets.NewText(s.texts.Text("guide.not-judged"), widgets.Body)
	switch {
	case verdict.Approved:
		words.Set(s.texts.Text("guide.approved"))
		return marked("check", fynetheme.ColorNameSuccess, words)
	case judged:
		words.Set(s.texts.Text("guide.not-approved"))
		return marked("close", fynetheme.ColorNameError, words)
	case s.model.approves():
		return marked("warning", fynetheme.ColorNameWarning, words)
	default:
		words.Restyle(widgets.Muted)
		return words
	}
}

// marked sets words beside an icon.
func marked(icon string, color fyne.ThemeColorName, words fyne.CanvasObject) fyne.CanvasObject {
	const top, side = 7, 9
	sign := container.New(layout.NewCustomPaddedLayout(top, 0, side, 0),
		container.NewVBox(widget.NewIcon(theme.NewIcon(icon, color))))
	return container.NewBorder(nil, nil, sign, nil, words)
}

// verdict says in full what the company says of a tool; nil if it says nothing
// of any.
func (s *Screen) verdict(tool tools.Tool) fyne.CanvasObject {
	verdict, judged := s.model.Verdicts[tool.ID]
	data := locales.Data{
		"Company": s.model.Company, "Tool": tool.Name, "Note": verdict.Note, "Approved": s.approved(),
	}
	switch {
	case s.model.Company == "":
		return nil
	case verdict.Approved && verdict.Note == "":
		return widgets.NewHint(s.texts.Text("guide.company.approved", data))
	case verdict.Approved:
		return widgets.NewHint(s.texts.Text("guide.company.approved-note", data))
	case judged && verdict.Note == "":
		return widgets.NewNotice(s.texts.Text("guide.company.not-approved", data))
	case judged:
		return widgets.NewNotice(s.texts.Text("guide.company.not-approved-note", data))
	case s.model.approves():
		return widgets.NewNotice(s.texts.Text("guide.company.others-approved", data))
	default:
		return widgets.NewText(s.texts.Text("guide.company.not-judged", data), widgets.Muted)
	}
}

// warned tells whether the company would rather not have a tool used.
func (s *Screen) warned(id tools.ID) bool {
	verdict, judged := s.model.Verdicts[id]
	return !verdict.Approved && (judged || s.model.approves())
}

// regard is how the company thinks of a tool: 1 for one that it has approved,
// -1 for one that it has not, and 0 for one that it has not judged.
func (s *Screen) regard(id tools.ID) int {
	verdict, judged := s.model.Verdicts[id]
	switch {
	case verdict.Approved:
		return 1
	case judged:
		return -1
	default:
		return 0
	}
}

// approved is the names of the tools that the company has approved.
func (s *Screen) approved() string {
	var names []string
	for _, tool := range s.guide.Tools() {
		if s.model.Verdicts[tool.ID].Approved {
			names = append(names, tool.Name)
		}
	}
	return strings.Join(names, ", ")
}
