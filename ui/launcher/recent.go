package launcher

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/agenda"
	"hjemmekontor/ui/widgets"
)

// fewRecent is how many are shown until more are asked for.
const fewRecent = 4

// recent is the card with the meetings that were opened last. It is not there
// while there are none.
type recent struct {
	texts   *locales.Texts
	actions Actions
	grown   func()

	meetings []Recent
	now      time.Time
	lines    map[string]*recentLine
	list     *fyne.Container
	all      bool // all of them are shown
	more     *widget.Button
	object   *widgets.Panel
}

// recentLine is the line of one.
type recentLine struct {
	*line
	keep *widget.Button
}

func newRecent(texts *locales.Texts, actions Actions, grown func()) *recent {
	r := &recent{texts: texts, actions: actions, grown: grown, lines: map[string]*recentLine{}, list: container.NewVBox()}
	r.more = widgets.NewQuiet(texts.Text("launcher.show-all"), "expand", func() {
		r.all = true
		r.show(r.meetings, r.now)
		r.object.Refresh()
		grown()
	})
	r.object = widgets.NewCard(container.NewVBox(
		widgets.NewText(texts.Text("launcher.recent"), widgets.Subtitle),
		r.list,
		widgets.NewFlow(r.more, widgets.NewQuiet(texts.Text("launcher.forget-all"), "delete", actions.ForgetAll)),
	))
	r.object.Hide()
	return r
}

// show brings the card up to date. Lines stay as long as their meetings do.
func (r *recent) show(meetings []Recent, now time.Time) {
	r.meetings, r.now = meetings, now
	r.object.Hidden = len(meetings) == 0
	r.more.Hidden = r.all || len(meetings) <= fewRecent
	if !r.all {
		meetings = meetings[:min(len(meetings), fewRecent)]
	}
	lines := map[string]*recentLine{}
	var objects []fyne.CanvasObject
	for _, m := range meetings {
		line, ok := r.lines[m.ID]
		if !ok {
			line = r.newLine(m.ID)
		}
		line.keep.Hidden = m.Kept
		line.say(r.name(m), joined(r.about(m), agenda.When(r.texts, m.At, now)), "")
		lines[m.ID] = line
		objects = append(objects, line.object)
	}
	r.lines = lines
	if !slices.Equal(objects, r.list.Objects) {
		r.list.Objects = objects
	}
}

func (r *recent) newLine(id string) *recentLine {
	keep := widgets.NewQuiet(r.texts.Text("launcher.keep"), "star", func() { r.actions.KeepRecent(id) })
	forget := widgets.NewQuiet(r.texts.Text("launcher.forget"), "delete", func() { r.actions.ForgetRecent(id) })
	return &recentLine{newLine(r.texts, nil, func() { r.actions.OpenRecent(id) }, r.grown, keep, forget), keep}
}

// name is the title of a meeting, or else what it is.
func (r *recent) name(m Recent) string {
	if m.Name != "" {
		return m.Name
	}
	return titleOf(r.texts, Recognised{Service: m.Service, Number: m.Number})
}

// about is what a meeting is, where its name does not say.
func (r *recent) about(m Recent) string {
	if m.Name == "" {
		return ""
	}
	return m.Service
}
