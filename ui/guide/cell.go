package guide

import (
	"fyne.io/fyne/v2"

	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// cell says what is known of a tool on a topic. A topic may have no meaning for
// a tool, as the price of a retired one.
func (c *comparison) cell(tool tools.Tool, topic tools.Topic) fyne.CanvasObject {
	name := widgets.NewText(tool.Name, widgets.Caption.Bold())
	c.lanes.names = append(c.lanes.names, name)
	lines := widgets.NewLines(name)
	cell, ok := c.guide.Cell(tool.ID, topic.ID)
	switch {
	case !ok:
		lines.Add(widgets.NewText(c.texts.Text("guide.not-applicable"), widgets.Muted))
		c.lanes.empty = append(c.lanes.empty, lines)
	case cell.Unknown:
		lines.Add(widgets.NewText(c.texts.Text(cell.Key()), widgets.Muted))
	default:
		lines.Add(widgets.NewText(c.texts.Text(cell.Key()), widgets.Body))
		lines.Add(c.brief(cell.Evidence))
	}
	return lines
}
