package home

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// asked is what the screen has asked the shell for.
type asked struct{ what []string }

func (a *asked) actions() Actions {
	say := func(what string) func() { return func() { a.what = append(a.what, what) } }
	return Actions{
		StartCall: say("start a call"), JoinCall: say("join a call"), OpenContacts: say("contacts"),
		OpenList:   func(role checklists.Role) { say("list " + string(role))() },
		OpenItem:   func(role checklists.Role, id string) { say("item " + string(role) + " " + id)() },
		ChooseRole: func(role checklists.Role) { say("role " + string(role))() },
		Open:       func(url string) { say("open " + url)() },
		Copy:       func(text string) { say("copy " + text)() },
	}
}

// newScreen shows the home page in a window.
func newScreen(t *testing.T) (*Screen, fyne.Window, *asked) {
	t.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
	a := &asked{}
	s := New(texts, a.actions())
	w := test.NewTempWindow(t, s.Object())
	w.Resize(fyne.NewSize(1200, 800))
	return s, w, a
}

func items(t *testing.T, role checklists.Role) []checklists.Item {
	t.Helper()
	catalogue, err := checklists.Load()
	if err != nil {
		t.Fatal(err)
	}
	return catalogue.Items(role)
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

func TestGreeting(t *testing.T) {
	s, _, _ := newScreen(t)
	for _, tt := range []struct {
		hour int
		want string
	}{
		{0, "God kveld"}, {4, "God kveld"}, {5, "God morgen"}, {9, "God morgen"}, {10, "Hei"},
		{17, "Hei"}, {18, "God kveld"}, {23, "God kveld"},
	} {
		s.Show(Model{Now: time.Date(2026, time.November, 23, tt.hour, 30, 0, 0, time.Local)})
		if got := s.greeting.String(); got != tt.want {
			t.Errorf("at %d it says %q, want %q", tt.hour, got, tt.want)
		}
	}
	if got := s.date.String(); got != "Mandag 23. november 2026" {
		t.Errorf("the date is %q", got)
	}
}

func TestWhatIsLeft(t *testing.T) {
	list := items(t, checklists.Employee)
	all := func(state checklists.State) map[string]checklists.Mark {
		marks := map[string]checklists.Mark{}
		for _, item := range list {
			marks[item.ID] = checklists.Mark{ItemID: item.ID, State: state}
		}
		return marks
	}
	allButOne := all(checklists.Done)
	delete(allButOne, list[7].ID)
	tests := []struct {
		name  string
		items []checklists.Item
		marks map[string]checklists.Mark
		left  string
		next  int
	}{
		{"nothing done", list, nil, "20 punkter igjen", nextItems},
		{"one left", list, allButOne, "1 punkt igjen", 1},
		{"all done", list, all(checklists.Done), "Alt er gjort. Bra jobbet!", 0},
		{"all set aside", list, all(checklists.NotForMe), "Alt er gjort. Bra jobbet!", 0},
		{"an empty list", nil, nil, "Alt er gjort. Bra jobbet!", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _, _ := newScreen(t)
			s.Show(Model{Role: checklists.Employee, Items: tt.items, Marks: tt.marks})
			if got := s.left.String(); got != tt.left {
				t.Errorf("it says %q, want %q", got, tt.left)
			}
			if got := len(s.next.Objects); got != tt.next {
				t.Errorf("%d items are shown, want %d", got, tt.next)
			}
		})
	}
}

func TestNextItemsLeadToThem(t *testing.T) {
	s, _, a := newScreen(t)
	list := items(t, checklists.Employer)
	s.Show(Model{Role: checklists.Employer, Items: list, Marks: map[string]checklists.Mark{
		list[0].ID: {State: checklists.Done}, list[2].ID: {State: checklists.NotForMe},
	}})
	for _, o := range s.next.Objects {
		test.Tap(o.(*widgets.Disclosure))
	}
	var want []string
	for _, item := range []checklists.Item{list[1], list[3], list[4], list[5], list[6]} {
		want = append(want, "item employer "+item.ID)
	}
	if strings.Join(a.what, ", ") != strings.Join(want, ", ") {
		t.Errorf("they lead to %q, want %q", a.what, want)
	}
}

func TestButtons(t *testing.T) {
	security := organisation.Contact{Role: organisation.SecurityOfficer, Name: "Kari", Phone: "22 00 00 00", Email: "kari@firma.no"}
	support := organisation.Contact{Role: organisation.ITSupport, Email: "hjelp@firma.no"}
	tests := []struct {
		button   string
		contacts []organisation.Contact
		want     string
	}{
		{"Start samtale", nil, "start a call"},
		{"Bli med", nil, "join a call"},
		{"Jeg er arbeidsgiver", nil, "role employer"},
		{"Åpne listen", nil, "list employee"},
		{"Legg inn kontakt", nil, "contacts"},
		{"Ring", []organisation.Contact{security}, "open tel:+4722000000"},
		{"Kopier", []organisation.Contact{security}, "copy 22 00 00 00"},
		{"Skriv e-post", []organisation.Contact{support}, "open mailto:hjelp@firma.no"},
		{"Kopier", []organisation.Contact{support}, "copy hjelp@firma.no"},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			s, w, a := newScreen(t)
			s.Show(Model{Role: checklists.Employee, Items: items(t, checklists.Employee), Contacts: tt.contacts})
			press(t, w, tt.button)
			if len(a.what) != 1 || a.what[0] != tt.want {
				t.Errorf("asked for %q, want %q", a.what, tt.want)
			}
		})
	}
}

func TestNumbersAreInSight(t *testing.T) {
	s, _, _ := newScreen(t)
	s.Show(Model{Contacts: []organisation.Contact{
		{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "22 00 00 00"},
		{Role: organisation.ITSupport}, // emptied
	}})
	shown := test.RenderObjectToMarkup(s.numbers)
	for _, want := range []string{"Kari Nordmann", "22 00 00 00", "Sikkerhetsansvarlig", "IKT-støtte"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	if got := strings.Count(shown, s.texts.Text("contacts.enter")); got != 1 {
		t.Errorf("%d contacts are asked for, want the one that is missing", got)
	}
}

func TestRoleFollowsTheModel(t *testing.T) {
	s, w, a := newScreen(t)
	s.Show(Model{Role: checklists.Employer})
	if s.role.Selected() != string(checklists.Employer) || len(a.what) != 0 {
		t.Errorf("%q is chosen, asked for %q", s.role.Selected(), a.what)
	}
	press(t, w, "Åpne listen")
	if a.what[0] != "list employer" {
		t.Errorf("asked for %q", a.what)
	}
}

// recurring is a list of which every second item comes due again each month.
func recurring() []checklists.Item {
	var list []checklists.Item
	for i := range 8 {
		months := 0
		if i%2 == 1 {
			months = 1
		}
		list = append(list, checklists.Item{
			ID: fmt.Sprint("own-", i), Role: checklists.Employee, Months: months,
			Own: &organisation.Item{Title: organisation.Text{NB: fmt.Sprint("Punkt ", i)}},
		})
	}
	return list
}

func TestWhatHasComeDueComesFirst(t *testing.T) {
	now := time.Date(2026, time.November, 23, 12, 0, 0, 0, time.Local)
	list := recurring()
	marks := map[string]checklists.Mark{}
	for _, item := range list[3:6] {
		marks[item.ID] = checklists.Mark{ItemID: item.ID, State: checklists.Done, At: now.AddDate(0, -2, 0)}
	}
	s, _, a := newScreen(t)
	s.Show(Model{Now: now, Role: checklists.Employee, Items: list, Marks: marks})
	leads := test.RenderObjectToMarkup(s.next)
	rest := leads
	for _, words := range []string{"På nytt: Punkt 3", "På nytt: Punkt 5", "Punkt 0", "Punkt 1", "Punkt 2"} {
		_, after, found := strings.Cut(rest, words)
		if !found {
			t.Fatalf("%q is not shown, or comes too early", words)
		}
		rest = after
	}
	if len(s.next.Objects) != nextItems || strings.Contains(leads, "På nytt: Punkt 0") {
		t.Errorf("%d items are shown", len(s.next.Objects))
	}
	for _, o := range s.next.Objects {
		test.Tap(o.(*widgets.Disclosure))
	}
	if want := []string{
		"item employee own-3", "item employee own-5", "item employee own-0", "item employee own-1", "item employee own-2",
	}; !slices.Equal(a.what, want) {
		t.Errorf("they lead to %q, want %q", a.what, want)
	}
	if got := s.left.String(); got != "7 punkter igjen" {
		t.Errorf("it says %q", got)
	}
	// A day before, nothing was due.
	s.Show(Model{Now: now.AddDate(0, -2, 1), Role: checklists.Employee, Items: list, Marks: marks})
	if shown := test.RenderObjectToMarkup(s.next); strings.Contains(shown, "På nytt") {
		t.Error("what is not due is said to be")
	}
}

func TestDeadline(t *testing.T) {
	discovered := time.Date(2026, time.November, 20, 8, 58, 0, 0, time.Local)
	running := &incident.Deadline{Discovered: discovered}
	tests := []struct {
		name     string
		deadline *incident.Deadline
		now      time.Time
		want     string
	}{
		{"none", nil, discovered, ""},
		{"running", running, discovered.Add(71 * time.Hour), "Personvernbruddet skal meldes til Datatilsynet senest 23. november 2026 kl. 08:58."},
		{"over", running, discovered.Add(72 * time.Hour), "Fristen for å melde personvernbruddet gikk ut 23. november 2026 kl. 08:58."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, a := newScreen(t)
			s.Show(Model{Now: tt.now, Deadline: tt.deadline})
			if tt.want == "" {
				if len(s.deadline.Objects) > 0 {
					t.Error("a deadline is shown")
				}
				return
			}
			if shown := test.RenderObjectToMarkup(s.deadline); !strings.Contains(shown, tt.want) {
				t.Errorf("%q is not shown", tt.want)
			}
			press(t, w, "Vis fristen")
			if !slices.Equal(a.what, []string{"contacts"}) {
				t.Errorf("asked for %q", a.what)
			}
			s.Show(Model{Now: tt.now})
			if len(s.deadline.Objects) > 0 {
				t.Error("it is still shown when it is over")
			}
		})
	}
}

func TestTheFirstContactOfEachRoleIsShown(t *testing.T) {
	s, w, a := newScreen(t)
	s.Show(Model{Contacts: []organisation.Contact{
		{Role: organisation.Other, Task: "Vaktmester", Phone: "900 00 000"},
		{Role: organisation.SecurityOfficer, Name: "Kari", Phone: "22 00 00 00"},
		{Role: organisation.SecurityOfficer, Name: "Knut", Phone: "22 11 11 11"},
		{Role: organisation.ITSupport, Name: "Nevøen", Phone: "988 77 665"},
	}})
	shown := test.RenderObjectToMarkup(s.numbers)
	for words, want := range map[string]bool{"Kari": true, "Nevøen": true, "Knut": false, "Vaktmester": false} {
		if strings.Contains(shown, words) != want {
			t.Errorf("%s is shown: %v", words, !want)
		}
	}
	press(t, w, "Ring")
	if want := []string{"open tel:+4722000000"}; !slices.Equal(a.what, want) {
		t.Errorf("asked for %q, want %q", a.what, want)
	}
}

// The countdown shows the page anew every minute: the keys stay where they are.
func TestShowingTheSameLeavesEverythingInPlace(t *testing.T) {
	s, w, _ := newScreen(t)
	m := Model{
		Now: time.Date(2026, time.November, 23, 12, 0, 0, 0, time.Local), Items: recurring(),
		Contacts: []organisation.Contact{{Role: organisation.ITSupport, Phone: "02800"}},
	}
	m.Deadline = &incident.Deadline{Discovered: m.Now}
	s.Show(m)
	focused := s.next.Objects[1].(fyne.Focusable)
	w.Canvas().Focus(focused)
	objects := slices.Concat(s.next.Objects, s.numbers.Objects, s.deadline.Objects)
	m.Now = m.Now.Add(time.Minute)
	s.Show(m)
	if w.Canvas().Focused() != focused || !slices.Equal(objects, slices.Concat(s.next.Objects, s.numbers.Objects, s.deadline.Objects)) {
		t.Error("something is built anew")
	}
}
