package launcher

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/agenda"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// shell answers the page as the app's does.
type shell struct {
	asked  []string
	known  map[string]Recognised // what texts are; all others hold no link
	refuse string                // the words for why nothing can be kept or joined
	fails  bool                  // nothing can be opened
	copied string                // what is on the clipboard
}

func (h *shell) say(format string, a ...any) { h.asked = append(h.asked, fmt.Sprintf(format, a...)) }

// asks gives what the page has asked for, and forgets it.
func (h *shell) asks() string {
	said := strings.Join(h.asked, "; ")
	h.asked = nil
	return said
}

func (h *shell) recognise(text string) Recognised {
	if r, ok := h.known[text]; ok {
		return r
	}
	if strings.TrimSpace(text) == "" {
		return Recognised{Problem: Empty}
	}
	return Recognised{Problem: NoLink}
}

func (h *shell) actions(canvas func() fyne.Canvas) Actions {
	with := func(what string) func(string) { return func(of string) { h.say("%s %s", what, of) } }
	just := func(what string) func() { return func() { h.say("%s", what) } }
	return Actions{
		Recognise: h.recognise,
		Open: func(text string, way Way, done func(bool)) {
			h.say("open %s in %s", text, way)
			done(!h.fails)
		},
		Call: func(text string) string {
			h.say("call %s", text)
			return h.refuse
		},
		CopyNumber: with("copy number"), CopyPasscode: with("copy passcode"),
		Keep: func(text, name string, done func(string)) {
			h.say("keep %s as %s", text, name)
			if h.refuse == "" {
				r := h.known[text]
				r.Kept = true
				h.known[text] = r
			}
			done(h.refuse)
		},
		Clipboard: func() string { return h.copied },
		Focus:     func(f fyne.Focusable) { canvas().Focus(f) },
		Agenda: agenda.Actions{
			Join: with("join"), AddCalendar: just("add calendar"), Calendars: just("calendars"), Fetch: just("fetch"),
		},
		Outcome:       agenda.OutcomeActions{OpenInBrowser: just("browser"), CopyLink: just("copy link"), Dismiss: just("dismiss")},
		StartCall:     just("start"),
		OpenFavourite: func(id string, way Way) { h.say("favourite %s %s", id, way) },
		CopyFavourite: with("copy"),
		MoveFavourite: func(id string, to int) { h.say("move %s to %d", id, to) },
		RenameFavourite: func(id, name string, done func(string)) {
			h.say("rename %s to %s", id, name)
			done(h.refuse)
		},
		RemoveFavourite: with("remove"), OpenRoom: with("room"),
		OpenRecent: with("recent"), KeepRecent: with("keep recent"), ForgetRecent: with("forget"), ForgetAll: just("forget all"),
		NewMeeting: with("new"), SetWay: func(tool string, way Way) { h.say("way %s %s", tool, way) },
	}
}

// newScreen shows the page in a window.
func newScreen(t *testing.T) (*Screen, fyne.Window, *shell) {
	t.Helper()
	return newScreenIn(t, locales.Norwegian, theme.Choice{Appearance: theme.Light, TextScale: 1})
}

func newScreenIn(t *testing.T, language locales.Language, look theme.Choice) (*Screen, fyne.Window, *shell) {
	t.Helper()
	texts, err := locales.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(look))
	h := &shell{known: invitations()}
	var w fyne.Window
	s := New(texts, h.actions(func() fyne.Canvas { return w.Canvas() }))
	w = test.NewTempWindow(t, s.Object())
	w.Resize(fyne.NewSize(1100, 720))
	return s, w, h
}

// The texts that are recognised in these tests.
const (
	zoom    = "https://zoom.us/j/92345678901?pwd=x"
	meet    = "https://meet.google.com/abc-defg-hij"
	skype   = "https://join.skype.com/abc"
	ours    = "hjemmekontor:call/7-fjord-brunost?at=192.0.2.7:4000"
	unknown = "https://example.com/room/4"
)

func invitations() map[string]Recognised {
	return map[string]Recognised{
		zoom: {
			Service: "Zoom", Number: "923 4567 8901", Passcode: "123456", PasscodeIncluded: true, HasApp: true, Way: App,
			Verdict: Unapproved, Company: "Fjordbygg AS", Note: "Bruk Teams.",
		},
		meet:    {Service: "Google Meet", Way: Browser, Verdict: Approved, Company: "Fjordbygg AS"},
		skype:   {Service: "Skype", Kind: Retired},
		ours:    {Kind: Call},
		unknown: {Problem: UnknownService, Host: "example.com"},
	}
}

var morning = time.Date(2026, time.November, 23, 8, 55, 0, 0, time.Local)

// full is what the page shows to somebody who has used it for a while.
func full() Model {
	at := func(day, hour, minute int) time.Time {
		return time.Date(2026, time.November, 23+day, hour, minute, 0, 0, time.Local)
	}
	return Model{
		Company: "Fjordbygg AS",
		Agenda: agenda.Model{
			Now: morning, Loaded: true, Shortcut: "b",
			Calendars: []agenda.Calendar{{Name: "Jobb", Where: "outlook.office365.com", Fetched: at(-1, 16, 10), Trouble: agenda.Unreachable}},
			Meetings: []agenda.Meeting{
				{ID: "d", Start: at(0, 0, 0), End: at(1, 0, 0), AllDay: true, Title: "Planleggingsdag på skolen", Free: true},
				{ID: "a", Start: at(0, 8, 30), End: at(0, 9, 15), Title: "Morgenmøte", Service: "Microsoft Teams", Organiser: "Kari Nordmann", Joinable: true, Answer: agenda.Accepted},
				{ID: "b", Start: at(0, 9, 0), End: at(0, 9, 45), Title: "Tilbud til kommunen: gjennomgang av kalkylen", Service: "Zoom", Place: "Møterom Brunost", Organiser: "Ola Hansen", Joinable: true, Answer: agenda.Tentative},
				{ID: "c", Start: at(0, 12, 0), End: at(0, 13, 0), Title: "Lunsjforedrag", Place: "Kantina", Cancelled: true},
				{ID: "e", Start: at(0, 14, 0), End: at(0, 15, 0), Title: "Samtale med leverandør", Service: "Skype", Retired: true, Joinable: true},
				{ID: "f", Start: at(1, 10, 0), End: at(1, 11, 0), Title: "Byggemøte", Service: "Microsoft Teams", Joinable: true, Answer: agenda.Unanswered},
				{ID: "g", Start: at(3, 13, 0), End: at(3, 14, 0), Title: "Personalmøte", Service: "Microsoft Teams", Joinable: true, Answer: agenda.Declined},
			},
		},
		Favourites: []Favourite{
			{ID: "1", Name: "Mandagsmøtet", Service: "Microsoft Teams", Number: "312 456 789 01"},
			{ID: "2", Name: "Styret", Service: "Zoom", Number: "923 4567 8901", Verdict: Unapproved},
			{ID: "3", Name: "Byggeplassen på Nesttun", Service: "Whereby"},
		},
		Rooms: []Room{{Name: "Storstua", Link: "https://meet.fjordbygg.no/storstua", Service: "meet.fjordbygg.no"}},
		Recent: []Recent{
			{ID: "r1", Service: "Zoom", Number: "812 3344 5566", At: at(-1, 14, 2)},
			{ID: "r2", Name: "Byggemøte", Service: "Microsoft Teams", At: at(-4, 10, 0)},
		},
		Tools: []Tool{
			{ID: "zoom", Name: "Zoom", HasApp: true, Way: App, Startable: true, Verdict: Unapproved},
			{ID: "teams", Name: "Microsoft Teams", HasApp: true, Way: Browser, Startable: true},
			{ID: "meet", Name: "Google Meet", Way: Browser, Startable: true},
			{ID: "webex", Name: "Cisco Webex", HasApp: true, Way: Browser, Startable: true},
		},
	}
}

// press goes by keyboard to the button with these words and presses it.
func press(t *testing.T, w fyne.Window, words string) {
	t.Helper()
	const most = 120
	for range most {
		w.Canvas().FocusNext()
		if b, ok := w.Canvas().Focused().(*widget.Button); ok && b.Text == words {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return
		}
	}
	t.Fatalf("the keyboard leads to no button %q", words)
}

// said is all that can be read, in order; a text that wraps is whole.
func said(o fyne.CanvasObject) string {
	var all []string
	for _, o := range test.LaidOutObjects(o) {
		switch o := o.(type) {
		case *widgets.Text:
			all = append(all, o.String())
		case *widget.Button:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, "\n")
}

func shows(o fyne.CanvasObject, words string) bool { return strings.Contains(said(o), words) }
