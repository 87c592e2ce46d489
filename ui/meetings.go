package ui

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/launch"
	"hjemmekontor/meetings/link"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/launcher"
)

func (s *shell) meetingsScreen() fyne.CanvasObject {
	s.meetings = launcher.New(s.texts, launcher.Actions{
		Recognise: s.recogniseText, Open: s.openText, Call: s.joinText,
		CopyNumber:   func(text string) { s.copyOf(text, link.Meeting.Number) },
		CopyPasscode: func(text string) { s.copyOf(text, link.Meeting.Passcode) },
		Keep:         s.keepText, Clipboard: s.app.Clipboard().Content, Focus: s.window.Canvas().Focus,
		Agenda: s.agendaActions(), Outcome: s.afterOpening(), StartCall: s.startCall,
		OpenFavourite: s.openFavourite, CopyFavourite: s.copyFavourite, MoveFavourite: s.moveFavourite,
		RenameFavourite: s.renameFavourite, RemoveFavourite: s.removeFavourite, OpenRoom: s.openRoom,
		OpenRecent: s.openRecent, KeepRecent: s.keepRecent, ForgetRecent: s.forgetRecent, ForgetAll: s.forgetAll,
		NewMeeting: s.newMeeting, SetWay: s.setWay,
	})
	return s.meetings.Object()
}

// showMeetings brings the page of meetings up to date.
func (s *shell) showMeetings(now time.Time) {
	s.meetings.Show(launcher.Model{
		Agenda: s.agendaModel(now), Outcome: s.outcome, Company: s.companyName(),
		Favourites: s.favouritesShown(), Rooms: s.rooms(), Recent: s.recentShown(), Tools: s.toolsShown(),
	})
}

// meetingIn is the meeting that a text invites to; of a service that nobody
// knows it has the address alone.
func meetingIn(text string) (link.Meeting, error) { return orAddress(link.Recognise(text)) }

func orAddress(m link.Meeting, err error) (link.Meeting, error) {
	var unknown *link.UnknownError
	if errors.As(err, &unknown) {
		return unknown.Meeting(), nil
	}
	return m, err
}

// readText is what a text was found to invite to.
type readText struct {
	text    string
	meeting link.Meeting
	err     error
}

// read recognises what stands in the page's field, which may be long and is
// asked about each time the page is shown.
func (s *shell) read(text string) (link.Meeting, error) {
	if s.readText == nil || s.readText.text != text {
		s.readText = &readText{text: text}
		s.readText.meeting, s.readText.err = link.Recognise(text)
	}
	return s.readText.meeting, s.readText.err
}

// recogniseText tells the page what stands in its field.
func (s *shell) recogniseText(text string) launcher.Recognised {
	m, err := s.read(text)
	var unknown *link.UnknownError
	switch {
	case errors.As(err, &unknown):
		return launcher.Recognised{
			Problem: launcher.UnknownService, Host: organisation.LegibleHost(unknown.Host),
			Kept: s.isFavourite(unknown.Meeting()), Company: s.companyName(),
		}
	case err != nil:
		return launcher.Recognised{Problem: linkProblem(err)}
	case m.Kind == link.Own && len(m.Invite.MailboxURLs()) == 0:
		return launcher.Recognised{Kind: launcher.Call, Problem: launcher.CodeAlone}
	case m.Kind == link.Own: // which no company's list of tools is about
		return launcher.Recognised{Kind: launcher.Call}
	}
	r := launcher.Recognised{
		Kind: kindOf(m.Kind), Service: m.Name, Number: m.Number(), Passcode: m.Passcode(),
		PasscodeIncluded: m.Secret(), HasApp: hasApp(m), Way: launcher.Way(s.wayOf(m.Service)),
		Verdict: s.launcherVerdict(m.Tool, m.Name), Company: s.companyName(), Kept: s.isFavourite(m),
	}
	_, r.Note = s.verdictOf(tools.ID(m.Tool), m.Name)
	if m.Kind == link.Retired {
		r.Instead = s.insteadOf(m)
	}
	return r
}

// hasApp tells whether a meeting can be opened in an app.
func hasApp(m link.Meeting) bool {
	_, native := m.Native()
	return native
}

// insteadOf says what to do instead of opening a meeting in a service that was
// shut down.
func (s *shell) insteadOf(m link.Meeting) string {
	if tool, ok := s.guide.Tool(tools.ID(m.Tool)); ok && tool.Retired {
		return s.texts.Text(tool.RetiredKey())
	}
	return ""
}

func linkProblem(err error) launcher.Problem {
	for _, known := range []struct {
		err     error
		problem launcher.Problem
	}{
		{link.ErrNotMeeting, launcher.NotMeeting}, {link.ErrIncomplete, launcher.Incomplete},
		{link.ErrMalformed, launcher.Incomplete}, {link.ErrTooLong, launcher.TooLong},
	} {
		if errors.Is(err, known.err) {
			return known.problem
		}
	}
	return launcher.NoLink
}

func kindOf(kind link.Kind) launcher.Kind {
	switch kind {
	case link.Own:
		return launcher.Call
	case link.Personal:
		return launcher.Personal
	case link.Host:
		return launcher.Host
	case link.Webinar:
		return launcher.Webinar
	case link.Retired:
		return launcher.Retired
	default:
		return launcher.Meeting
	}
}

// openText opens what stands in the page's field.
func (s *shell) openText(text string, way launcher.Way, done func(opened bool)) {
	m, err := orAddress(s.read(text))
	if err != nil {
		slog.Info("refusing a link", "error", err)
		done(false)
		return
	}
	s.openMeeting(opening{meeting: m, way: meetings.Way(way), done: done})
}

// copyOf copies a part of the meeting that a text invites to.
func (s *shell) copyOf(text string, part func(link.Meeting) string) {
	if m, err := s.read(text); err == nil && part(m) != "" {
		s.copy(part(m))
	}
}

// rooms is the company's meeting rooms.
func (s *shell) rooms() []launcher.Room {
	if s.company == nil {
		return nil
	}
	var rooms []launcher.Room
	for _, r := range s.company.Organisation.Rooms {
		service := ""
		if m, err := meetingIn(r.Link); err == nil {
			service = m.Name
		}
		rooms = append(rooms, launcher.Room{Name: r.Name, Link: r.Link, Service: service})
	}
	return rooms
}

// openRoom opens one of the company's meeting rooms.
func (s *shell) openRoom(address string) {
	m, err := meetingIn(address)
	if err != nil {
		s.openAddress(address)
		return
	}
	s.openMeeting(opening{meeting: m})
}

// toolsShown is the guide's tools that can still be used.
func (s *shell) toolsShown() []launcher.Tool {
	var shown []launcher.Tool
	for _, tool := range s.guide.Tools() {
		if tool.Retired {
			continue
		}
		id := string(tool.ID)
		shown = append(shown, launcher.Tool{
			ID: id, Name: tool.Name, HasApp: launch.HasApp(id), Way: launcher.Way(s.wayOf(id)),
			Verdict: s.launcherVerdict(id, tool.Name), Startable: launch.CanBegin(id),
		})
	}
	return shown
}

// newMeeting begins a meeting in a tool.
func (s *shell) newMeeting(tool string) {
	m := link.Meeting{Service: tool, Tool: tool, Kind: link.Host, Address: launch.NewAddress(tool)}
	if known, ok := s.guide.Tool(tools.ID(tool)); ok {
		m.Name = known.Name
	}
	s.openMeeting(opening{meeting: m, begin: true})
}

// setWay keeps what the meetings of a service are opened in.
func (s *shell) setWay(service string, way launcher.Way) {
	s.remember("keeping how meetings are opened", func(ctx context.Context, store *meetings.Store) error {
		return store.SetWay(ctx, service, meetings.Way(way))
	})
}

// sayNamed says why a favourite cannot be kept, or "" that it is.
func (s *shell) sayNamed(err error, done func(problem string)) {
	switch {
	case err == nil:
		done("")
	case errors.Is(err, meetings.ErrTooMany):
		done(s.texts.Text("problem.favourites-full", locales.Data{"Most": meetings.MaxFavourites}))
	case errors.Is(err, meetings.ErrInvalid):
		done(s.texts.Text("problem.favourite-name"))
	default:
		slog.Error("keeping a favourite", "error", err)
		done(s.texts.Text(ProblemKey(err)))
	}
}
