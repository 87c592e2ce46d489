package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Card is the card "now and next" for the first screen of the morning.
type Card struct {
	words wording

	message  *widgets.Text
	add      *fyne.Container
	list     *list
	standing *standing
	all      fyne.CanvasObject // leads to all of them
	object   *widgets.Panel
}

// mostNow is how many meetings that are going on, and that come next, the card
// shows of each.
const mostNow = 2

// NewCard builds the card; Show fills it in.
func NewCard(texts *locales.Texts, actions Actions) *Card {
	c := &Card{
		words:    wording{texts},
		message:  widgets.NewText("", widgets.Muted),
		list:     newList(texts, actions.Join),
		standing: newStanding(texts, true),
	}
	c.add = widgets.NewFlow(widgets.NewSecondary(texts.Text("agenda.add"), "add", actions.AddCalendar))
	c.all = widgets.NewLead(texts.Text("agenda.all"), actions.OpenMeetings)
	c.object = widgets.NewCard(container.NewVBox(
		widgets.NewLines(widgets.NewText(texts.Text("agenda.card"), widgets.Subtitle), c.message),
		c.add, c.list.object, c.standing.notices, c.all,
	))
	c.Show(Model{})
	return c
}

// Object is what the screen shows.
func (c *Card) Object() fyne.CanvasObject { return c.object }

// Show brings the card up to date. What has not changed is not built anew, so
// that the keys stay where they are.
func (c *Card) Show(m Model) {
	none := m.Loaded && len(m.Calendars) == 0
	c.add.Hidden = !none
	if m.Loaded && !none {
		c.all.Show()
	} else {
		c.all.Hide()
	}
	left := todayOf(m.Meetings, m.Now)
	entries := entriesOf(c.words, m)
	c.list.show([]group{
		{c.words.texts.Text("agenda.now"), entries(atMost(left.now), m.Now)},
		{c.words.texts.Text("agenda.next"), entries(atMost(left.next), m.Now)},
	})
	busy := len(left.now)+len(left.next) > 0
	c.list.object.Hidden = !busy
	c.message.Hidden = busy
	c.message.Set(c.words.message(m, c.words.free(m)))
	c.standing.show(m)
}

func atMost(meetings []Meeting) []Meeting { return meetings[:min(len(meetings), mostNow)] }
