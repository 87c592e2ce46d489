package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hjemmekontor/locales"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/agenda"
	"hjemmekontor/meetings/calendar"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/ui/calendars"

	agendaui "hjemmekontor/ui/agenda"
)

// toldErrors is every error of the packages that bring calendars, with the
// words on the calendars' page and the sign beside the day's meetings.
var toldErrors = map[string]struct {
	err  error
	key  string
	sign agendaui.Trouble
}{
	"remote.ErrMalformed":      {remote.ErrMalformed, "calendars.problem.malformed", agendaui.Failing},
	"remote.ErrNotHTTPS":       {remote.ErrNotHTTPS, "calendars.problem.https", agendaui.Failing},
	"remote.ErrUserInfo":       {remote.ErrUserInfo, "calendars.problem.user-info", agendaui.Failing},
	"remote.ErrPageAddress":    {remote.ErrPageAddress, "calendars.problem.page", agendaui.Failing},
	"remote.ErrUnreachable":    {remote.ErrUnreachable, "calendars.problem.unreachable", agendaui.Unreachable},
	"remote.ErrCertificate":    {remote.ErrCertificate, "calendars.problem.certificate", agendaui.Failing},
	"remote.ErrTooSlow":        {remote.ErrTooSlow, "calendars.problem.slow", agendaui.Unreachable},
	"remote.ErrTooLarge":       {remote.ErrTooLarge, "calendars.problem.large", agendaui.Failing},
	"remote.ErrRedirected":     {remote.ErrRedirected, "calendars.problem.redirected", agendaui.Failing},
	"remote.ErrPrivate":        {remote.ErrPrivate, "calendars.problem.private", agendaui.Failing},
	"remote.ErrRefused":        {remote.ErrRefused, "calendars.problem.refused", agendaui.Refused},
	"remote.ErrNeedsOAuth":     {remote.ErrNeedsOAuth, "calendars.problem.oauth", agendaui.Refused},
	"remote.ErrNotFound":       {remote.ErrNotFound, "calendars.problem.not-found", agendaui.Missing},
	"remote.ErrBusy":           {remote.ErrBusy, "calendars.problem.server", agendaui.Failing},
	"remote.ErrServer":         {remote.ErrServer, "calendars.problem.server", agendaui.Failing},
	"remote.ErrNotCalendar":    {remote.ErrNotCalendar, "calendars.problem.unreadable", agendaui.Unreadable},
	"calendar.ErrNotCalendar":  {calendar.ErrNotCalendar, "calendars.problem.unreadable", agendaui.Unreadable},
	"calendar.ErrTooLarge":     {calendar.ErrTooLarge, "calendars.problem.large", agendaui.Failing},
	"calendar.ErrTooMany":      {calendar.ErrTooMany, "calendars.problem.large", agendaui.Failing},
	"agenda.ErrFileMissing":    {agenda.ErrFileMissing, "calendars.problem.file-missing", agendaui.Missing},
	"agenda.ErrFileUnreadable": {agenda.ErrFileUnreadable, "calendars.problem.file-unreadable", agendaui.Unreadable},
	"agenda.ErrAlready":        {agenda.ErrAlready, "calendars.problem.already", agendaui.Failing},
	"agenda.ErrFailed":         {agenda.ErrFailed, "calendars.problem.server", agendaui.Failing},
	// A screen reaches this only while the program ends.
	"agenda.ErrEnded": {agenda.ErrEnded, unknown, agendaui.Failing},
}

func TestEveryCalendarErrorHasItsWords(t *testing.T) {
	for name, e := range toldErrors {
		t.Run(name, func(t *testing.T) {
			err := fmt.Errorf("fetching: %w", e.err)
			if got := calendarProblem(err); got != e.key {
				t.Errorf("the words are %s, want %s", got, e.key)
			}
			if got := troubleOf(err); got != e.sign {
				t.Errorf("the sign is %v, want %v", got, e.sign)
			}
			for _, l := range locales.Languages() {
				if !loadTexts(t, l).Has(e.key) {
					t.Errorf("there are no words for %s in %q", e.key, l)
				}
			}
		})
	}
	if troubleOf(nil) != agendaui.Fine {
		t.Error("what is well has a sign")
	}
	if got := calendarProblem(credentials.ErrLocked); got != "problem.keyring-locked" {
		t.Errorf("a locked keyring is told as %s", got)
	}
}

func TestNoCalendarErrorIsForgotten(t *testing.T) {
	found := 0
	for _, folder := range []string{"../meetings/calendar", "../meetings/calendar/remote", "../meetings/agenda"} {
		for _, name := range exportedErrors(t, folder) {
			found++
			if _, known := toldErrors[name]; !known {
				t.Errorf("%s is not accounted for", name)
			}
		}
	}
	if found != len(toldErrors) {
		t.Errorf("%d errors were found in the code, and %d are accounted for", found, len(toldErrors))
	}
}

// keeping runs the agenda of a shell, which the tests' shells do not by
// themselves, and waits until it has read what there is.
func keeping(t *testing.T, s *testShell) {
	t.Helper()
	views := make(chan agenda.View, 16)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := s.agenda.Run(s.ctx, func(v agenda.View) {
			s.do(func() { s.view = v; s.show() })
			select {
			case views <- v:
			default:
			}
		}, func(agenda.Meeting) {}); err != nil {
			t.Error(err)
		}
	}()
	t.Cleanup(func() { <-ended })
	for v := range views {
		if v.Loaded {
			return
		}
	}
}

// What the browser shows of a Nextcloud tells where the account is.
func TestAnAccountIsLookedForBesideThePageOfItsCalendar(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	said := ""
	s.findCalendars(calendars.Account{Server: "https://127.0.0.1:1/apps/calendar/", User: "kari", Password: "hemmelig"},
		func(_ []calendars.Found, problem string) { said = problem })
	s.settled()
	if want := s.texts.Text("calendars.problem.unreachable"); said != want {
		t.Errorf("it says %q, want %q", said, want)
	}
}

func TestAFileThatIsNoCalendar(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	keeping(t, s)
	path := filepath.Join(t.TempDir(), "bilde.ics")
	if err := os.WriteFile(path, []byte("\x89PNG\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.openPaths([]string{path})
	s.settled()
	if len(s.view.Calendars) != 0 || s.noted == nil || s.noted.key != "calendars.problem.file-not-calendar" {
		t.Errorf("there are %d calendars, and the notice is %v", len(s.view.Calendars), s.noted)
	}
}

func TestACalendarFileIsAddedAndTakenAway(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	keeping(t, s)
	path := filepath.Join(t.TempDir(), "jobb.ics")
	start := time.Now().UTC().Add(time.Hour)
	content := strings.Join([]string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Prøve//NO", "BEGIN:VEVENT", "UID:1@firma.no", "DTSTAMP:20261101T080000Z",
		"DTSTART:" + start.Format("20060102T150405Z"), "DTEND:" + start.Add(time.Hour).Format("20060102T150405Z"),
		"SUMMARY:Morgenmøte", "LOCATION:" + zoomLink, "END:VEVENT", "END:VCALENDAR", "",
	}, "\r\n")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	s.openPaths([]string{path})
	s.settled()
	if s.page != calendarsPage || len(s.view.Calendars) != 1 || s.view.Calendars[0].Kind != meetings.File {
		t.Fatalf("the page is %s with %d calendars", s.page, len(s.view.Calendars))
	}
	if shown := s.agendaModel(time.Now()); len(shown.Meetings) != 1 || shown.Meetings[0].Service != "Zoom" || shown.Meetings[0].Place != "" {
		t.Errorf("home shows %+v", shown.Meetings)
	}
	s.removeCalendar(s.view.Calendars[0].ID)
	s.settled()
	if len(s.view.Calendars) != 0 || s.undo == nil {
		t.Fatalf("after removing it there are %d, undo %v", len(s.view.Calendars), s.undo != nil)
	}
	s.undoLast()
	s.settled()
	if len(s.view.Calendars) != 1 {
		t.Error("undoing does not bring it back")
	}
}
