package ui

import (
	"context"
	"strings"
	"testing"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui/instance"
	"hjemmekontor/ui/launcher"

	agendaui "hjemmekontor/ui/agenda"
)

// goOn opens what is on its way, past what is worth checking first.
func (s *testShell) goOn() {
	s.settled()
	if s.window.Canvas().Overlays().Top() != nil {
		s.press()
		s.settled()
	}
}

// A new meeting whose app did not come can be begun in the browser.
func TestANewMeetingIsPointedOutAndBegunOnceMore(t *testing.T) {
	s, fake := newMeetingShell(t, "msteams")
	s.newMeeting("teams")
	s.settled()
	if len(fake.opened) != 0 {
		t.Error("the first meeting in Teams is begun with nothing said")
	}
	s.goOn()
	s.afterOpening().OpenInBrowser()
	s.settled()
	const page = "https://teams.microsoft.com/l/meeting/new"
	if got := strings.Join(fake.opened, " "); got != "msteams:/l/meeting/new "+page {
		t.Errorf("opened are %s", got)
	}
	if s.outcome.Happened != agendaui.InBrowser {
		t.Errorf("the page says %v", s.outcome.Happened)
	}
	s.afterOpening().CopyLink()
	if got := s.app.Clipboard().Content(); got != page {
		t.Errorf("copied is %q", got)
	}
}

// The shortcut may be pressed again while there is something to read.
func TestOneSheetAtATime(t *testing.T) {
	s, fake := newMeetingShell(t)
	const teams = "https://teams.microsoft.com/meet/3211234567890?p=Qw12Er"
	s.openText(teams, "", func(bool) {})
	s.openText(teams, "", func(bool) {})
	s.settled()
	if n := len(s.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d sheets lie over the window", n)
	}
	s.goOn()
	if len(fake.opened) != 1 {
		t.Errorf("%d are opened", len(fake.opened))
	}
}

// What was waved aside stays so, however long it takes until that is saved.
func TestPointedOutOnceOnASlowDisk(t *testing.T) {
	s, _ := newMeetingShell(t)
	const teams = "https://teams.microsoft.com/meet/3211234567890?p=Qw12Er"
	s.openText(teams, "", func(bool) {})
	saved := make(chan struct{})
	s.worker.do(func() { <-saved })
	s.press()
	s.openText(teams, "", func(bool) {})
	if s.window.Canvas().Overlays().Top() != nil {
		t.Error("it is pointed out again")
	}
	close(saved)
	s.settled()
}

// Who goes to another page while a meeting is on its way stays there.
func TestToldWhereTheUserIs(t *testing.T) {
	s, fake := newMeetingShell(t, "zoommtg")
	s.open(Contacts)
	s.openText(zoomLink, "", func(bool) {})
	if s.page != Meetings {
		t.Errorf("the user sees %s while the meeting is on its way", s.page)
	}
	s.open(Settings)
	s.settled()
	if len(fake.opened) != 1 || s.page != Settings {
		t.Errorf("%d are opened, and the user is taken to %s", len(fake.opened), s.page)
	}
	if !s.toast.object.Visible() || !shows(s.toast.object, s.outcome.Words(s.texts)) {
		t.Error("nothing is said")
	}
}

// approving has a company approve of one tool and no other.
func (s *testShell) approving(t *testing.T, tool, name string) {
	t.Helper()
	held := fjord()
	held.Tools = []organisation.Verdict{{Tool: tool, Name: name, Approved: true}}
	s.takeCompany(sign(t, held, newKey(t)), func() {})
	s.settled()
}

// What was waved aside for one host nobody knows is said of the next.
func TestEveryUnknownHostIsPointedOut(t *testing.T) {
	s, fake := newMeetingShell(t)
	s.approving(t, "zoom", "Zoom")
	for i, host := range []string{"video.eksempel.no", "video.eksempel.com"} {
		s.openText("https://"+host+"/rom", "", func(bool) {})
		s.settled()
		if len(fake.opened) != i {
			t.Errorf("%s is opened with nothing said", host)
		}
		s.goOn()
	}
}

// A favourite whose link needs its passcode is the service's all the same.
func TestAFavouriteShowsItsService(t *testing.T) {
	s, _ := newMeetingShell(t)
	s.approving(t, "teams", "Teams")
	s.keepText("https://teams.microsoft.com/meet/3211234567890?p=hemmelig", "Ukemøte", func(string) {})
	s.settled()
	got := s.favouritesShown()[0]
	if got.Service != "Microsoft Teams" || got.Number == "" || got.Verdict != launcher.Approved {
		t.Errorf("the favourite is shown as %+v", got)
	}
}

// Where links differ in nothing but their keys, nobody can tell which is kept.
func TestWhatIsAFavourite(t *testing.T) {
	s, _ := newMeetingShell(t)
	for _, kept := range []string{
		"https://firma.webex.com/firma/j.php?MTID=m1", "https://firma.eksempel.no/rom/1", "https://meet.google.com/abc-defg-hij",
	} {
		s.keepText(kept, "Ukemøte", func(string) {})
		s.settled()
	}
	for text, want := range map[string]bool{
		"https://firma.webex.com/firma/j.php?MTID=m2": false,
		"https://firma.eksempel.no/rom/2":             false,
		"https://meet.google.com/abc-defg-hij":        true,
		"https://meet.google.com/abc-defg-hik":        false,
	} {
		if got := s.recogniseText(text).Kept; got != want {
			t.Errorf("%s is a favourite: %v", text, got)
		}
	}
}

// A company that approves of some tools has nothing against the app itself.
func TestNoVerdictOnOurOwnCalls(t *testing.T) {
	s, _ := newMeetingShell(t)
	s.approving(t, "zoom", "Zoom")
	got := s.recogniseText("hjemmekontor:call/7-fjord-brunost?at=192.168.1.5:41234")
	if got != (launcher.Recognised{Kind: launcher.Call}) {
		t.Errorf("a call is taken for %+v", got)
	}
}

// What another start of the program hands over is shown in the window that is
// there, whatever it is.
func TestWhatAnotherStartHandsOver(t *testing.T) {
	for name, test := range map[string]struct {
		message instance.Message
		page    Page
	}{
		"nothing":          {instance.Message{}, Contacts},
		"a page":           {instance.Message{Page: "guide"}, Guide},
		"no page":          {instance.Message{Page: "no-such"}, Contacts},
		"a meeting":        {instance.Message{Link: zoomLink}, Meetings},
		"a damaged call":   {instance.Message{Link: "hjemmekontor:call/7-fjo"}, Meetings},
		"no link":          {instance.Message{Link: "javascript:alert(1)"}, Meetings},
		"a company's file": {instance.Message{Source: "hjemmekontor:organisation?from=https://firma.no/x"}, Company},
	} {
		t.Run(name, func(t *testing.T) {
			s, fake := newMeetingShell(t)
			s.open(Contacts)
			s.arrive(test.message)
			s.settled()
			if s.page != test.page {
				t.Errorf("the window shows %s, want %s", s.page, test.page)
			}
			if len(fake.opened) != 0 {
				t.Errorf("%q are opened before anybody said yes", fake.opened)
			}
		})
	}
}

// Keys are short enough for the store, whatever the host.
func TestKeysAreShort(t *testing.T) {
	host := strings.Repeat("lang.", 50) + "eksempel.no"
	s, _ := newMeetingShell(t)
	key := keyOf(link.Meeting{Name: host}) + "-unapproved"
	s.remember("", func(ctx context.Context, store *meetings.Store) error { return store.SetDismissed(ctx, key, true) })
	s.settled()
	if !s.remembered.dismissed[key] {
		t.Errorf("%q is not remembered", key)
	}
}

// A company may name a tool of the guide by nothing but its name.
func TestTheGuideKnowsAVerdictByName(t *testing.T) {
	s, _ := newMeetingShell(t)
	s.approving(t, "", "zoom")
	if !s.verdicts()["zoom"].Approved || s.launcherVerdict("zoom", "Zoom") != launcher.Approved {
		t.Errorf("the verdicts are %v", s.verdicts())
	}
}
