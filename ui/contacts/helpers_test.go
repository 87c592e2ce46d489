package contacts

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// shell answers the screen as the app's does: a contact is on disk when the
// test says so.
type shell struct {
	saved  []organisation.Contact
	refuse string // the words for why nothing can be saved, "" if it can
	asked  []string
}

func (h *shell) actions(canvas func() fyne.Canvas) Actions {
	return Actions{
		Save: func(c organisation.Contact, done func(string)) {
			if h.refuse == "" {
				h.saved = append(h.saved, c)
			}
			done(h.refuse)
		},
		Open:  func(url string) { h.asked = append(h.asked, "open "+url) },
		Copy:  func(text string) { h.asked = append(h.asked, "copy "+text) },
		Focus: func(f fyne.Focusable) { canvas().Focus(f) },
		StartDeadline: func(discovered time.Time) {
			h.asked = append(h.asked, "start "+discovered.Format(time.DateTime))
		},
		EndDeadline: func() { h.asked = append(h.asked, "end") },
		Take:        func(form Form) { h.asked = append(h.asked, "take "+string(form)) },
	}
}

// newScreen shows the contacts in a window.
func newScreen(t *testing.T) (*Screen, fyne.Window, *shell) {
	t.Helper()
	return newScreenIn(t, locales.Norwegian, 1)
}

// newScreenIn shows them in a language at a text size.
func newScreenIn(t *testing.T, language locales.Language, scale float32) (*Screen, fyne.Window, *shell) {
	t.Helper()
	texts, err := locales.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	public, err := organisation.PublicContacts()
	if err != nil {
		t.Fatal(err)
	}
	known, err := incident.Load()
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: scale}))
	h := &shell{}
	var w fyne.Window
	s := New(texts, public, known, h.actions(func() fyne.Canvas { return w.Canvas() }))
	w = test.NewTempWindow(t, s.Object())
	w.Resize(fyne.NewSize(1100, 700))
	return s, w, h
}

// own is what the screen shows where there is no company.
func own(contacts ...organisation.Contact) Model { return Model{Now: noon, Own: contacts} }

// noon is when the tests take place.
var noon = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.Local)

// press goes by keyboard to the button with these words and presses it.
func press(t *testing.T, w fyne.Window, words string) {
	t.Helper()
	const most = 150
	for range most {
		w.Canvas().FocusNext()
		if b, ok := w.Canvas().Focused().(*widget.Button); ok && b.Text == words {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return
		}
	}
	t.Fatalf("the keyboard leads to no button %q", words)
}

// write fills in the fields from the one with the cursor on.
func write(t *testing.T, w fyne.Window, values ...string) {
	t.Helper()
	for i, value := range values {
		if i > 0 {
			w.Canvas().FocusNext()
		}
		entry, ok := w.Canvas().Focused().(*widgets.Entry)
		if !ok {
			t.Fatalf("value %d: the cursor is in %T", i, w.Canvas().Focused())
		}
		entry.SetText("")
		test.Type(entry, value)
	}
}

func shows(o fyne.CanvasObject, words string) bool {
	return strings.Contains(test.RenderObjectToMarkup(o), words)
}
