package guide

import (
	"cmp"
	"slices"
	"strconv"

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

// places is the ranking, the best first. Until something is answered the tools
// have no places, and stand in the order of the guide.
func (c *chooser) places() []fyne.CanvasObject {
	answered := len(c.state.Answers) > 0
	objects := []fyne.CanvasObject{c.rankingHead(answered)}
	for _, place := range c.ranked() {
		objects = append(objects, widgets.NewCard(c.place(place, answered)))
	}
	return objects
}

// ranked is the ranking, in which the company's word decides between tools that
// share a place.
func (c *chooser) ranked() []tools.Place {
	places := c.guide.Rank(c.state.Answers)
	inUse := slices.IndexFunc(places, func(p tools.Place) bool { return p.Tool.Retired })
	if inUse < 0 {
		inUse = len(places)
	}
	slices.SortStableFunc(places[:inUse], func(a, b tools.Place) int {
		return cmp.Or(cmp.Compare(a.Number, b.Number), cmp.Compare(c.regard(b.Tool.ID), c.regard(a.Tool.ID)))
	})
	return places
}

func (c *chooser) rankingHead(answered bool) fyne.CanvasObject {
	if !answered {
		return widgets.NewLines(
			widgets.NewText(c.texts.Text("guide.unranked"), widgets.Subtitle),
			widgets.NewText(c.texts.Text("guide.unranked-why"), widgets.Muted))
	}
	return widgets.NewLines(
		widgets.NewText(c.texts.Text("guide.ranking"), widgets.Subtitle),
		widgets.NewText(c.texts.Text("guide.ranking-why"), widgets.Muted))
}

// place is a tool with its number in the ranking, and why it stands there.
func (c *chooser) place(place tools.Place, numbered bool) fyne.CanvasObject {
	const closer = -8 // than a text's own padding holds them
	said := container.New(layout.NewCustomPaddedVBoxLayout(closer), c.named(place.Tool, widgets.Subtitle))
	for _, reason := range place.Reasons {
		said.Add(c.reason(place.Tool, reason))
	}
	if numbered && len(place.Reasons) == 0 {
		said.Add(widgets.NewText(c.texts.Text("guide.no-reasons"), widgets.Muted))
	}
	content := container.NewVBox(said, widgets.NewFlow(c.readButton(place.Tool)))
	if !numbered || place.Tool.Retired {
		return content
	}
	number := widgets.NewLabel(strconv.Itoa(place.Number), widgets.Title)
	// Figures differ in width, and what stands beside them is to be in line.
	widest := widgets.NewLabel("4", widgets.Title).MinSize()
	return container.NewBorder(nil, nil, container.NewVBox(container.NewGridWrap(widest, number)), nil, content)
}

// named is a tool's name with what the company says of it. A retired tool is
// passed over, and nobody need judge it.
func (s *Screen) named(tool tools.Tool, style widgets.Style) fyne.CanvasObject {
	if tool.Retired {
		return widgets.NewText(s.name(tool), widgets.Muted.Bold())
	}
	lines := widgets.NewLines(widgets.NewText(tool.Name, style))
	if mark := s.mark(tool.ID); mark != nil {
		lines.Add(mark)
	}
	return lines
}

// reason is a sentence for or against a tool, with what it rests on.
func (c *chooser) reason(tool tools.Tool, reason tools.Reason) fyne.CanvasObject {
	words := c.texts.Text(reason.Key(), locales.Data{"Tool": tool.Name})
	if tool.Retired {
		return widgets.NewLines(widgets.NewText(words, widgets.Muted), c.reference(reason.Evidence))
	}
	lines := widgets.NewLines(widgets.NewText(words, widgets.Body), c.reference(reason.Evidence))
	if reason.For() {
		return marked("add", fynetheme.ColorNameSuccess, lines)
	}
	return marked("minus", theme.ColorNameMuted, lines)
}

func (s *Screen) readButton(tool tools.Tool) *widget.Button {
	words := s.texts.Text("guide.read-about", locales.Data{"Tool": tool.Name})
	return widgets.NewSecondary(words, "", func() { s.readAbout(tool.ID) })
}
