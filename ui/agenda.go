package ui

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"hjemmekontor/locales"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/agenda"
	"hjemmekontor/meetings/link"

	agendaui "hjemmekontor/ui/agenda"
)

// keepAgenda reads the calendars, and keeps them up to date for as long as the
// app runs.
func (s *shell) keepAgenda() {
	s.lasting.Go(func() {
		err := s.agenda.Run(s.ctx,
			func(v agenda.View) {
				s.do(func() {
					if v.Unsaved != nil && s.view.Unsaved == nil {
						s.problem("keeping what the calendars hold", v.Unsaved)
					}
					s.view = v
					s.showTray()
					s.show()
				})
			},
			func(agenda.Meeting) { s.do(s.notifyMeeting) })
		if err != nil {
			s.do(func() { s.problem("reading the calendars", err) })
		}
	})
	s.lasting.Go(s.followClock)
}

// followClock shows at every full minute how long there is to the next meeting.
func (s *shell) followClock() {
	for {
		select {
		case <-s.ctx.Done():
			return
		case <-time.After(toFullMinute()):
			s.do(func() {
				s.showTray()
				if s.page == Home || s.page == Meetings {
					s.show()
				}
			})
		}
	}
}

// toFullMinute is how long it is until clocks show another minute.
func toFullMinute() time.Duration {
	return time.Until(time.Now().Truncate(time.Minute).Add(time.Minute))
}

// wakeAgenda has the files of calendars looked at, as the window comes to the
// front.
func (s *shell) wakeAgenda() {
	s.background.Go(func() {
		if err := s.agenda.Wake(s.ctx); err != nil && s.ctx.Err() == nil {
			slog.Warn("waking the calendars", "error", err)
		}
	})
}

// notifyMeeting shows a notification of the system's. Its words are always the
// same: Fyne hands them to a command line on Windows.
func (s *shell) notifyMeeting() {
	note := fyne.NewNotification(s.texts.Text("app.name"), s.texts.Text("system.meeting-soon"))
	s.background.Go(func() { s.app.SendNotification(note) })
}

// joinMeeting opens the meeting with an ID.
func (s *shell) joinMeeting(id string) {
	m, there := s.view.Meeting(id)
	if !there || m.Meeting == nil {
		s.toast.say(s.texts.Text("system.no-link"))
		return
	}
	s.openMeeting(opening{meeting: *m.Meeting, title: m.Title})
}

// joinCurrent opens the meeting that is on, or about to begin.
func (s *shell) joinCurrent() {
	m, on := s.view.Current(time.Now())
	if !on {
		s.toast.say(s.texts.Text("system.no-meeting"))
		return
	}
	s.joinMeeting(m.ID)
}

// joinFromTray opens the meeting that the tray shows.
func (s *shell) joinFromTray() {
	s.bringUp(Meetings)
	if m, there := s.nextMeeting(); there {
		s.joinMeeting(m.ID)
	}
}

// nextMeeting is the meeting that is on, or else the next one today.
func (s *shell) nextMeeting() (agenda.Meeting, bool) {
	now := time.Now()
	if m, on := s.view.Current(now); on {
		return m, true
	}
	m, there := s.view.Next(now)
	return m, there && sameDay(m.Start, now)
}

func sameDay(a, b time.Time) bool {
	return a.Local().Format(time.DateOnly) == b.Local().Format(time.DateOnly)
}

// nextMeetingLine is the next meeting as the tray shows it, "" if there is none.
func (s *shell) nextMeetingLine() string {
	m, there := s.nextMeeting()
	if !there {
		return ""
	}
	title := m.Title
	if title == "" {
		title = s.texts.Text("system.untitled")
	}
	const longest = 40
	if r := []rune(title); len(r) > longest {
		title = string(r[:longest-1]) + "…"
	}
	return s.texts.Text("tray.next", locales.Data{"Clock": s.texts.Clock(m.Start.Local()), "Title": title})
}

// agendaModel is what is shown of the calendars.
func (s *shell) agendaModel(now time.Time) agendaui.Model {
	m := agendaui.Model{Now: now, Loaded: s.view.Loaded}
	for _, c := range s.view.Calendars {
		shown := agendaui.Calendar{
			Name: c.Name, Where: hostOnly(c), File: c.Kind == meetings.File, Fetched: c.Fetched, Trouble: troubleOf(c.Trouble),
		}
		if c.Hidden { // there is one, but how old it is says nothing
			shown.File, shown.Trouble = true, agendaui.Fine
		}
		m.Calendars = append(m.Calendars, shown)
	}
	for _, x := range s.view.Meetings {
		m.Meetings = append(m.Meetings, shownMeeting(x))
	}
	if current, on := s.view.Current(now); on && current.Meeting != nil {
		m.Shortcut = current.ID
	}
	return m
}

func hostOnly(c agenda.State) string {
	if c.Kind == meetings.File {
		return ""
	}
	return c.Where
}

func shownMeeting(x agenda.Meeting) agendaui.Meeting {
	m := agendaui.Meeting{
		ID: x.ID, Start: x.Start, End: x.End, AllDay: x.AllDay, Title: x.Title, Place: x.Location, Organiser: x.Organiser,
		Cancelled: x.Cancelled, Answer: agendaui.Answer(x.Answer), Free: x.Free,
	}
	if x.Meeting != nil {
		m.Service = x.Meeting.Name
		m.Retired = x.Meeting.Kind == link.Retired
		m.Joinable = !m.Retired
		if holdsLink(x.Location) { // which says what the service says already
			m.Place = ""
		}
	}
	return m
}

// holdsLink reports whether a meeting's place is one on the network. Rooms and
// streets, which most are, are not looked at closely: this runs for every meeting
// whenever the page is shown.
func holdsLink(place string) bool {
	if !strings.ContainsAny(place, "/:") {
		return false
	}
	_, found := link.Best(link.Part{Place: link.InLocation, Text: place})
	return found
}

// agendaActions is what the screens may ask of the calendars.
func (s *shell) agendaActions() agendaui.Actions {
	return agendaui.Actions{
		Join:         s.joinMeeting,
		AddCalendar:  func() { s.enter(calendarsPage) },
		Calendars:    func() { s.enter(calendarsPage) },
		Fetch:        s.fetchCalendars,
		OpenMeetings: func() { s.open(Meetings) },
	}
}

// fetchCalendars fetches all calendars that may be fetched again by now.
func (s *shell) fetchCalendars() {
	s.withKeyring(func(ctx context.Context) error { return s.agenda.Refresh(ctx) }, func(err error) {
		if err != nil {
			slog.Warn("fetching the calendars", "error", err)
			return
		}
		s.toast.say(s.texts.Text("system.fetching"))
	})
}
