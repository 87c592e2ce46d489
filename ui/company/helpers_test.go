package company

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// made is when the files of these tests were signed.
var made = time.Date(2026, time.May, 1, 12, 0, 0, 0, time.UTC)

// fjord is a company that hands out a bit of everything.
func fjord() organisation.Organisation {
	return organisation.Organisation{
		ID: "fjord", Version: 3, Name: "Fjord Regnskap AS",
		Contacts: []organisation.Contact{
			{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "+47 22 00 00 00"},
			{Role: organisation.ITSupport, Name: "Nordlys IT", Phone: "02800"},
		},
		Routines: map[string]organisation.Text{organisation.RoutineGeneral: {NB: "Ring Kari"}},
		Tools: []organisation.Verdict{
			{Tool: "teams", Name: "Microsoft Teams", Approved: true, Note: organisation.Text{NB: "Til alle møter", EN: "For all meetings"}},
			{Tool: "zoom", Name: "Zoom"},
		},
		Programs: []organisation.Verdict{{Name: "OneDrive", Approved: true}, {Name: "Dropbox"}},
		Items: []organisation.Item{
			{ID: "own-a", Role: "employee", Priority: "must", Title: organisation.Text{NB: "Lås skapet"}},
			{ID: "own-b", Role: "employer", Priority: "nice", Title: organisation.Text{NB: "Ring hver ansatt"}},
		},
		VPN:     organisation.Text{NB: "Koble til før du åpner regnskapet."},
		Rooms:   []organisation.Room{{Name: "Mandagsmøtet", Link: "https://meet.google.com/abc-defg-hij"}},
		Mailbox: "wss://mailbox.fjord.no/v1", STUN: []string{"stun:stun.fjord.no:3478"}, TURN: []string{"turn:turn.fjord.no:3478"},
		Update: "https://www.fjord.no/firma.hjemmekontor",
	}
}

// sign makes the file that a company hands out.
func sign(t *testing.T, o organisation.Organisation) *organisation.File {
	t.Helper()
	key, err := organisation.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	file, err := organisation.Sign(o, key, made)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// shell is what the page has asked for, and what it is answered.
type shell struct {
	asked   []string
	problem string // what goes wrong with every key; "" for nothing
	wait    bool   // with the answer
	answer  func(problem string)
}

func (h *shell) ask(words ...string) { h.asked = append(h.asked, strings.Join(words, " ")) }

func (h *shell) key(what string) func(string, func(string)) {
	return func(passphrase string, done func(string)) {
		h.ask(what, passphrase)
		h.answer = done
		if !h.wait {
			done(h.problem)
		}
	}
}

func (h *shell) actions(canvas func() fyne.Canvas) Actions {
	asks := func(what string) func() { return func() { h.ask(what) } }
	return Actions{
		OpenFile: asks("file"), Fetch: func(text string) { h.ask("fetch", text) }, Remove: asks("remove"),
		Edit: asks("edit"), Publish: asks("publish"),
		BackUpKey: h.key("back up"), RestoreKey: h.key("restore"),
		ChooseBackUp: func(chosen func(string)) { h.ask("choose"); chosen("fjord.hjemmekontor-key") },
		OpenReports:  asks("reports"), OpenContacts: asks("contacts"),
		OpenList: func(role checklists.Role) { h.ask("list", string(role)) },
		Open:     func(url string) { h.ask("open", url) }, Copy: func(text string) { h.ask("copy", text) },
		Focus: func(f fyne.Focusable) { canvas().Focus(f) },
	}
}

// look is how a page is shown.
type look struct {
	language locales.Language
	size     fyne.Size
	scale    float32
}

var usual = look{locales.Norwegian, fyne.NewSize(900, 720), 1}

// newScreen shows the page in a window.
func newScreen(t *testing.T, l look) (*Screen, fyne.Window, *shell) {
	t.Helper()
	texts, err := locales.Load(l.language)
	if err != nil {
		t.Fatal(err)
	}
	guide, err := tools.Load()
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: l.scale}))
	h := &shell{}
	var w fyne.Window
	s := New(texts, guide, h.actions(func() fyne.Canvas { return w.Canvas() }))
	w = test.NewTempWindow(t, s.Object())
	w.Resize(l.size)
	return s, w, h
}

// press goes by keyboard to the button, or the line, with these words and
// presses it.
func press(t *testing.T, w fyne.Window, words string) {
	t.Helper()
	if !reach(w, words) {
		t.Fatalf("the keyboard leads to nothing that says %q", words)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
}

// reach goes by keyboard to what says these words, and tells whether there is
// such a thing that can be pressed.
func reach(w fyne.Window, words string) bool {
	const most = 60
	for range most {
		w.Canvas().FocusNext()
		switch focused := w.Canvas().Focused().(type) {
		case *widget.Button:
			if focused.Text == words {
				return true
			}
		case *widgets.Disclosure:
			if strings.Contains(said(focused), words) {
				return true
			}
		}
	}
	return false
}

var markup = regexp.MustCompile(`<[^>]*>`)

// said is the words that an object shows.
func said(o fyne.CanvasObject) string {
	return strings.Join(strings.Fields(html.UnescapeString(markup.ReplaceAllString(test.RenderObjectToMarkup(o), " "))), " ")
}

func (h *shell) wants(t *testing.T, asked ...string) {
	t.Helper()
	if !slices.Equal(h.asked, asked) {
		t.Errorf("asked for %q, want %q", h.asked, asked)
	}
}

// tells checks that a page shows some words and not others.
func tells(t *testing.T, s *Screen, words []string, not ...string) {
	t.Helper()
	all := said(s.Object())
	for _, wanted := range words {
		if !strings.Contains(all, wanted) {
			t.Errorf("the page does not say %q", wanted)
		}
	}
	for _, unwanted := range not {
		if strings.Contains(all, unwanted) {
			t.Errorf("the page says %q", unwanted)
		}
	}
}
