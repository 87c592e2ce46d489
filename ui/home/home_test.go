package home

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/agenda"
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

// Whom to ring stands where there is room: beside the meetings, once there are
// calendars, lest it be pushed out of sight.
func TestWhomToRingStaysInSight(t *testing.T) {
	s, w, _ := newScreen(t)
	morning := time.Date(2026, time.November, 23, 8, 30, 0, 0, time.Local)
	for _, calendars := range [][]agenda.Calendar{nil, {{}}, nil} {
		s.Show(Model{Now: morning, Agenda: agenda.Model{Now: morning, Loaded: true, Calendars: calendars}})
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.ringing)
		if right := at.X > w.Canvas().Size().Width/2; right != (len(calendars) > 0) {
			t.Errorf("with %d calendars it stands at %v", len(calendars), at)
		}
	}
}
