package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// comparison shows the tools side by side, one topic below the other.
func (s *Screen) comparison() fyne.CanvasObject {
	list := container.NewVBox()
	group := tools.Group("")
	for _, topic := range s.guide.Topics() {
		if topic.Group != group {
			group = topic.Group
			list.Add(widgets.NewText(s.texts.Text(group.Key()), widgets.Subtitle))
			if group == tools.Price {
				list.Add(widgets.NewText(s.texts.Text(tools.KeyCheckPrice), widgets.Muted))
			}
		}
		list.Add(s.topicRow(topic))
	}
	return list
}

func (s *Screen) topicRow(topic tools.Topic) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, tool := range s.guide.Tools() {
		cells = append(cells, s.cell(tool, topic))
	}
	return widgets.NewCard(widgets.NewLines(
		widgets.NewText(s.texts.Text(topic.Key()), widgets.Strong),
		widgets.NewColumns(112, len(cells), cells...),
	))
}

// cell says what is known of one tool on one topic. A retired tool has nothing
// to say on most.
func (s *Screen) cell(tool tools.Tool, topic tools.Topic) fyne.CanvasObject {
	content := widgets.NewLines(widgets.NewText(tool.Name, widgets.Caption))
	cell, ok := s.guide.Cell(tool.ID, topic.ID)
	switch {
	case !ok && tool.Retired:
		content.Add(widgets.NewText(s.texts.Text("guide.retired"), widgets.Muted))
	case !ok:
		content.Add(widgets.NewText(s.texts.Text("guide.not-applicable"), widgets.Muted))
	case cell.Unknown:
		content.Add(widgets.NewText(s.texts.Text(cell.Key()), widgets.Muted))
	default:
		content.Add(widgets.NewText(s.texts.Text(cell.Key()), widgets.Body))
		content.Add(s.reference(cell.Evidence))
	}
	return content
}
