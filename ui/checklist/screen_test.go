package checklist

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

// change is a state that the screen has asked for.
type change struct {
	item   string
	state  checklists.State
	reason string
}

// desk is a list in a window, with what it has asked the shell for.
type desk struct {
	*Screen
	window  fyne.Window
	model   Model
	changes []change
	notes   []checklists.Note
	history []checklists.Mark // what the shell answers
	asked   int               // how often it was asked
	opened  []string
	reports int
}

// now is the noon at which the tests are played.
var now = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)

// newDesk shows the employee's list, with the company's own items added.
func newDesk(t testing.TB, own ...organisation.Item) *desk {
	t.Helper()
	return openDesk(t, setting{own: own, company: "Fjord AS"})
}

// setting is what a list is shown with.
type setting struct {
	language locales.Language // "" for Norwegian
	role     checklists.Role  // "" for the employee
	own      []organisation.Item
	company  string
	scale    float32 // 0 for 1
	size     fyne.Size
}

func openDesk(t testing.TB, s setting) *desk {
	t.Helper()
	if s.language == "" {
		s.language = locales.Norwegian
	}
	if s.role == "" {
		s.role = checklists.Employee
	}
	if s.size.IsZero() {
		s.size = fyne.NewSize(1000, 600)
	}
	texts, err := locales.Load(s.language)
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := checklists.Load()
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: max(s.scale, 1)}))
	d := &desk{model: Model{Marks: map[string]checklists.Mark{}, Notes: map[string]checklists.Note{}, Now: now}}
	d.Screen = New(texts, catalogue.With(s.own), s.role, s.company, checklists.Linux, d.actions())
	d.window = test.NewTempWindow(t, d.Object())
	d.window.SetPadded(false)
	d.window.Resize(s.size)
	d.Show(d.model)
	return d
}

func (d *desk) actions() Actions {
	return Actions{
		SetState: func(id string, state checklists.State, reason string) {
			d.changes = append(d.changes, change{id, state, reason})
		},
		SetNote: func(note checklists.Note) { d.notes = append(d.notes, note) },
		History: func(_ string, show func([]checklists.Mark)) {
			d.asked++
			show(d.history)
		},
		OpenSource: func(url string) { d.opened = append(d.opened, url) },
		Report:     func() { d.reports++ },
		Focus:      func(f fyne.Focusable) { d.window.Canvas().Focus(f) },
	}
}

// mark shows what was said of an item some months ago.
func (d *desk) mark(id string, state checklists.State, monthsAgo int) {
	d.model.Marks[id] = checklists.Mark{ItemID: id, State: state, At: now.AddDate(0, -monthsAgo, 0)}
	d.Show(d.model)
}

// keep shows a note that was saved.
func (d *desk) keep(note checklists.Note) {
	d.model.Notes[note.ItemID] = note
	d.Show(d.model)
}

// near scrolls to an item, so that it is built.
func (d *desk) near(id string) *row {
	r := d.rows[id]
	d.page.ScrollTo(d.cardOf(r), r)
	return r
}

// open opens an item.
func (d *desk) open(id string) *row {
	d.Reveal(id)
	return d.rows[id]
}

// inOrder is the rows that the filter lets through, in the order of the page.
func (d *desk) inOrder() []*row {
	var rows []*row
	for _, g := range d.sections {
		for _, r := range g.rows {
			if r.shown {
				rows = append(rows, r)
			}
		}
	}
	return rows
}

// own is an item of the company's for employees.
func own(id, title string, months int) organisation.Item {
	return organisation.Item{
		ID: id, Role: string(checklists.Employee), Priority: string(checklists.Should), Months: months,
		Title: organisation.Text{NB: title},
	}
}
