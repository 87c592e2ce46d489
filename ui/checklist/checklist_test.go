package checklist

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

// change is a state that the screen has asked for.
type change struct {
	item  string
	state checklists.State
}

// asked is what the screen has asked the shell for.
type asked struct {
	changes []change
	opened  []string
}

// newScreen shows the employee's list in a window.
func newScreen(t *testing.T) (*Screen, *asked) {
	t.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := checklists.Load()
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
	a := &asked{}
	s := New(texts, catalogue, checklists.Employee, Actions{
		SetState:   func(id string, state checklists.State) { a.changes = append(a.changes, change{id, state}) },
		OpenSource: func(url string) { a.opened = append(a.opened, url) },
	})
	w := test.NewTempWindow(t, s.Object())
	w.Resize(fyne.NewSize(1000, 600))
	return s, a
}

// rows lists the rows in the order of the page.
func (s *Screen) rowsInOrder() []*row {
	var rows []*row
	for _, g := range s.sections {
		rows = append(rows, g.rows...)
	}
	return rows
}

func TestEveryItemHasARow(t *testing.T) {
	s, _ := newScreen(t)
	rows := s.rowsInOrder()
	if len(rows) != len(s.items) || len(rows) != 20 {
		t.Fatalf("%d rows for %d items", len(rows), len(s.items))
	}
	for _, r := range rows {
		if r.title.String() != s.texts.Text("item."+r.item.ID+".title") || s.rows[r.item.ID] != r {
			t.Errorf("%s stands as %q", r.item.ID, r.title.String())
		}
	}
}

// A tick is shown when it is on disk, not when the box is pressed.
func TestRowShowsAMarkOnlyWhenTold(t *testing.T) {
	s, a := newScreen(t)
	s.Show(nil)
	r := s.rowsInOrder()[0]
	mark := func(state checklists.State) checklists.Mark {
		return checklists.Mark{ItemID: r.item.ID, State: state, At: time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)}
	}
	steps := []struct {
		name   string
		press  func()
		asks   checklists.State
		saved  checklists.State
		status string
	}{
		{"tick", r.toggleDone, checklists.Done, checklists.Done, "Gjort 23. november 2026"},
		{"untick", r.toggleDone, checklists.Open, checklists.Open, ""},
		{"set aside", r.toggleAside, checklists.NotForMe, checklists.NotForMe, "Gjelder ikke meg"},
		{"tick what is set aside", r.toggleDone, checklists.Done, checklists.Done, "Gjort 23. november 2026"},
		{"set aside what is ticked", r.toggleAside, checklists.NotForMe, checklists.NotForMe, "Gjelder ikke meg"},
		{"take back", r.toggleAside, checklists.Open, checklists.Open, ""},
	}
	for _, step := range steps {
		t.Run(step.name, func(t *testing.T) {
			before := r.status.String()
			a.changes = nil
			step.press()
			if len(a.changes) != 1 || a.changes[0] != (change{r.item.ID, step.asks}) {
				t.Errorf("asked for %v, want %s", a.changes, step.asks)
			}
			if r.status.String() != before {
				t.Errorf("before it is saved the row says %q", r.status.String())
			}
			s.Show(map[string]checklists.Mark{r.item.ID: mark(step.saved)})
			if r.status.String() != step.status || r.status.Visible() == (step.status == "") {
				t.Errorf("when saved the row says %q, visible %v", r.status.String(), r.status.Visible())
			}
		})
	}
}

func TestPressingTheBoxAsks(t *testing.T) {
	s, a := newScreen(t)
	for _, r := range s.rowsInOrder() {
		test.Tap(r.tick)
	}
	if len(a.changes) != len(s.items) {
		t.Fatalf("%d presses asked for %d changes", len(s.items), len(a.changes))
	}
	for i, r := range s.rowsInOrder() {
		if a.changes[i] != (change{r.item.ID, checklists.Done}) {
			t.Errorf("pressing %s asks for %v", r.item.ID, a.changes[i])
		}
	}
}

func TestSummary(t *testing.T) {
	s, _ := newScreen(t)
	marks := map[string]checklists.Mark{}
	check := func(left, aside string) {
		t.Helper()
		s.Show(marks)
		if s.left.String() != left || s.aside.String() != aside || s.aside.Visible() == (aside == "") {
			t.Errorf("it says %q and %q, want %q and %q", s.left.String(), s.aside.String(), left, aside)
		}
	}
	check("20 punkter igjen", "")
	if got := s.sections[0].counted.String(); !strings.HasPrefix(got, "0 av ") {
		t.Errorf("the first section counts %q", got)
	}
	for i, item := range s.items {
		marks[item.ID] = checklists.Mark{ItemID: item.ID, State: checklists.Done}
		if i == 0 {
			marks[item.ID] = checklists.Mark{ItemID: item.ID, State: checklists.NotForMe}
			check("19 punkter igjen", "1 punkt gjelder ikke deg og telles ikke med.")
		}
		if i == len(s.items)-2 {
			check("1 punkt igjen", "1 punkt gjelder ikke deg og telles ikke med.")
		}
	}
	check("Alt er gjort. Ta gjerne en ny runde om et halvt år.", "1 punkt gjelder ikke deg og telles ikke med.")
}

func TestSearch(t *testing.T) {
	tests := []struct {
		query string
		some  bool
	}{
		{"", true}, {"passord", true}, {"PASSORD", true}, {"vpn", true}, {"hvalross", false}, {"passord hvalross", false},
	}
	for _, tt := range tests {
		t.Run(tt.query, func(t *testing.T) {
			s, _ := newScreen(t)
			test.Type(s.search, tt.query)
			shown := 0
			for _, g := range s.sections {
				inSection := 0
				for _, r := range g.rows {
					if r.object.Visible() {
						inSection++
						if !strings.Contains(strings.ToLower(s.searchable(r.item)), strings.ToLower(tt.query)) {
							t.Errorf("%s is found, and does not hold the word", r.item.ID)
						}
					}
				}
				if g.object.Visible() != (inSection > 0) {
					t.Errorf("section %q with %d found items is visible: %v", g.heading.String(), inSection, g.object.Visible())
				}
				shown += inSection
			}
			if (shown > 0) != tt.some || s.nothing.Visible() == tt.some {
				t.Errorf("%d items are shown, and that there are none: %v", shown, s.nothing.Visible())
			}
			if tt.query == "" && shown != len(s.items) {
				t.Errorf("no search shows %d items of %d", shown, len(s.items))
			}
		})
	}
}

func TestOpeningAnItem(t *testing.T) {
	s, a := newScreen(t)
	for _, r := range s.rowsInOrder() {
		if r.details.Visible() {
			t.Errorf("%s is open from the beginning", r.item.ID)
		}
		test.Tap(r.toggle)
		shown := test.RenderObjectToMarkup(r.details)
		for _, want := range []string{"Hvorfor", "Slik gjør du", "Kilder", "Gjelder ikke meg"} {
			if !r.details.Visible() || !strings.Contains(shown, want) {
				t.Errorf("%s opened does not show %q", r.item.ID, want)
			}
		}
		test.Tap(r.toggle)
		if r.details.Visible() {
			t.Errorf("%s does not close", r.item.ID)
		}
	}
	if len(a.changes) != 0 {
		t.Errorf("opening asks for %v", a.changes)
	}
}

// What an opened item offers depends on what has been said before and after
// it was opened.
func TestSetAside(t *testing.T) {
	s, a := newScreen(t)
	r := s.rowsInOrder()[3]
	s.Show(map[string]checklists.Mark{r.item.ID: {ItemID: r.item.ID, State: checklists.NotForMe}})
	r.expand(true)
	if r.aside.Text != "Ta med på listen igjen" {
		t.Errorf("set aside, it offers %q", r.aside.Text)
	}
	test.Tap(r.aside)
	if len(a.changes) != 1 || a.changes[0] != (change{r.item.ID, checklists.Open}) {
		t.Errorf("asked for %v", a.changes)
	}
	s.Show(nil)
	if r.aside.Text != "Gjelder ikke meg" {
		t.Errorf("taken back, it offers %q", r.aside.Text)
	}
}

func TestSourcesOpen(t *testing.T) {
	s, a := newScreen(t)
	for _, r := range s.rowsInOrder() {
		for _, c := range r.item.Citations {
			a.opened = nil
			link, ok := r.source(c).(*fyne.Container).Objects[0].(fyne.Focusable)
			if ok != (c.Source.URL != "") {
				t.Errorf("%s: %q can be opened: %v", r.item.ID, c.Source.Label(), ok)
				continue
			}
			if !ok {
				continue
			}
			link.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			if len(a.opened) != 1 || a.opened[0] != c.Source.URL {
				t.Errorf("%s: %q opens %q", r.item.ID, c.Source.URL, a.opened)
			}
		}
	}
}

func TestRevealScrollsToTheItem(t *testing.T) {
	s, _ := newScreen(t)
	s.Show(nil)
	test.Type(s.search, "hvalross")
	for _, r := range s.rowsInOrder() {
		s.Reveal(r.item.ID)
		if !r.details.Visible() || !r.object.Visible() || s.search.Text != "" {
			t.Errorf("%s: open %v, shown %v, searching for %q", r.item.ID, r.details.Visible(), r.object.Visible(), s.search.Text)
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.tick)
		if at.Y < 0 || at.Y > 600-r.tick.Size().Height {
			t.Errorf("%s is at %v in a window 600 high", r.item.ID, at.Y)
		}
	}
	before := s.page.Offset
	s.Reveal("an-item-of-the-other-list")
	if s.page.Offset != before {
		t.Errorf("an item that is not there scrolls from %v to %v", before, s.page.Offset)
	}
}

func TestSteps(t *testing.T) {
	test.NewTempApp(t)
	list := steps("Først dette.\n  Så dette.  \n").(*fyne.Container)
	shown := test.RenderObjectToMarkup(list)
	for _, want := range []string{"1.", "2.", "Først dette.", ">Så dette.<"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not shown in\n%s", want, shown)
		}
	}
	if len(list.Objects) != 2 {
		t.Errorf("there are %d steps, want 2", len(list.Objects))
	}
}
