// Package home is the first screen of the morning. It answers "what do I do
// now?": what is left on my list, start or join a call, whom to ring when
// something is wrong.
package home

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/agenda"
	"hjemmekontor/ui/widgets"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	StartCall, JoinCall func()
	OpenList            func(role checklists.Role)
	OpenItem            func(role checklists.Role, itemID string)
	ChooseRole          func(role checklists.Role)
	OpenContacts        func()
	OpenGuide           func()
	Open                func(url string)
	Copy                func(text string)
	Agenda              agenda.Actions
	Outcome             agenda.OutcomeActions
}

// Model is what the screen shows.
type Model struct {
	Now   time.Time
	Role  checklists.Role
	Items []checklists.Item // of the role, in order
	Marks map[string]checklists.Mark
	// Contacts is whom to ring; of each role the first is shown.
	Contacts []organisation.Contact
	// Deadline is by when a breach is to be reported, nil if none is running.
	Deadline *incident.Deadline
	// Agenda is what the calendars hold, and Outcome what became of the meeting
	// that was opened last.
	Agenda  agenda.Model
	Outcome agenda.Outcome
}

// nextItems is how many open items the screen shows.
const nextItems = 5

// Screen is the home page on the screen.
type Screen struct {
	texts   *locales.Texts
	actions Actions

	page     *widgets.Page
	greeting *widgets.Text
	date     *widgets.Text
	role     *widgets.Choice
	ring     *widgets.Ring
	left     *widgets.Text
	next     *fyne.Container
	numbers  *fyne.Container
	deadline *fyne.Container // empty while none is running
	meetings *agenda.Card
	outcome  *agenda.OutcomeLine
	shown    shown

	first, second *fyne.Container   // the columns
	ringing       fyne.CanvasObject // the card with whom to ring
}

// shown is what the parts that are built anew were built of: what has not
// changed stays, so that the keys stay where they are.
type shown struct {
	next     []next
	contacts []organisation.Contact
	deadline string
}

// next is an item that is to be done.
type next struct {
	item   string
	status checklists.Status
}

// New builds the screen; Show fills it in.
func New(texts *locales.Texts, actions Actions) *Screen {
	s := &Screen{
		texts: texts, actions: actions,
		greeting: widgets.NewText("", widgets.Title),
		date:     widgets.NewText("", widgets.Muted),
		ring:     widgets.NewRing(0, ""),
		left:     widgets.NewText("", widgets.Strong),
		next:     container.NewVBox(),
		// Wide enough that a number with its country code stays on one line.
		numbers:  widgets.NewColumns(210, 2),
		deadline: container.NewVBox(),
		meetings: agenda.NewCard(texts, actions.Agenda),
		outcome:  agenda.NewOutcomeLine(texts, actions.Outcome),
	}
	s.role = widgets.NewChoice([]widgets.Option{
		{Value: string(checklists.Employee), Text: texts.Text("home.role.employee")},
		{Value: string(checklists.Employer), Text: texts.Text("home.role.employer")},
	}, "", func(value string) { actions.ChooseRole(checklists.Role(value)) })
	s.deadline.Hide()
	s.first = widgets.NewColumns(340, 1, s.meetings.Object(), s.callCard())
	s.second = widgets.NewColumns(340, 1, s.listCard())
	s.ringing = s.numbersCard()
	s.balance(false)
	s.page = widgets.NewPage(
		widgets.NewLines(s.greeting, s.date),
		s.deadline,
		s.outcome.Object(),
		widgets.NewColumns(300, 2, s.first, s.second),
		s.adviceCard(),
	)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

func (s *Screen) listCard() fyne.CanvasObject {
	return widgets.NewCard(container.NewVBox(
		widgets.NewText(s.texts.Text("home.list"), widgets.Subtitle),
		s.role.Object(),
		container.NewPadded(container.NewBorder(nil, nil, widgets.NewField(container.NewCenter(s.ring)), nil,
			container.NewVBox(layout.NewSpacer(), s.left, widgets.NewFlow(
				widgets.NewSecondary(s.texts.Text("home.open-list"), "employee", func() {
					s.actions.OpenList(checklists.Role(s.role.Selected()))
				})), layout.NewSpacer()))),
		s.next,
	))
}

func (s *Screen) callCard() fyne.CanvasObject {
	return widgets.NewCard(container.NewVBox(
		widgets.NewLines(widgets.NewText(s.texts.Text("home.call"), widgets.Subtitle),
			widgets.NewText(s.texts.Text("home.call-intro"), widgets.Muted)),
		widgets.NewFlow(
			widgets.NewPrimary(s.texts.Text("call.start"), "camera", s.actions.StartCall),
			widgets.NewSecondary(s.texts.Text("call.join"), "link", s.actions.JoinCall),
		),
	))
}

// balance puts the card with whom to ring where there is most room for it: in
// the second column when meetings fill the first.
func (s *Screen) balance(meetings bool) {
	into, from := s.first, s.second
	if meetings {
		into, from = s.second, s.first
	}
	if !slices.Contains(into.Objects, s.ringing) {
		from.Remove(s.ringing)
		into.Add(s.ringing)
	}
}

func (s *Screen) numbersCard() fyne.CanvasObject {
	return widgets.NewCard(container.NewVBox(
		widgets.NewText(s.texts.Text("home.numbers"), widgets.Subtitle),
		s.numbers,
	))
}

// adviceCard leads to the advice that holds for every meeting.
func (s *Screen) adviceCard() fyne.CanvasObject {
	return widgets.NewCard(container.NewVBox(
		widgets.NewText(s.texts.Text("home.advice"), widgets.Subtitle),
		widgets.NewLead(s.texts.Text("advice.chat.title"), s.actions.OpenGuide),
		widgets.NewLead(s.texts.Text("advice.vendor.title"), s.actions.OpenGuide),
	))
}

// Show brings the screen up to date.
func (s *Screen) Show(m Model) {
	s.greeting.Set(s.texts.Text(greetingKey(m.Now.Hour())))
	s.date.Set(s.texts.Text("home.today", locales.Data{
		"Weekday": s.texts.Weekday(m.Now.Weekday()), "Date": s.texts.Date(m.Now),
	}))
	s.role.Select(string(m.Role))
	progress := checklists.ProgressOf(m.Items, m.Marks, m.Now)
	s.ring.Set(progress.Fraction(), s.texts.Text("checklist.ring", locales.Data{"Done": progress.Done, "Total": progress.Total()}))
	if progress.Open == 0 {
		s.left.Set(s.texts.Text("home.nothing-left"))
	} else {
		s.left.Set(s.texts.Count("checklist.left", progress.Open))
	}
	s.showNext(m)
	s.showDeadline(m)
	s.meetings.Show(m.Agenda)
	s.balance(len(m.Agenda.Calendars) > 0)
	s.outcome.Show(m.Outcome)
	s.showNumbers(m)
	s.page.Content.Refresh()
}

func greetingKey(hour int) string {
	switch {
	case hour >= 5 && hour < 10:
		return "home.good-morning"
	case hour >= 18 || hour < 5:
		return "home.good-evening"
	default:
		return "home.hello"
	}
}

// showNext lists what is to be done first: what has come due again, then what
// was never done.
func (s *Screen) showNext(m Model) {
	var wanted []next
	var leads []fyne.CanvasObject
	for _, status := range []checklists.Status{checklists.StatusDue, checklists.StatusOpen} {
		for _, item := range m.Items {
			if len(wanted) < nextItems && item.StatusOf(m.Marks[item.ID], m.Now) == status {
				wanted = append(wanted, next{item.ID, status})
				leads = append(leads, s.lead(item, status))
			}
		}
	}
	if !slices.Equal(wanted, s.shown.next) {
		s.shown.next, s.next.Objects = wanted, leads
	}
}

func (s *Screen) lead(item checklists.Item, status checklists.Status) fyne.CanvasObject {
	title := item.Words(s.texts, checklists.ThisSystem()).Title
	if status == checklists.StatusDue {
		title = s.texts.Text("home.due", locales.Data{"Title": title})
	}
	return widgets.NewLead(title, func() { s.actions.OpenItem(item.Role, item.ID) })
}

// showDeadline reminds of a breach that is to be reported.
func (s *Screen) showDeadline(m Model) {
	words := s.deadlineWords(m)
	if words == s.shown.deadline {
		return
	}
	s.shown.deadline, s.deadline.Objects = words, nil
	s.deadline.Hidden = words == ""
	if words != "" {
		s.deadline.Add(widgets.NewNotice(words, widgets.NewSecondary(s.texts.Text("home.deadline-open"), "clock", s.actions.OpenContacts)))
	}
}

func (s *Screen) deadlineWords(m Model) string {
	if m.Deadline == nil {
		return ""
	}
	at := m.Deadline.At().Local()
	data := locales.Data{"Date": s.texts.Date(at), "Clock": s.texts.Clock(at)}
	if m.Deadline.Over(m.Now) {
		return s.texts.Text("home.deadline-over", data)
	}
	return s.texts.Text("home.deadline", data)
}
