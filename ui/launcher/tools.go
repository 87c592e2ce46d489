package launcher

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// toolCard is the card in which a new meeting is begun, and in which one says
// what links are opened in.
type toolCard struct {
	texts   *locales.Texts
	actions Actions
	grown   func()

	shown   []Tool
	company string
	begin   *fyne.Container
	says    map[string]*widgets.Text   // what a tool's links are opened in
	ways    map[string]*widgets.Choice // of the tools that have an app
	choices *fyne.Container
	toggle  *widgets.Disclosure
	open    bool
	object  *widgets.Panel
}

func newToolCard(texts *locales.Texts, actions Actions, grown func()) *toolCard {
	t := &toolCard{texts: texts, actions: actions, grown: grown, begin: widgets.NewColumns(180, 4), choices: container.NewVBox()}
	t.toggle = widgets.NewDisclosure(widgets.NewText(texts.Text("launcher.ways"), widgets.Body), func() { t.unfold(!t.open) })
	t.object = widgets.NewCard(container.NewVBox(
		widgets.NewText(texts.Text("launcher.new"), widgets.Subtitle),
		t.begin, t.toggle, t.choices,
	))
	t.choices.Hide()
	t.object.Hide()
	return t
}

// unfold shows the choice of ways, or hides it.
func (t *toolCard) unfold(open bool) {
	t.open = open
	t.toggle.Open(open)
	t.choices.Hidden = !open
	t.object.Refresh()
	t.grown()
}

// show brings the card up to date. When only a way has changed nothing is built
// anew.
func (t *toolCard) show(tools []Tool, company string) {
	if !slices.EqualFunc(tools, t.shown, sameButWay) || company != t.company {
		t.company = company
		t.build(tools)
	}
	t.shown = slices.Clone(tools)
	for _, tool := range tools {
		if says := t.says[tool.ID]; says != nil {
			says.Set(t.opensIn(tool))
		}
		if choice := t.ways[tool.ID]; choice != nil {
			choice.Select(string(tool.Way))
		}
	}
	t.object.Hidden = len(tools) == 0
	t.toggle.Hidden = len(t.ways) == 0
	t.choices.Hidden = !t.open || len(t.ways) == 0
}

func sameButWay(a, b Tool) bool {
	a.Way = b.Way
	return a == b
}

func (t *toolCard) build(tools []Tool) {
	t.says, t.ways = map[string]*widgets.Text{}, map[string]*widgets.Choice{}
	t.begin.Objects, t.choices.Objects = nil, nil
	t.choices.Add(widgets.NewText(t.texts.Text("launcher.ways-how"), widgets.Muted))
	for _, tool := range tools {
		if tool.Startable {
			t.begin.Add(t.starter(tool))
		}
		if tool.HasApp {
			t.choices.Add(t.way(tool))
		}
	}
	t.object.Refresh()
}

// starter begins a new meeting in a tool.
func (t *toolCard) starter(tool Tool) fyne.CanvasObject {
	says := widgets.NewText("", widgets.Caption)
	t.says[tool.ID] = says
	const closer = -4 // the caption to its button
	lines := widgets.NewLines(says)
	if tool.Verdict == Unapproved {
		lines.Add(widgets.NewText(t.texts.Text("launcher.not-approved", locales.Data{"Company": t.company}), widgets.Attention))
	}
	begin := widgets.NewFlow(widgets.NewSecondary(tool.Name, "add", func() { t.actions.NewMeeting(tool.ID) }))
	return container.New(layout.NewCustomPaddedVBoxLayout(closer), begin, lines)
}

func (t *toolCard) opensIn(tool Tool) string {
	if tool.HasApp && tool.Way == App {
		return t.texts.Text("launcher.in-app")
	}
	return t.texts.Text("launcher.in-browser")
}

// way chooses between a tool's app and the browser.
func (t *toolCard) way(tool Tool) fyne.CanvasObject {
	choice := widgets.NewChoice([]widgets.Option{
		{Value: string(App), Text: t.texts.Text("launcher.way-app")},
		{Value: string(Browser), Text: t.texts.Text("launcher.way-browser")},
	}, string(tool.Way), func(way string) { t.actions.SetWay(tool.ID, Way(way)) })
	t.ways[tool.ID] = choice
	return container.NewVBox(widgets.NewText(tool.Name, widgets.Strong), choice.Object())
}
