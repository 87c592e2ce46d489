package editor

import (
	"errors"
	"html"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// fjord is a company that hands out a bit of everything, and some things that
// this version of the program does not know.
func fjord() organisation.Organisation {
	return organisation.Organisation{
		ID: "fjord", Version: 3, Name: "Fjord Regnskap AS",
		Contacts: []organisation.Contact{
			{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "+47 22 00 00 00", When: "Ved mistanke om svindel"},
			{Role: organisation.ITSupport, Name: "Nordlys IT", Phone: "02800", Hours: "Hverdager 8–16"},
			{Role: organisation.Other, Task: "Regnskap", Name: "Ola", Email: "ola@fjord.no"},
		},
		Routines: map[string]organisation.Text{
			organisation.RoutineGeneral: {NB: "Ring Kari\nVent på svar", EN: "Call Kari\nWait"},
			"phishing-clicked":          {NB: "Koble fra nettet"},
			"flood":                     {NB: "Løft maskinen"},
		},
		Tools: []organisation.Verdict{
			{Tool: "teams", Name: "Microsoft Teams", Approved: true, Note: organisation.Text{NB: "Til alle møter", EN: "For all meetings"}},
			{Tool: "zoom", Name: "Zoom"},
			{Tool: "whereby", Name: "Whereby", Approved: true},
		},
		Programs: []organisation.Verdict{{Name: "OneDrive", Approved: true}, {Name: "Dropbox", Note: organisation.Text{NB: "Bruk OneDrive"}}},
		Items: []organisation.Item{
			{ID: "own-a", Role: "employee", Priority: "must", Months: 6, Title: organisation.Text{NB: "Lås skapet", EN: "Lock the cabinet"},
				Why: organisation.Text{NB: "Kundene stoler på oss."}, How: organisation.Text{NB: "Lås\nTa ut nøkkelen"}},
			{ID: "own-b", Role: "employer", Priority: "nice", Months: 5, Title: organisation.Text{NB: "Ring hver ansatt"}},
		},
		VPN:     organisation.Text{NB: "Koble til før du åpner regnskapet."},
		Rooms:   []organisation.Room{{Name: "Mandagsmøtet", Link: "https://meet.google.com/abc-defg-hij"}},
		Mailbox: "wss://mailbox.fjord.no/v1", STUN: []string{"stun:stun.fjord.no:3478"},
		TURN:   []string{"turn:turn.fjord.no:3478", "turns:turn.fjord.no:5349"},
		Server: "https://mote.fjord.no", Update: "https://www.fjord.no/firma.hjemmekontor",
	}
}

// shell answers the editor as the app's does, when the test says so.
type shell struct {
	told      []organisation.Organisation
	removed   []string
	undo      func()
	published int
}

func (h *shell) actions(canvas func() fyne.Canvas) Actions {
	return Actions{
		Change:  func(o organisation.Organisation) { h.told = append(h.told, o) },
		Removed: func(words string, undo func()) { h.removed, h.undo = append(h.removed, words), undo },
		Publish: func() { h.published++ },
		Open:    func(string) {}, Copy: func(string) {},
		Focus: func(f fyne.Focusable) { canvas().Focus(f) },
	}
}

// last is what Change was told last.
func (h *shell) last(t *testing.T) organisation.Organisation {
	t.Helper()
	if len(h.told) == 0 {
		t.Fatal("nothing was told")
	}
	return h.told[len(h.told)-1]
}

// save brings back what was told last, as once it is on disk.
func (h *shell) save(t *testing.T, s *Screen) {
	t.Helper()
	show(s, h.last(t))
}

// show shows an organisation with what is wrong with it.
func show(s *Screen, o organisation.Organisation) {
	var wrong organisation.Problems
	errors.As(o.Normalise().Validate(), &wrong)
	s.Show(o, wrong)
}

// look is how the editor is shown.
type look struct {
	language locales.Language
	size     fyne.Size
	scale    float32
}

var usual = look{locales.Norwegian, fyne.NewSize(900, 720), 1}

func newScreen(t testing.TB, l look) (*Screen, fyne.Window, *shell) {
	t.Helper()
	texts, err := locales.Load(l.language)
	if err != nil {
		t.Fatal(err)
	}
	guide, err := tools.Load()
	if err != nil {
		t.Fatal(err)
	}
	incidents, err := incident.Load()
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: l.scale}))
	h := &shell{}
	var w fyne.Window
	s := New(texts, guide, incidents, h.actions(func() fyne.Canvas { return w.Canvas() }))
	w = test.NewTempWindow(t, s.Object())
	w.Resize(l.size)
	return s, w, h
}

// The sections, in their order.
const (
	firmSection = iota
	contactsSection
	routinesSection
	toolsSection
	itemsSection
	vpnSection
	roomsSection
	serversSection
	previewSection
)

func contactsOf(s *Screen) *list[organisation.Contact] {
	return s.sections[contactsSection].parts[0].(*list[organisation.Contact])
}

func itemsOf(s *Screen) *list[organisation.Item] {
	return s.sections[itemsSection].parts[0].(*list[organisation.Item])
}

func roomsOf(s *Screen) *list[organisation.Room] {
	return s.sections[roomsSection].parts[0].(*list[organisation.Room])
}

// named finds a field by the end of its path.
func named(t *testing.T, fields []*field, path string) *field {
	t.Helper()
	for _, f := range fields {
		if f.path == path {
			return f
		}
	}
	t.Fatalf("there is no field %q", path)
	return nil
}

// write types into a field after what stands there.
func write(w fyne.Window, f *field, words string) {
	w.Canvas().Focus(f.first)
	f.first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	test.Type(f.first, words)
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

func reach(w fyne.Window, words string) bool {
	const most = 80
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

// tells checks that the editor shows some words and not others.
func tells(t *testing.T, s *Screen, words []string, not ...string) {
	t.Helper()
	all := said(s.Object())
	for _, wanted := range words {
		if !strings.Contains(all, wanted) {
			t.Errorf("the editor does not say %q", wanted)
		}
	}
	for _, unwanted := range not {
		if strings.Contains(all, unwanted) {
			t.Errorf("the editor says %q", unwanted)
		}
	}
}

// wants compares two organisations but for what tells files apart.
func wants(t *testing.T, got, want organisation.Organisation) {
	t.Helper()
	if !same(got, want) {
		t.Errorf("got  %+v\nwant %+v", bare(got), bare(want))
	}
}

// marked is the numbers of the sections in which something is said to be wrong.
func marked(s *Screen) []int {
	var numbers []int
	for i, section := range s.sections {
		if section.count > 0 {
			numbers = append(numbers, i)
		}
	}
	return numbers
}

func equal[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}
