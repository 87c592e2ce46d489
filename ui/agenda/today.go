package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Today is the card with all of today and the coming week.
type Today struct {
	// Grown, if set, is called when the card is as high as it was no longer
	// without having been shown anything.
	Grown func()

	words   wording
	actions Actions
	model   Model

	message  *widgets.Text
	add      *fyne.Container
	list     *list
	standing *standing
	buttons  *fyne.Container
	fetch    *widget.Button

	week     *widgets.Disclosure
	weekSays *widgets.Text
	weekList *list
	open     bool
	object   *widgets.Panel
}

// NewToday builds the card; Show fills it in.
func NewToday(texts *locales.Texts, actions Actions) *Today {
	t := &Today{
		words: wording{texts}, actions: actions,
		message:  widgets.NewText("", widgets.Muted),
		list:     newList(texts, actions.Join),
		standing: newStanding(texts, false),
		weekSays: widgets.NewText("", widgets.Body),
		weekList: newList(texts, actions.Join),
	}
	t.add = widgets.NewFlow(widgets.NewPrimary(texts.Text("agenda.add"), "add", actions.AddCalendar))
	t.week = widgets.NewDisclosure(t.weekSays, func() { t.Unfold(!t.open) })
	t.fetch = widgets.NewQuiet(texts.Text("agenda.fetch"), "", actions.Fetch)
	t.buttons = widgets.NewFlow(widgets.NewQuiet(texts.Text("agenda.calendars"), "calendar", actions.Calendars), t.fetch)
	t.object = widgets.NewCard(container.NewVBox(
		widgets.NewLines(widgets.NewText(texts.Text("agenda.today"), widgets.Subtitle), t.message),
		t.add, t.list.object, t.week, t.weekList.object, t.standing.notices, t.buttons,
	))
	t.Show(Model{})
	return t
}

// Object is what the screen shows.
func (t *Today) Object() fyne.CanvasObject { return t.object }

// Unfolded tells whether the coming week is shown.
func (t *Today) Unfolded() bool { return t.open }

// Unfold shows the coming week, or hides it.
func (t *Today) Unfold(open bool) {
	t.open = open
	t.week.Open(open)
	t.showWeek()
	t.object.Refresh()
	if t.Grown != nil {
		t.Grown()
	}
}

// Show brings the card up to date. What has not changed is not built anew, so
// that the keys stay where they are.
func (t *Today) Show(m Model) {
	t.model = m
	none := m.Loaded && len(m.Calendars) == 0
	t.add.Hidden = !none
	t.buttons.Hidden = !m.Loaded || none
	t.fetch.Hidden = !fetched(m.Calendars)
	left := todayOf(m.Meetings, m.Now)
	t.list.show(t.groups(left))
	t.list.object.Hidden = len(t.list.object.Objects) == 0
	t.message.Hidden = !left.empty()
	t.message.Set(t.words.message(m, t.words.nothingLeft(m)))
	t.standing.show(m)
	t.showWeek()
}

// fetched tells whether any of the calendars can be fetched.
func fetched(calendars []Calendar) bool {
	for _, c := range calendars {
		if !c.File {
			return true
		}
	}
	return false
}

func (t *Today) groups(left today) []group {
	text := t.words.texts.Text
	entries := entriesOf(t.words, t.model)
	return []group{
		{text("agenda.now"), entries(left.now, t.model.Now)},
		{text("agenda.next"), entries(left.next, t.model.Now)},
		{text("agenda.also"), entries(left.also, t.model.Now)},
	}
}

// showWeek lists the coming days while they are unfolded.
func (t *Today) showWeek() {
	week := weekOf(t.model.Meetings, t.model.Now)
	count := 0
	for _, d := range week {
		count += len(d.meetings)
	}
	t.week.Hidden = count == 0
	t.weekSays.Set(t.words.texts.Count("agenda.week", count))
	t.weekList.object.Hidden = !t.open || count == 0
	if !t.open {
		t.weekList.show(nil)
		return
	}
	var groups []group
	entries := entriesOf(t.words, t.model)
	for _, d := range week {
		groups = append(groups, group{t.words.day(d.at, t.model.Now), entries(d.meetings, d.at)})
	}
	t.weekList.show(groups)
}
