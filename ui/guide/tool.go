package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// toolView is what there is to read on a tool: what the company says of it, how
// it is in short, how to hold a safe meeting, and all that is known.
func (s *Screen) toolView(tool tools.Tool) fyne.CanvasObject {
	view := newStack(s.foremost(tool)...)
	if practice := s.practice(tool); practice != nil {
		view.Add(practice)
	}
	view.Add(s.known(tool))
	return view
}

// foremost is what one has to know before anything else: that a tool is
// retired, or what the company and the guide say of it in short.
func (s *Screen) foremost(tool tools.Tool) []fyne.CanvasObject {
	if tool.Retired {
		return []fyne.CanvasObject{widgets.NewNotice(s.texts.Text(tool.RetiredKey()))}
	}
	objects := []fyne.CanvasObject{s.toolButtons(tool), s.summary(tool)}
	if verdict := s.verdict(tool); verdict != nil {
		return append([]fyne.CanvasObject{verdict}, objects...)
	}
	return objects
}

// toolButtons lead to a meeting, if one can be begun, and to the vendor. What
// the company warns of is not what one is meant to press.
func (s *Screen) toolButtons(tool tools.Tool) fyne.CanvasObject {
	buttons := widgets.NewFlow()
	if s.model.Startable[tool.ID] {
		start := widgets.NewPrimary
		if s.warned(tool.ID) {
			start = widgets.NewSecondary
		}
		buttons.Add(start(s.texts.Text("guide.new-meeting"), "meetings", func() { s.actions.NewMeeting(tool.ID) }))
	}
	buttons.Add(s.vendorButton(tool))
	return buttons
}

func (s *Screen) vendorButton(tool tools.Tool) fyne.CanvasObject {
	return widgets.NewSecondary(s.texts.Text("guide.vendor-page"), "external", func() { s.actions.Open(tool.HomeURL) })
}

func (s *Screen) summary(tool tools.Tool) fyne.CanvasObject {
	columns := widgets.NewColumns(220, len(tools.Groups()))
	for _, group := range tool.SummaryGroups() {
		columns.Add(widgets.NewCard(widgets.NewLines(
			widgets.NewText(s.texts.Text(group.Key()), widgets.Strong),
			widgets.NewText(s.texts.Text(tool.SummaryKey(group)), widgets.Body),
		)))
	}
	return columns
}

// known is all that is known of a tool, folded up by group.
func (s *Screen) known(tool tools.Tool) fyne.CanvasObject {
	list := container.NewVBox(widgets.NewText(s.texts.Text("guide.facts"), widgets.Subtitle))
	for _, group := range tools.Groups() {
		facts := s.guide.Facts(tool.ID, group)
		if len(facts) == 0 {
			continue
		}
		line := widgets.NewLines(
			widgets.NewText(s.texts.Text(group.Key()), widgets.Strong),
			widgets.NewText(s.texts.Count("guide.fact-count", len(facts)), widgets.Muted))
		list.Add(unfold(line, func() fyne.CanvasObject { return s.facts(tool, facts) }))
	}
	return widgets.NewCard(list)
}

// facts lists the facts of a group under the names of their topics.
func (s *Screen) facts(tool tools.Tool, facts []tools.Fact) fyne.CanvasObject {
	list := container.NewVBox()
	if facts[0].Group == tools.Price && !tool.Retired {
		list.Add(widgets.NewHint(s.texts.Text(tools.KeyCheckPrice)))
	}
	var topic tools.Topic
	for _, fact := range facts {
		lines := widgets.NewLines()
		if next, ok := s.guide.Topic(fact.Topic); ok && next.ID != topic.ID {
			s.addPart(list, topic.Part, next.Part)
			topic = next
			lines.Add(widgets.NewText(s.texts.Text(topic.Key()), widgets.Strong))
		}
		lines.Add(widgets.NewText(s.texts.Text(fact.Key()), widgets.Body))
		lines.Add(s.evidence(fact.Evidence))
		list.Add(lines)
	}
	return list
}
