// Package guide is the screen of the tool guide: the advice that holds for
// every tool, the tools side by side, and one by one.
package guide

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	Open func(url string)
}

// compare is the choice that shows the tools side by side.
const compare = "compare"

// Screen is the tool guide on the screen.
type Screen struct {
	texts   *locales.Texts
	guide   *tools.Guide
	now     time.Time
	actions Actions

	page   *widgets.Page
	choice *widgets.Choice
	body   *fyne.Container
	built  map[string]fyne.CanvasObject // what has been shown before
}

// New builds the screen; now is what the age of facts is counted from.
func New(texts *locales.Texts, guide *tools.Guide, now time.Time, actions Actions) *Screen {
	s := &Screen{
		texts: texts, guide: guide, now: now, actions: actions,
		body: container.NewVBox(), built: map[string]fyne.CanvasObject{},
	}
	s.choice = widgets.NewChoice(s.options(), compare, s.show)
	s.page = widgets.NewPage(
		widgets.NewText(texts.Text("guide.title"), widgets.Title),
		s.advice(),
		s.choice.Object(),
		s.body,
	)
	s.show(compare)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

func (s *Screen) options() []widgets.Option {
	options := []widgets.Option{{Value: compare, Text: s.texts.Text("guide.compare")}}
	for _, tool := range s.guide.Tools() {
		name := tool.Name
		if tool.Retired {
			name = s.texts.Text("guide.retired-name", locales.Data{"Tool": tool.Name})
		}
		options = append(options, widgets.Option{Value: string(tool.ID), Text: name})
	}
	return options
}

func (s *Screen) show(value string) {
	object, ok := s.built[value]
	if !ok {
		object = s.build(value)
		s.built[value] = object
	}
	s.body.Objects = []fyne.CanvasObject{object}
	s.body.Refresh()
}

func (s *Screen) build(value string) fyne.CanvasObject {
	if tool, ok := s.guide.Tool(tools.ID(value)); ok {
		return s.toolView(tool)
	}
	return s.comparison()
}

// advice shows what holds for every tool, above all else.
func (s *Screen) advice() fyne.CanvasObject {
	icons := map[string]string{"chat": "chat"}
	var cards []fyne.CanvasObject
	for _, a := range s.guide.Advice() {
		icon, ok := icons[a.ID]
		if !ok {
			icon = "shield"
		}
		heading := container.NewBorder(nil, nil,
			container.NewCenter(widget.NewIcon(theme.NewIcon(icon, theme.ColorNameOnTint))), nil,
			widgets.NewText(s.texts.Text(a.TitleKey()), widgets.OnTint.Bold()))
		cards = append(cards, widgets.NewTint(widgets.NewLines(
			heading,
			widgets.NewText(s.texts.Text(a.TextKey()), widgets.OnTint),
			s.adviceLines(a),
			s.evidence(a.Evidence),
		)))
	}
	return widgets.NewColumns(330, 2, cards...)
}

// adviceLines says how each tool behaves, behind a line that opens.
func (s *Screen) adviceLines(a tools.Advice) fyne.CanvasObject {
	lines := widgets.NewLines()
	for _, tool := range s.guide.Tools() {
		if cell, ok := s.guide.Cell(tool.ID, a.Topic); !ok || cell.Unknown {
			continue
		}
		lines.Add(widgets.NewText(s.texts.Text(a.LineKey(tool.ID)), widgets.OnTint))
	}
	lines.Hide()
	var opener *widgets.Disclosure
	whole := widgets.NewLines()
	opener = widgets.NewDisclosure(widgets.NewText(s.texts.Text("guide.per-tool"), widgets.OnTint), func() {
		lines.Hidden = !lines.Hidden
		opener.Open(!lines.Hidden)
		whole.Refresh()
	})
	whole.Objects = []fyne.CanvasObject{opener, lines}
	return whole
}
