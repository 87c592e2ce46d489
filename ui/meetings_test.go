package ui

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/agenda"
	"hjemmekontor/meetings/calendar"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/launch"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui/launcher"

	agendaui "hjemmekontor/ui/agenda"
)

// system stands in for the operating system, which has the apps that it is
// told to have and notes what it is asked to open.
type system struct {
	mu     sync.Mutex
	apps   []string
	opened []string
	fails  error
}

var _ launch.System = (*system)(nil)

func (s *system) Handles(_ context.Context, scheme string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Contains(s.apps, scheme), nil
}

func (s *system) Open(_ context.Context, address string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fails == nil {
		s.opened = append(s.opened, address)
	}
	return s.fails
}

// newMeetingShell is a shell on a system of the test's, with nothing left to
// point out before a meeting in Zoom.
func newMeetingShell(t *testing.T, apps ...string) (*testShell, *system) {
	t.Helper()
	s := newShell(t, locales.Norwegian, normal)
	fake := &system{apps: apps}
	s.launcher = launch.New(fake)
	if err := s.options.Meetings.SetDismissed(t.Context(), "zoom", true); err != nil {
		t.Fatal(err)
	}
	s.recall()
	s.settled()
	s.open(Meetings)
	return s, fake
}

const zoomLink = "https://zoom.us/j/92345678901?pwd=hemmelig123"

// openPasted opens a text as the page does.
func (s *testShell) openPasted(text string, way launcher.Way) (opened bool) {
	s.openText(text, way, func(ok bool) { opened = ok })
	s.settled()
	return opened
}

func TestAMeetingIsOpenedWhereItIsWanted(t *testing.T) {
	tests := map[string]struct {
		apps   []string
		text   string
		way    launcher.Way
		fails  error
		scheme string // of what is opened
		want   agendaui.Happened
	}{
		"the app":               {[]string{"zoommtg"}, zoomLink, "", nil, "zoommtg:", agendaui.InApp},
		"the app is missing":    {nil, zoomLink, "", nil, "https:", agendaui.FellBack},
		"the browser":           {[]string{"zoommtg"}, zoomLink, launcher.Browser, nil, "https:", agendaui.InBrowser},
		"an unknown service":    {nil, "https://video.eksempel.no/rom/1", "", nil, "https:", agendaui.InBrowser},
		"no browser":            {nil, zoomLink, "", launch.ErrNoBrowser, "", agendaui.NoBrowser},
		"the system fails":      {nil, zoomLink, "", launch.ErrNotOpened, "", agendaui.NotOpened},
		"Skype is never opened": {[]string{"skype"}, "https://join.skype.com/AbCdEf", "", nil, "", agendaui.ShutDown},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s, fake := newMeetingShell(t, test.apps...)
			fake.fails = test.fails
			opened := s.openPasted("Hei! Møt meg her: "+test.text+" Hilsen Kari", test.way)
			if s.outcome.Happened != test.want {
				t.Errorf("the page says %v, want %v", s.outcome.Happened, test.want)
			}
			if opened != (test.scheme != "") {
				t.Errorf("it counts as opened: %v", opened)
			}
			switch {
			case test.scheme == "" && len(fake.opened) != 0:
				t.Errorf("the system was given %d addresses", len(fake.opened))
			case test.scheme != "" && (len(fake.opened) != 1 || !strings.HasPrefix(fake.opened[0], test.scheme)):
				t.Errorf("the system was given something else than one %s", test.scheme)
			}
		})
	}
}

func TestWhatIsWorthCheckingIsSaidOnce(t *testing.T) {
	s, fake := newMeetingShell(t)
	const teams = "https://teams.microsoft.com/meet/3211234567890?p=Qw12Er"
	s.openText(teams, "", func(bool) {})
	s.settled()
	if len(fake.opened) != 0 || s.window.Canvas().Overlays().Top() == nil {
		t.Fatal("the first meeting in Teams is opened with nothing said")
	}
	s.press()
	s.settled()
	if len(fake.opened) != 1 || s.window.Canvas().Overlays().Top() != nil {
		t.Fatalf("after going on, %d are opened", len(fake.opened))
	}
	if !s.openPasted(teams, "") || len(fake.opened) != 2 {
		t.Error("it is said a second time")
	}
	held := fjord()
	held.Tools = []organisation.Verdict{{Tool: "zoom", Name: "Zoom", Approved: true}}
	s.takeCompany(sign(t, held, newKey(t)), func() {})
	s.settled()
	s.openText(teams, "", func(bool) {})
	s.settled()
	if len(fake.opened) != 2 {
		t.Error("a tool that the company has not approved is opened with nothing said")
	}
}

func TestWhatIsRecognised(t *testing.T) {
	s, _ := newMeetingShell(t)
	held := fjord()
	held.Tools = []organisation.Verdict{{Tool: "zoom", Name: "Zoom", Approved: true}}
	s.takeCompany(sign(t, held, newKey(t)), func() {})
	s.settled()
	tests := map[string]struct {
		text string
		want launcher.Recognised
	}{
		"Zoom": {zoomLink, launcher.Recognised{
			Service: "Zoom", Number: "923 4567 8901", PasscodeIncluded: true, HasApp: true, Way: launcher.App,
			Verdict: launcher.Approved, Company: held.Name,
		}},
		"nothing":        {"Hei på deg", launcher.Recognised{Problem: launcher.NoLink}},
		"a start page":   {"https://meet.google.com/landing", launcher.Recognised{Problem: launcher.NotMeeting}},
		"a damaged call": {"hjemmekontor:call/7-fjo", launcher.Recognised{Problem: launcher.Incomplete}},
		"a code alone":   {"7-fjord-brunost", launcher.Recognised{Kind: launcher.Call, Problem: launcher.CodeAlone}},
		"a service nobody knows": {"https://xn--mte-0na.firma.no/rom", launcher.Recognised{
			Problem: launcher.UnknownService, Host: "møte.firma.no", Company: held.Name,
		}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := s.recogniseText(test.text); got != test.want {
				t.Errorf("it is taken for %+v, want %+v", got, test.want)
			}
		})
	}
	skype := s.recogniseText("https://join.skype.com/AbCdEf")
	if skype.Kind != launcher.Retired || skype.Instead == "" || skype.Verdict != launcher.Unapproved {
		t.Errorf("Skype is taken for %+v", skype)
	}
}

func TestAFavouriteKeepsItsPasscode(t *testing.T) {
	s, fake := newMeetingShell(t, "zoommtg")
	var problem string
	s.keepText(zoomLink, "Ukemøte", func(words string) { problem = words })
	s.settled()
	if problem != "" || len(s.remembered.favourites) != 1 || !s.recogniseText(zoomLink).Kept {
		t.Fatalf("%q, there are %d favourites", problem, len(s.remembered.favourites))
	}
	favourite := s.remembered.favourites[0]
	if strings.Contains(favourite.Address, "hemmelig") {
		t.Error("the passcode lies in the data folder")
	}
	s.openFavourite(favourite.ID, "")
	s.settled()
	if len(fake.opened) != 1 || !strings.Contains(fake.opened[0], "hemmelig123") {
		t.Error("it is opened without its passcode")
	}
	s.removeFavourite(favourite.ID)
	s.settled()
	if names, err := s.keyring.Names(t.Context()); err != nil || slices.ContainsFunc(names, isLink) || len(s.remembered.favourites) != 0 {
		t.Errorf("after removing it the keyring holds %v, %v", names, err)
	}
	s.undoLast()
	s.settled()
	s.openFavourite(favourite.ID, "")
	s.settled()
	if len(fake.opened) != 2 || fake.opened[1] != fake.opened[0] {
		t.Error("put back, it is opened another way")
	}
}

func isLink[N ~string](name N) bool { return strings.HasPrefix(string(name), "meeting-link/") }

func TestWhatWasOpenedIsRemembered(t *testing.T) {
	s, _ := newMeetingShell(t)
	s.openPasted(zoomLink, "")
	if len(s.remembered.recent) != 1 || s.remembered.recent[0].Meeting.Number() != "923 4567 8901" {
		t.Fatalf("remembered are %v", s.remembered.recent)
	}
	s.forgetAll()
	s.settled()
	if len(s.remembered.recent) != 0 {
		t.Error("it is not forgotten")
	}
}

// meetingAt is a meeting of an hour in a calendar.
func meetingAt(start time.Time, address string) agenda.Meeting {
	m := agenda.Meeting{ID: address + start.String(), Occurrence: calendar.Occurrence{
		Title: "Morgenmøte", Start: start, End: start.Add(time.Hour),
	}}
	if found, ok := link.Best(link.Part{Place: link.InURL, Text: address}); ok {
		m.Meeting = &found
	}
	return m
}

// busyWeek is what two calendars hold of many meetings, with names as long as
// people make them.
func busyWeek(now time.Time) agenda.View {
	const long = "Gjennomgang av tilbudsgrunnlaget for kontorfellesskapet med leverandørene og regnskapsføreren"
	v := agenda.View{Now: now, Loaded: true, Lead: 5, Calendars: []agenda.State{
		{ID: "1", Name: "Jobb", Kind: meetings.Address, Where: "outlook.office365.com", Fetched: now.Add(-26 * time.Hour), Trouble: remote.ErrUnreachable},
		{ID: "2", Name: long, Kind: meetings.File, Where: "kor.ics", Fetched: now, Skipped: 3},
	}}
	for i := range 12 {
		m := meetingAt(now.Add(time.Duration(i*7-1)*time.Hour), zoomLink)
		m.Title, m.Location, m.Organiser = long, "Møterom 4, Storgata 1", "Kari Nordmann"
		m.Cancelled, m.Answer = i == 3, calendar.Answer(i%5)
		v.Meetings = append(v.Meetings, m)
	}
	return v
}

func TestTheShortcutJoinsTheMeetingThatIsOn(t *testing.T) {
	now := time.Now()
	for name, test := range map[string]struct {
		meetings []agenda.Meeting
		opened   int
	}{
		"none":             {nil, 0},
		"one that is on":   {[]agenda.Meeting{meetingAt(now.Add(-time.Minute), zoomLink)}, 1},
		"one that begins":  {[]agenda.Meeting{meetingAt(now.Add(5*time.Minute), zoomLink)}, 1},
		"one much later":   {[]agenda.Meeting{meetingAt(now.Add(3*time.Hour), zoomLink)}, 0},
		"one with no link": {[]agenda.Meeting{meetingAt(now, "")}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s, fake := newMeetingShell(t)
			s.open(Contacts)
			s.view = agenda.View{Now: now, Loaded: true, Meetings: test.meetings}
			s.joinCurrent()
			s.settled()
			if len(fake.opened) != test.opened {
				t.Errorf("%d are opened, want %d", len(fake.opened), test.opened)
			}
			if test.opened > 0 && (s.page != Meetings || s.outcome.Happened != agendaui.FellBack) {
				t.Errorf("the user sees %s, which says %v", s.page, s.outcome.Happened)
			}
		})
	}
}

func TestTheWayIsKept(t *testing.T) {
	s, fake := newMeetingShell(t, "zoommtg")
	s.setWay("zoom", launcher.Browser)
	s.settled()
	s.openPasted(zoomLink, "")
	if len(fake.opened) != 1 || !strings.HasPrefix(fake.opened[0], "https:") {
		t.Error("the setting says browser, and the app opens anyway")
	}
	if ways, err := s.options.Meetings.Ways(t.Context()); err != nil || ways["zoom"] != meetings.Browser {
		t.Errorf("next time it is %v, %v", ways, err)
	}
}

func TestNewMeetings(t *testing.T) {
	s, fake := newMeetingShell(t)
	for _, tool := range s.toolsShown() {
		fake.opened = nil
		s.newMeeting(tool.ID)
		s.goOn()
		if tool.Startable != (len(fake.opened) == 1) {
			t.Errorf("%s opens %q", tool.Name, fake.opened)
		}
	}
	if len(s.remembered.recent) != 0 {
		t.Error("a page that begins a meeting counts as a meeting")
	}
}
