package calendars

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// shown is a screen in a window, what it has asked for, and how it is answered.
type shown struct {
	*Screen
	window fyne.Window
	asked  []string
	refuse string
	found  []Found
	held   func(string) // the answer to adding an address, while it waits
	slow   bool         // it waits
}

func newScreen(t *testing.T) *shown {
	t.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
	s := &shown{}
	ask := func(format string, args ...any) { s.asked = append(s.asked, fmt.Sprintf(format, args...)) }
	s.Screen = New(texts, Actions{
		ChooseFile: func() { ask("choose a file") },
		AddAddress: func(address, name, me string, done func(string)) {
			ask("add %s as %q for %q", address, name, me)
			if s.held = done; !s.slow {
				done(s.refuse)
			}
		},
		Find: func(a Account, done func([]Found, string)) {
			ask("find at %s for %s", a.Server, a.User)
			done(s.found, s.refuse)
		},
		AddFound: func(a Account, chosen []Found, done func(string)) {
			ask("add %v of %s", chosen, a.Server)
			done(s.refuse)
		},
		Rename: func(id, name string) { ask("call %s %s", id, name) }, Hide: func(id string, hide bool) { ask("hide %s: %v", id, hide) },
		Remove: func(id string) { ask("remove %s", id) }, Refresh: func() { ask("refresh") },
		SetMinutes: func(n int) { ask("remind %d minutes before", n) }, OpenKeyring: func() { ask("open the keyring") },
		Focus: func(f fyne.Focusable) { s.window.Canvas().Focus(f) },
	})
	s.window = test.NewTempWindow(t, s.Object())
	s.window.Resize(fyne.NewSize(900, 1600))
	return s
}

// press presses the nth button with some words on it.
func (s *shown) press(t *testing.T, words string, n int) {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.Object()) {
		if b, ok := o.(*widget.Button); ok && b.Visible() && b.Text == words {
			if n == 0 {
				test.Tap(b)
				return
			}
			n--
		}
	}
	t.Fatalf("there is no button %q", words)
}

func (s *shown) says(words string) bool {
	return strings.Contains(test.RenderObjectToMarkup(s.Object()), words)
}

// check compares what was asked for since the last time.
func (s *shown) check(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(s.asked, want) {
		t.Errorf("asked for %q, want %q", s.asked, want)
	}
	s.asked = nil
}

var two = []Calendar{
	{ID: "1", Name: "Jobb", Where: "outlook.office365.com", State: "Hentet kl. 09:10"},
	{ID: "2", Name: "Kor", Where: "kor.ics", State: "Lest i går", Wrong: "Filen er borte.", Hidden: true},
}

func TestWithoutCalendarsOnlyAddingIsOffered(t *testing.T) {
	s := newScreen(t)
	s.Show(Model{})
	if s.says("Kalenderne dine") || s.says("Varsel før møter") || !s.says("Legg til kalender") {
		t.Error("a new user is not led straight to adding a calendar")
	}
}

func TestWhatCanBeDoneWithACalendar(t *testing.T) {
	s := newScreen(t)
	s.Show(Model{Calendars: two, Minutes: 5})
	if !s.says("Filen er borte.") || !s.says("Kor (skjult)") {
		t.Error("it does not say how the calendars are doing")
	}
	s.press(t, "Skjul", 0)
	s.press(t, "Vis", 0)
	s.press(t, "Fjern", 1)
	s.press(t, "Hent på nytt", 0)
	s.press(t, "15 minutter", 0)
	s.press(t, "Endre navn", 0)
	s.press(t, "Lagre", 0)
	s.check(t, "hide 1: true", "hide 2: false", "remove 2", "refresh", "remind 15 minutes before")
	s.Show(Model{Calendars: two, Minutes: 5, Busy: true})
	if !s.says("Henter …") {
		t.Error("it does not say that it is fetching")
	}
}

func TestAddingAnAddress(t *testing.T) {
	s := newScreen(t)
	s.Show(Model{})
	const secret = "https://kalender.firma.no/hemmelig.ics"
	s.add.address.address.SetText(secret)
	s.add.address.name.SetText("Jobb")
	s.refuse = "Serveren svarer ikke."
	s.press(t, "Koble til", 0)
	if !s.says(s.refuse) || s.add.address.address.Text != secret {
		t.Error("what went wrong is not said, or what was typed is lost")
	}
	if s.says(secret) {
		t.Error("the address can be read over the user's shoulder")
	}
	s.refuse = ""
	s.press(t, "Koble til", 0)
	s.check(t, "add "+secret+` as "Jobb" for ""`, "add "+secret+` as "Jobb" for ""`)
	if s.Typed() != (Typed{Kind: byAddress}) {
		t.Errorf("after it was added there stands %+v", s.Typed())
	}
}

func TestAddingFromAnAccount(t *testing.T) {
	s := newScreen(t)
	s.Show(Model{})
	s.press(t, "Konto (CalDAV)", 0)
	s.add.account.server.SetText("sky.firma.no")
	s.add.account.user.SetText("kari")
	s.add.account.password.SetText("app-passord")
	s.found = []Found{{"Jobb", "/1"}, {"Kor", "/2"}}
	s.press(t, "Finn kalendere", 0)
	var ticks []*widgets.Tick
	for _, c := range s.add.account.ticks {
		ticks = append(ticks, c.tick)
	}
	for _, tick := range ticks {
		test.Tap(tick)
	}
	s.press(t, "Legg til valgte", 0)
	if !s.says("Velg minst én kalender.") {
		t.Error("it does not say that none is chosen")
	}
	test.Tap(ticks[1])
	s.press(t, "Legg til valgte", 0)
	s.check(t, "find at sky.firma.no for kari", "add [{Kor /2}] of sky.firma.no")
	if s.add.account.password.Text != "" || s.says("Hvilke vil du ha med?") {
		t.Error("the password or the choice stays on the screen")
	}
}

func TestWhatWasFoundIsForgottenWithTheFields(t *testing.T) {
	s := newScreen(t)
	s.Show(Model{})
	s.press(t, "Konto (CalDAV)", 0)
	s.found = []Found{{"Jobb", "/1"}}
	s.press(t, "Finn kalendere", 0)
	if !s.says("Hvilke vil du ha med?") {
		t.Fatal("the account's calendars are not shown")
	}
	if s.add.account.find.Visible() {
		t.Error("there are two things to press")
	}
	s.add.account.user.SetText("ola")
	if s.says("Hvilke vil du ha med?") || !s.add.account.find.Visible() {
		t.Error("another user's calendars stay on the screen")
	}
}

func TestNoKeyringIsSaidWhereItMatters(t *testing.T) {
	s := newScreen(t)
	s.Show(Model{NoKeyring: "Ingen nøkkelring."})
	if !s.says("Ingen nøkkelring.") {
		t.Error("it does not say that the address cannot be kept")
	}
	s.press(t, "Om nøkkelringen", 0)
	s.press(t, "Fil", 0)
	if s.says("Ingen nøkkelring.") {
		t.Error("a file needs no keyring")
	}
	s.press(t, "Velg fil …", 0)
	s.check(t, "open the keyring", "choose a file")
}

func TestWhatIsTypedSurvives(t *testing.T) {
	s := newScreen(t)
	s.Show(Model{})
	want := Typed{Kind: byAccount, Address: "https://x", Name: "Jobb", Me: "kari@firma.no", Server: "sky", User: "kari"}
	s.Restore(want)
	s.Show(Model{Calendars: two})
	if got := s.Typed(); got != want {
		t.Errorf("there stands %+v, want %+v", got, want)
	}
}

// A calendar that is fetched in the meantime takes neither the name that is
// being typed nor the keys.
func TestRenaming(t *testing.T) {
	tests := []struct {
		name string
		do   func(s *shown)
		want []string
	}{
		{"enter", func(s *shown) { s.renaming.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }, []string{"call 1 Jobben"}},
		{"escape", func(s *shown) { s.renaming.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newScreen(t)
			s.Show(Model{Calendars: two})
			s.press(t, "Endre navn", 0)
			s.renaming.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
			test.Type(s.renaming.entry, "en")
			s.Show(Model{Calendars: two, Busy: true})
			if s.renaming.entry.Text != "Jobben" || s.window.Canvas().Focused() != fyne.Focusable(s.renaming.entry) {
				t.Errorf("there stands %q, and the keys are in %T", s.renaming.entry.Text, s.window.Canvas().Focused())
			}
			tt.do(s)
			s.check(t, tt.want...)
			if s.renaming != nil || s.focused() != "rename 1" {
				t.Errorf("the keys are on %q", s.focused())
			}
		})
	}
}

func TestTheKeysStayWhereTheyAre(t *testing.T) {
	s := newScreen(t)
	s.Show(Model{Calendars: two})
	s.window.Canvas().Focus(s.buttons["hide 1"])
	hidden := slices.Clone(two)
	hidden[0].Hidden = true
	s.Show(Model{Calendars: hidden})
	if s.focused() != "hide 1" {
		t.Errorf("the keys are on %q", s.focused())
	}
}

func TestAnAddressIsAddedOnce(t *testing.T) {
	s := newScreen(t)
	s.Show(Model{})
	s.slow = true
	s.add.address.address.SetText("https://sky.firma.no/a.ics")
	s.add.address.submit()
	s.add.address.submit()
	s.check(t, `add https://sky.firma.no/a.ics as "" for ""`)
	s.held("Serveren svarer ikke.")
	s.slow = false
	s.add.address.submit()
	s.check(t, `add https://sky.firma.no/a.ics as "" for ""`)
}
