// Package guide is the screen of the tool guide. It helps to choose a meeting
// tool by a few questions, compares the tools, and tells of each one how to hold
// a safe meeting with it.
//
// What the company says of a tool is marked wherever the tool is named; [Model]
// brings it. What the user has chosen outlives Show and, by [State], a change of
// language.
package guide

import (
	"reflect"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// Screen is the tool guide on the screen.
type Screen struct {
	texts   *locales.Texts
	guide   *tools.Guide
	actions Actions
	model   Model
	state   State
	ready   bool // there has been something to show

	page    *widgets.Page
	ways    *widgets.Choice
	reading *widgets.Choice // which tool to read up on
	body    *fyne.Container
	built   map[string]fyne.CanvasObject // what has been shown before, by way or tool
}

// New builds the screen; Show fills it in.
func New(texts *locales.Texts, guide *tools.Guide, actions Actions) *Screen {
	s := &Screen{
		texts: texts, guide: guide, actions: actions,
		state: State{Way: Choose, Role: tools.Host}, body: container.NewVBox(),
	}
	s.ways = widgets.NewChoice([]widgets.Option{
		{Value: string(Choose), Text: texts.Text("guide.choose")},
		{Value: string(Compare), Text: texts.Text("guide.compare")},
		{Value: string(Read), Text: texts.Text("guide.read")},
	}, string(Choose), func(way string) { s.goTo(Way(way)) })
	s.reading = widgets.NewChoice(s.toolOptions(), "", func(tool string) { s.OpenTool(tools.ID(tool)) })
	s.page = widgets.NewPage(
		widgets.NewLines(
			widgets.NewText(texts.Text("guide.title"), widgets.Title),
			widgets.NewText(texts.Text("guide.intro"), widgets.Muted)),
		s.ways.Object(),
		s.reading.Object(),
		s.body,
	)
	s.reading.Object().Hide()
	return s
}

func (s *Screen) toolOptions() []widgets.Option {
	var options []widgets.Option
	for _, tool := range s.guide.Tools() {
		options = append(options, widgets.Option{Value: string(tool.ID), Text: s.name(tool)})
	}
	return options
}

// name is what a tool is called, and that it is retired if so.
func (s *Screen) name(tool tools.Tool) string {
	if tool.Retired {
		return s.texts.Text("guide.retired-name", locales.Data{"Tool": tool.Name})
	}
	return tool.Name
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Show brings the screen up to date. Nothing is built anew unless the company
// has changed its mind or a new day has made facts a day older.
func (s *Screen) Show(m Model) {
	before := s.model
	before.Now, m.Now = day(before.Now), day(m.Now)
	s.model = m
	if s.ready && reflect.DeepEqual(before, m) {
		return
	}
	s.ready = true
	s.rebuild()
}

func day(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// OpenTool shows what there is to read on a tool, from its beginning.
func (s *Screen) OpenTool(id tools.ID) {
	if _, known := s.guide.Tool(id); !known {
		return
	}
	s.state.Way, s.state.Tool = Read, id
	s.turn()
	s.page.ScrollToTop()
}

// State is what the user has chosen so far.
func (s *Screen) State() State { return s.state.clone() }

// Restore puts back what the user had chosen on a screen before this one.
func (s *Screen) Restore(state State) {
	state = state.clone()
	if state.Way == "" {
		state.Way = Choose
	}
	if state.Role == "" {
		state.Role = s.state.Role
	}
	if _, known := s.guide.Tool(state.Tool); !known && state.Way == Read {
		state.Way = Choose
	}
	s.state = state
	s.rebuild()
}

// goTo shows one of the ways.
func (s *Screen) goTo(way Way) {
	if way == Read && s.state.Tool == "" {
		s.state.Tool = s.first()
	}
	s.state.Way = way
	s.turn()
}

// first is the tool that one would want to read up on: one that the company
// has approved, if any.
func (s *Screen) first() tools.ID {
	known := s.guide.Tools()
	for _, tool := range known {
		if s.model.Verdicts[tool.ID].Approved {
			return tool.ID
		}
	}
	return known[0].ID
}

// rebuild forgets what was built and shows it anew.
func (s *Screen) rebuild() {
	s.built = map[string]fyne.CanvasObject{}
	s.turn()
}

// turn shows what is chosen; what has been shown before stays as it was left.
func (s *Screen) turn() {
	s.ways.Select(string(s.state.Way))
	s.reading.Select(string(s.state.Tool))
	show(s.reading.Object(), s.state.Way == Read)
	if !s.ready {
		return
	}
	key := string(s.state.Way)
	if s.state.Way == Read {
		key = string(s.state.Tool)
	}
	if s.built[key] == nil {
		s.built[key] = s.build()
	}
	s.body.Objects = []fyne.CanvasObject{s.built[key]}
	s.page.Content.Refresh()
}

func (s *Screen) build() fyne.CanvasObject {
	switch s.state.Way {
	case Compare:
		return newComparison(s).object
	case Read:
		if tool, ok := s.guide.Tool(s.state.Tool); ok {
			return s.toolView(*tool)
		}
	}
	return newChooser(s).object
}

// readAbout leads to what there is to read on a tool, and takes the keys along.
func (s *Screen) readAbout(id tools.ID) {
	s.OpenTool(id)
	for i, tool := range s.guide.Tools() {
		if button, ok := s.reading.Object().(*fyne.Container).Objects[i].(fyne.Focusable); ok && tool.ID == id {
			s.actions.Focus(button)
		}
	}
}
