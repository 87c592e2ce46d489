package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// toolView is everything known of one tool.
func (s *Screen) toolView(tool *tools.Tool) fyne.CanvasObject {
	view := container.NewVBox(widgets.NewText(tool.Name, widgets.Title))
	if tool.Retired {
		view.Add(widgets.NewNotice(s.texts.Text("guide.retired-on", locales.Data{
			"Tool": tool.Name, "Date": s.texts.Date(tool.RetiredOn),
		})))
		view.Add(widgets.NewCard(widgets.NewText(s.texts.Text(tool.RetiredKey()), widgets.Body)))
	} else {
		view.Add(s.summary(tool))
	}
	for _, group := range tools.Groups() {
		facts := s.guide.Facts(tool.ID, group)
		if len(facts) == 0 {
			continue
		}
		view.Add(widgets.NewText(s.texts.Text(group.Key()), widgets.Subtitle))
		if group == tools.Price && !tool.Retired {
			view.Add(widgets.NewHint(s.texts.Text(tools.KeyCheckPrice),
				widgets.NewSecondary(s.texts.Text("guide.vendor-page"), "external", func() { s.actions.Open(tool.HomeURL) })))
		}
		view.Add(widgets.NewCard(s.facts(facts)))
	}
	return view
}

func (s *Screen) summary(tool *tools.Tool) fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, group := range tool.SummaryGroups() {
		cards = append(cards, widgets.NewCard(widgets.NewLines(
			widgets.NewText(s.texts.Text(group.Key()), widgets.Strong),
			widgets.NewText(s.texts.Text(tool.SummaryKey(group)), widgets.Body),
		)))
	}
	return widgets.NewColumns(220, 3, cards...)
}

// facts lists facts under the names of their topics.
func (s *Screen) facts(facts []tools.Fact) fyne.CanvasObject {
	list := container.NewVBox()
	topic := tools.TopicID("")
	for i := range facts {
		fact := &facts[i]
		if fact.Topic != topic {
			topic = fact.Topic
			if named, ok := s.guide.Topic(topic); ok {
				list.Add(widgets.NewText(s.texts.Text(named.Key()), widgets.Strong))
			}
		}
		list.Add(widgets.NewLines(
			widgets.NewText(s.texts.Text(fact.Key()), widgets.Body),
			s.evidence(fact.Evidence),
		))
	}
	return list
}
