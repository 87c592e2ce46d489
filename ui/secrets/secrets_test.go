package secrets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

// shown is a screen in a window, and what it has asked for.
type shown struct {
	*Screen
	asked []string
}

func newScreen(t *testing.T) *shown {
	t.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
	s := &shown{}
	ask := func(what string) func() { return func() { s.asked = append(s.asked, what) } }
	s.Screen = New(texts, Actions{
		Delete: func(e Entry) { s.asked = append(s.asked, "delete "+e.Name) }, DeleteAll: ask("delete all"),
		Try: ask("try"), LookAgain: ask("look again"), KeepInside: ask("keep inside"),
	})
	test.NewTempWindow(t, s.Object()).Resize(fyne.NewSize(900, 700))
	return s
}

// buttons are those that can be pressed, by what stands on them.
func (s *shown) buttons() map[string][]*widget.Button {
	found := map[string][]*widget.Button{}
	for _, o := range test.LaidOutObjects(s.Object()) {
		if b, ok := o.(*widget.Button); ok && !b.Disabled() {
			found[b.Text] = append(found[b.Text], b)
		}
	}
	return found
}

func (s *shown) says(words string) bool {
	return strings.Contains(test.RenderObjectToMarkup(s.Object()), words)
}

var entries = []Entry{
	{Name: "organisation-key/1", Title: "Signeringsnøkkelen til Fjord", Loss: "Kan ikke lages på nytt."},
	{Name: "calendar/2", Title: "Kalenderen Jobb"},
}

func TestWhatCanBeDone(t *testing.T) {
	for name, test := range map[string]struct {
		model Model
		want  []string
	}{
		"not asked yet":    {Model{}, nil},
		"nothing kept":     {Model{Keyring: Ready}, []string{"Test nøkkelringen"}},
		"one entry":        {Model{Keyring: Ready, Entries: entries[1:]}, []string{"Slett", "Test nøkkelringen"}},
		"two entries":      {Model{Keyring: Ready, Entries: entries}, []string{"Slett", "Slett alt", "Test nøkkelringen"}},
		"at work":          {Model{Keyring: Ready, Entries: entries, Busy: true}, nil},
		"no keyring":       {Model{Keyring: Missing}, []string{"Husk dem til jeg lukker programmet", "Prøv igjen"}},
		"locked":           {Model{Keyring: Troubled, Trouble: "Nøkkelringen er låst."}, []string{"Prøv igjen", "Test nøkkelringen"}},
		"kept for the run": {Model{Keyring: Memory, Entries: entries[1:]}, []string{"Slett"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newScreen(t)
			s.Show(test.model)
			var got []string
			for words := range s.buttons() {
				got = append(got, words)
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("there are %q, want %q", got, test.want)
			}
			if test.model.Trouble != "" && !s.says(test.model.Trouble) {
				t.Error("it does not say what is wrong")
			}
		})
	}
}

func TestEveryButtonAsks(t *testing.T) {
	s := newScreen(t)
	press := func(words string, which int) {
		t.Helper()
		test.Tap(s.buttons()[words][which])
	}
	s.Show(Model{Keyring: Ready, Entries: entries})
	press("Slett", 1)
	press("Slett alt", 0)
	press("Test nøkkelringen", 0)
	s.Show(Model{Keyring: Missing})
	press("Prøv igjen", 0)
	press("Husk dem til jeg lukker programmet", 0)
	if want := []string{"delete calendar/2", "delete all", "try", "look again", "keep inside"}; !slices.Equal(s.asked, want) {
		t.Errorf("asked for %q, want %q", s.asked, want)
	}
}

func TestWhatCameOfTrying(t *testing.T) {
	s := newScreen(t)
	for _, tried := range []Model{{Keyring: Ready, Tried: "Gikk bra.", Works: true}, {Keyring: Ready, Tried: "Er låst."}} {
		s.Show(tried)
		if !s.says(tried.Tried) {
			t.Errorf("%q is not shown", tried.Tried)
		}
	}
	before := s.body.Objects[0]
	s.Show(Model{Keyring: Ready, Tried: "Er låst."})
	if s.body.Objects[0] != before {
		t.Error("it was built again for nothing, and the keys lost their place")
	}
}

// Whoever tries the keyring by keyboard goes on from that button.
func TestTryingKeepsTheKeys(t *testing.T) {
	s := newScreen(t)
	s.Show(Model{Keyring: Ready, Entries: entries})
	canvas := fyne.CurrentApp().Driver().CanvasForObject(s.Object())
	canvas.Focus(s.try)
	s.Show(Model{Keyring: Ready, Entries: entries, Busy: true})
	s.Show(Model{Keyring: Ready, Entries: entries, Tried: "Det gikk bra.", Works: true})
	if canvas.Focused() != fyne.Focusable(s.try) {
		t.Errorf("the keys are in %T", canvas.Focused())
	}
	canvas.Unfocus()
	s.Show(Model{Keyring: Ready})
	if canvas.Focused() != nil {
		t.Error("it takes keys that it did not have")
	}
}
