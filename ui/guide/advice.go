package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// advice shows what holds whichever tool one chooses.
func (s *Screen) advice() fyne.CanvasObject {
	stack := newStack()
	for _, a := range s.guide.Advice() {
		icon := "shield"
		if a.ID == "chat" {
			icon = "chat"
		}
		stack.Add(s.adviceCard(a, icon))
	}
	return stack
}

func (s *Screen) adviceCard(a tools.Advice, icon string) fyne.CanvasObject {
	heading := container.NewBorder(nil, nil,
		container.NewCenter(widget.NewIcon(theme.NewIcon(icon, theme.ColorNameOnTint))), nil,
		widgets.NewText(s.texts.Text(a.TitleKey()), widgets.OnTint.Bold()))
	return widgets.NewTint(widgets.NewLines(
		heading,
		widgets.NewText(s.texts.Text(a.TextKey()), widgets.OnTint),
		unfold(widgets.NewText(s.texts.Text("guide.per-tool"), widgets.OnTint), func() fyne.CanvasObject { return s.adviceLines(a) }),
		s.evidence(a.Evidence),
	))
}

// adviceLines says how each tool behaves.
func (s *Screen) adviceLines(a tools.Advice) fyne.CanvasObject {
	lines := widgets.NewLines()
	for _, tool := range s.guide.Tools() {
		if cell, ok := s.guide.Cell(tool.ID, a.Topic); !ok || cell.Unknown {
			continue
		}
		lines.Add(widgets.NewLines(widgets.NewText(tool.Name, widgets.OnTint.Bold()),
			widgets.NewText(s.texts.Text(a.LineKey(tool.ID)), widgets.OnTint)))
	}
	return lines
}
