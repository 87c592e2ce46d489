package contacts

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

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
	}
}

// newScreen shows the contacts in a window.
func newScreen(t *testing.T) (*Screen, fyne.Window, *shell) {
	t.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	public, err := organisation.PublicContacts()
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
	h := &shell{}
	var w fyne.Window
	s := New(texts, public, h.actions(func() fyne.Canvas { return w.Canvas() }))
	w = test.NewTempWindow(t, s.Object())
	w.Resize(fyne.NewSize(1100, 700))
	return s, w, h
}

// press goes by keyboard to the button with these words and presses it.
func press(t *testing.T, w fyne.Window, words string) {
	t.Helper()
	const most = 100
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

func shows(c *card, words string) bool {
	return strings.Contains(test.RenderObjectToMarkup(c.object), words)
}

func TestEnteringAContact(t *testing.T) {
	s, w, h := newScreen(t)
	s.Show(nil)
	press(t, w, "Legg inn kontakt")
	write(t, w, " Kari  Nordmann ", "(+47) 22-00-00-00", "kari@firma.no", "Hverdager 8–16")
	press(t, w, "Lagre")
	want := organisation.Contact{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "+47 22 00 00 00", Email: "kari@firma.no", Hours: "Hverdager 8–16"}
	if !slices.Equal(h.saved, []organisation.Contact{want}) {
		t.Errorf("saved %+v, want %+v", h.saved, want)
	}
	c := s.cards[organisation.SecurityOfficer]
	for _, words := range []string{"Kari Nordmann", "+47 22 00 00 00", "kari@firma.no", "Hverdager 8–16", "Endre"} {
		if !shows(c, words) {
			t.Errorf("the card does not show %q", words)
		}
	}
	if len(s.Drafts()) != 0 {
		t.Errorf("still being filled in: %+v", s.Drafts())
	}
}

func TestEnterInTheLastFieldSaves(t *testing.T) {
	s, w, h := newScreen(t)
	s.cards[organisation.ITSupport].edit()
	write(t, w, "Hjelp", "02800", "", "")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := (organisation.Contact{Role: organisation.ITSupport, Name: "Hjelp", Phone: "02800"}); !slices.Equal(h.saved, []organisation.Contact{want}) {
		t.Errorf("saved %+v, want %+v", h.saved, want)
	}
}

func TestProblemsAreSaidFieldByField(t *testing.T) {
	long := strings.Repeat("å", organisation.MaxName+1)
	tests := []struct {
		name   string
		values []string
		fields []organisation.Field
	}{
		{"phone", []string{"Kari", "ring meg", "", ""}, []organisation.Field{organisation.FieldPhone}},
		{"e-mail", []string{"Kari", "", "kari", ""}, []organisation.Field{organisation.FieldEmail}},
		{"name and hours", []string{long, "112", "", long}, []organisation.Field{organisation.FieldName, organisation.FieldHours}},
		{"all", []string{long, "1", "@", long}, []organisation.Field{
			organisation.FieldName, organisation.FieldPhone, organisation.FieldEmail, organisation.FieldHours}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, h := newScreen(t)
			c := s.cards[organisation.SecurityOfficer]
			c.edit()
			write(t, w, tt.values...)
			press(t, w, "Lagre")
			if len(h.saved) != 0 {
				t.Fatalf("saved %+v", h.saved)
			}
			for field, words := range map[organisation.Field]string{
				organisation.FieldName: "Navnet er for langt", organisation.FieldPhone: "Telefonnummeret ser ikke",
				organisation.FieldEmail: "E-postadressen ser ikke", organisation.FieldHours: "Teksten er for lang",
			} {
				if said := shows(c, words); said != slices.Contains(tt.fields, field) {
					t.Errorf("that the %s is wrong is said: %v", field, said)
				}
			}
			if d := s.Drafts(); len(d) != 1 || d[0].Name != tt.values[0] || d[0].Phone != tt.values[1] {
				t.Errorf("what was written has become %+v", d)
			}
		})
	}
}

func TestEmptyingEveryFieldTakesTheContactAway(t *testing.T) {
	for name, begun := range map[string]organisation.Contact{
		"one that was never there": {},
		"one that is there":        {Role: organisation.SecurityOfficer, Name: "Kari", Phone: "112"},
	} {
		t.Run(name, func(t *testing.T) {
			s, w, h := newScreen(t)
			s.Show([]organisation.Contact{begun})
			c := s.cards[organisation.SecurityOfficer]
			c.edit()
			write(t, w, "", " ", "", "")
			press(t, w, "Lagre")
			if want := (organisation.Contact{Role: organisation.SecurityOfficer}); !slices.Equal(h.saved, []organisation.Contact{want}) {
				t.Errorf("saved %+v, want %+v", h.saved, want)
			}
			if !shows(c, "Legg inn kontakt") || shows(c, "Kari") {
				t.Error("the card does not ask for a contact again")
			}
		})
	}
}

func TestWhatTheStoreSaysIsShown(t *testing.T) {
	s, w, h := newScreen(t)
	c := s.cards[organisation.SecurityOfficer]
	c.edit()
	write(t, w, "Kari", "112")
	h.refuse = "Disken er full"
	press(t, w, "Lagre")
	if !shows(c, h.refuse) || len(s.Drafts()) != 1 {
		t.Errorf("it is said: %v, with %d drafts", shows(c, h.refuse), len(s.Drafts()))
	}
	h.refuse = ""
	press(t, w, "Lagre")
	if len(h.saved) != 1 || len(s.Drafts()) != 0 || !shows(c, "112") {
		t.Errorf("the second time saved %+v, with %d drafts", h.saved, len(s.Drafts()))
	}
}

func TestCancelLeavesTheContactAsItWas(t *testing.T) {
	s, w, h := newScreen(t)
	s.Show([]organisation.Contact{{Role: organisation.SecurityOfficer, Name: "Kari", Phone: "112"}})
	c := s.cards[organisation.SecurityOfficer]
	c.edit()
	write(t, w, "Ola")
	press(t, w, "Avbryt")
	if len(h.saved) != 0 || !shows(c, "Kari") || shows(c, "Ola") || len(s.Drafts()) != 0 {
		t.Errorf("saved %+v, drafts %+v", h.saved, s.Drafts())
	}
}

// What is being written survives that the screens are built again.
func TestDraftsAreRestoredInANewScreen(t *testing.T) {
	old, w, _ := newScreen(t)
	old.cards[organisation.ITSupport].edit()
	write(t, w, "Hjelp ", "0", "x", "")
	drafts := old.Drafts()
	s, _, _ := newScreen(t)
	s.Show([]organisation.Contact{{Role: organisation.ITSupport, Name: "Saved before"}})
	s.Restore(drafts)
	want := []organisation.Contact{{Role: organisation.ITSupport, Name: "Hjelp ", Phone: "0", Email: "x"}}
	if !slices.Equal(s.Drafts(), want) || !slices.Equal(drafts, want) {
		t.Errorf("restored %+v of %+v, want %+v", s.Drafts(), drafts, want)
	}
	s.Show(nil) // something else was saved meanwhile
	if !slices.Equal(s.Drafts(), want) {
		t.Errorf("then it is %+v", s.Drafts())
	}
}

func TestSavedContactsCanBeUsed(t *testing.T) {
	tests := []struct {
		button  string
		contact organisation.Contact
		want    string
	}{
		{"Ring", organisation.Contact{Phone: "22 00 00 00"}, "open tel:+4722000000"},
		{"Kopier", organisation.Contact{Phone: "22 00 00 00"}, "copy 22 00 00 00"},
		{"Skriv e-post", organisation.Contact{Email: "kari@firma.no"}, "open mailto:kari@firma.no"},
		{"Kopier", organisation.Contact{Email: "kari@firma.no"}, "copy kari@firma.no"},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			s, w, h := newScreen(t)
			tt.contact.Role = organisation.SecurityOfficer
			s.Show([]organisation.Contact{tt.contact})
			press(t, w, tt.button)
			if !slices.Equal(h.asked, []string{tt.want}) {
				t.Errorf("asked for %q, want %q", h.asked, tt.want)
			}
		})
	}
}

func TestPublicContacts(t *testing.T) {
	s, w, h := newScreen(t)
	shown := test.RenderObjectToMarkup(s.page.Content)
	for _, want := range []string{"112", "02800", "Politiet, nødnummer", "Datatilsynet"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	press(t, w, "Ring") // nothing of the company's is there: the first is the police's
	if !slices.Equal(h.asked, []string{"open tel:112"}) {
		t.Errorf("asked for %q", h.asked)
	}
}
