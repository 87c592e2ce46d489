package ui

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/launch"
	"hjemmekontor/meetings/link"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/before"

	agendaui "hjemmekontor/ui/agenda"
)

// openTime bounds handing a meeting to the system, which may ask the user which
// program to take.
const openTime = 2 * time.Minute

// opening is a meeting on its way to another program.
type opening struct {
	meeting link.Meeting
	begin   bool         // begin a new one in the meeting's tool
	title   string       // in the calendar or among the favourites, or ""
	way     meetings.Way // "" for the one that is chosen
	done    func(opened bool)
}

func (o opening) tell(opened bool) {
	if o.done != nil {
		o.done(opened)
	}
}

// openMeeting opens a meeting where it belongs, and says what became of it.
// Before the first one in a tool it points out what is worth checking.
func (s *shell) openMeeting(o opening) {
	m := o.meeting
	switch {
	case m.Kind == link.Own && m.Invite != nil:
		joined := s.join(*m.Invite)
		if !joined {
			s.toast.say(s.texts.Text("problem.in-call"))
		}
		o.tell(joined)
		return
	case m.Kind == link.Retired:
		s.showOutcome()
		s.opened(o, agendaui.ShutDown)
		return
	}
	if s.sheet != nil {
		s.sheet.Close() // the shortcut was pressed twice
	}
	key, model, needed := s.toPointOut(m)
	if !needed {
		s.launch(o)
		return
	}
	s.sheet = before.Show(s.window, s.texts, model, before.Actions{
		Open: func(again bool) {
			if !again {
				s.pointedOut[key] = true
				s.remember("remembering what was pointed out", func(ctx context.Context, store *meetings.Store) error {
					return store.SetDismissed(ctx, key, true)
				})
			}
			s.launch(o)
		},
		Cancelled: func() { o.tell(false) },
		Source:    s.openAddress,
	})
}

// toPointOut is what to say before a meeting is opened, and under which key it
// is remembered that it need not be said again.
func (s *shell) toPointOut(m link.Meeting) (key string, model before.Model, needed bool) {
	verdict, note := s.verdictOf(tools.ID(m.Tool), m.Name)
	key = keyOf(m)
	model = before.Model{Tool: m.Name, Company: s.companyName()}
	if verdict == unapproved {
		// What was waved aside before the company spoke is said again.
		key += "-unapproved"
		model.Unapproved, model.Note = true, note
	}
	if tool, ok := s.guide.Tool(tools.ID(m.Tool)); ok {
		for _, p := range tool.Before() {
			point := before.Point{Text: s.texts.Text(p.Key())}
			if len(p.Sources) > 0 {
				point.Source, point.SourceTitle = p.Sources[0].URL, p.Sources[0].Title
			}
			model.Points = append(model.Points, point)
		}
	}
	known := s.pointedOut[key] || s.remembered.dismissed[key]
	return key, model, !known && (model.Unapproved || len(model.Points) > 0)
}

// keyOf is what a meeting's tool, service or host is remembered by.
func keyOf(m link.Meeting) string {
	const longest = 48 // that the store takes, with what is added
	key := cmp.Or(m.Tool, m.Service, m.Name)
	return key[max(0, len(key)-longest):]
}

// wayOf is what the meetings of a service are opened in.
func (s *shell) wayOf(service string) meetings.Way {
	if way, chosen := s.remembered.ways[service]; chosen {
		return way
	}
	if launch.HasApp(service) {
		return meetings.App
	}
	return meetings.Browser
}

// launch hands a meeting to the system, away from the UI goroutine, while the
// user sees where it will be said what became of it.
func (s *shell) launch(o opening) {
	s.showOutcome()
	way := launch.Way(cmp.Or(o.way, s.wayOf(o.meeting.Service)))
	s.background.Go(func() {
		ctx, cancel := context.WithTimeout(s.ctx, openTime)
		defer cancel()
		var outcome launch.Outcome
		var err error
		if o.begin {
			outcome, err = s.launcher.OpenNew(ctx, o.meeting.Tool, way)
		} else {
			outcome, err = s.launcher.Open(ctx, o.meeting, way)
		}
		s.do(func() { s.launched(o, outcome, err) })
	})
}

// launched remembers a meeting that was handed to the system, and says what
// became of it.
func (s *shell) launched(o opening, outcome launch.Outcome, err error) {
	switch {
	case errors.Is(err, launch.ErrCancelled):
		o.tell(false)
		return
	case err != nil:
		slog.Error("opening a meeting", "service", o.meeting.Service, "error", err)
	case !o.begin:
		s.noteRecent(o)
	}
	s.opened(o, happened(outcome, err))
}

// happened is what an outcome means to the user.
func happened(outcome launch.Outcome, err error) agendaui.Happened {
	switch {
	case errors.Is(err, launch.ErrNoBrowser):
		return agendaui.NoBrowser
	case errors.Is(err, launch.ErrRetired):
		return agendaui.ShutDown
	case err != nil:
		return agendaui.NotOpened
	case outcome.Way == launch.App:
		return agendaui.InApp
	case outcome.Fallback && outcome.Reason == launch.NotInstalled:
		return agendaui.FellBack
	}
	return agendaui.InBrowser
}

// showOutcome goes to a page on which it is said what became of a meeting.
func (s *shell) showOutcome() {
	if !s.showsOutcome() {
		s.open(Meetings)
	}
}

func (s *shell) showsOutcome() bool { return s.page == Home || s.page == Meetings }

// opened says what became of a meeting. A user who has gone elsewhere meanwhile
// is told there, and left in peace.
func (s *shell) opened(o opening, what agendaui.Happened) {
	s.lastOpened = o
	s.outcome = agendaui.Outcome{Happened: what, Service: o.meeting.Name, Nth: s.outcome.Nth + 1}
	s.show()
	if !s.showsOutcome() {
		s.toast.say(s.outcome.Words(s.texts))
	}
	o.tell(what == agendaui.InApp || what == agendaui.InBrowser || what == agendaui.FellBack)
}

// afterOpening is what can be done about the meeting that was opened last.
func (s *shell) afterOpening() agendaui.OutcomeActions {
	return agendaui.OutcomeActions{
		OpenInBrowser: func() {
			o := s.lastOpened
			o.way, o.done = meetings.Browser, nil
			s.launch(o)
		},
		CopyLink: func() { s.copy(s.lastOpened.meeting.Address) },
		Dismiss: func() {
			s.outcome = agendaui.Outcome{Nth: s.outcome.Nth}
			s.show()
		},
	}
}
