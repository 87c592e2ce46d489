package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// comparison shows the tools side by side, at first only where they differ.
// Where there is room, each has a column below its name, which stays in sight;
// elsewhere each says its name itself, topic by topic.
type comparison struct {
	*Screen
	lanes   *lanes
	rows    map[tools.TopicID]fyne.CanvasObject // built when first shown
	alike   *widgets.Tick
	heading *widgets.Panel // the names, above the columns
	names   *widgets.Panel // the same, where there are no columns
	list    *fyne.Container
	table   *widgets.Pinned
	parts   *fyne.Container // the table, and what stands above it
	object  fyne.CanvasObject
}

func newComparison(s *Screen) *comparison {
	c := &comparison{
		Screen: s, lanes: newLanes(s.guide.Tools()), rows: map[tools.TopicID]fyne.CanvasObject{}, list: newStack(),
	}
	c.alike = widgets.NewTick(c.toggle)
	c.heading = widgets.NewGround(fynetheme.ColorNameHeaderBackground,
		container.New(layout.NewCustomPaddedLayout(0, 0, cardInset, cardInset), c.header()))
	c.names = widgets.NewCard(c.header())
	c.fill()
	c.table = widgets.NewPinned(s.page, c.top, c.heading, c.list)
	line := widgets.NewTickLine(c.alike, s.texts.Text("guide.alike"))
	show(line, len(s.guide.Differences()) < len(s.guide.Topics()))
	above := container.NewVBox(widgets.NewText(s.texts.Text("guide.brief.what"), widgets.Muted), line)
	c.parts = newStack(above, c.names, c.table)
	c.object = container.New(&fitting{c.fit}, c.parts)
	return c
}

// top is how far down the page the table begins.
func (c *comparison) top() float32 {
	y := float32(0)
	for _, o := range []fyne.CanvasObject{c.body, c.object, c.parts, c.table} {
		y += o.Position().Y
	}
	return y
}

// cardInset is how far in from its edge a card's content begins.
const cardInset = 10

// header is the tools' names with what the company says of them.
func (c *comparison) header() fyne.CanvasObject {
	var names []fyne.CanvasObject
	for _, tool := range c.guide.Tools() {
		names = append(names, c.named(tool, widgets.Strong))
	}
	return container.New(&row{lanes: c.lanes}, names...)
}

// fit chooses between columns and none. The names by themselves are worth
// their room only if the company says something of them.
func (c *comparison) fit(width float32) {
	c.lanes.fit(width - 2*cardInset)
	c.heading.Hidden = !c.lanes.columns
	c.names.Hidden = c.lanes.columns || c.model.Company == ""
}

// toggle shows what is alike as well, or no longer.
func (c *comparison) toggle() {
	c.state.Alike = !c.state.Alike
	c.fill()
	c.object.Refresh()
}

// fill lists the topics, each group on a card.
func (c *comparison) fill() {
	c.alike.Set(c.state.Alike, false)
	defer c.lanes.adapt()
	topics := c.guide.Differences()
	if c.state.Alike {
		topics = c.guide.Topics()
	}
	c.list.Objects = nil
	for _, group := range tools.Groups() {
		if card := c.group(group, topics); card != nil {
			c.list.Add(card)
		}
	}
}

// group is those of the topics that belong to a group; nil if none does.
func (c *comparison) group(group tools.Group, topics []tools.Topic) fyne.CanvasObject {
	list := container.NewVBox(widgets.NewText(c.texts.Text(group.Key()), widgets.Subtitle))
	if group == tools.Price {
		list.Add(widgets.NewText(c.texts.Text(tools.KeyCheckPrice), widgets.Muted))
	}
	heads, part := len(list.Objects), tools.Part("")
	for _, topic := range topics {
		if topic.Group != group {
			continue
		}
		if len(list.Objects) > heads {
			list.Add(widget.NewSeparator())
		}
		c.addPart(list, part, topic.Part)
		part = topic.Part
		list.Add(c.topic(topic))
	}
	if len(list.Objects) == heads {
		return nil
	}
	return widgets.NewCard(list)
}

// addPart adds the heading of a part of a group where it begins.
func (s *Screen) addPart(list *fyne.Container, before, part tools.Part) {
	if part != before && part != "" {
		list.Add(widgets.NewText(s.texts.Text(part.Key()), widgets.Muted.Bold()))
	}
}

// topic is a row: the topic, and below it what is known of each tool.
func (c *comparison) topic(topic tools.Topic) fyne.CanvasObject {
	if c.rows[topic.ID] == nil {
		var cells []fyne.CanvasObject
		for _, tool := range c.guide.Tools() {
			cells = append(cells, c.cell(tool, topic))
		}
		c.rows[topic.ID] = widgets.NewLines(
			widgets.NewText(c.texts.Text(topic.Key()), widgets.Strong),
			container.New(&row{lanes: c.lanes}, cells...))
	}
	return c.rows[topic.ID]
}
