package checklist

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

func TestEveryItemHasARow(t *testing.T) {
	d := newDesk(t)
	rows := d.inOrder()
	if len(rows) != len(d.list.items) || len(rows) != 20 {
		t.Fatalf("%d rows for %d items", len(rows), len(d.list.items))
	}
	for i, r := range rows {
		d.near(r.item.ID)
		want := d.list.texts.Text("item." + r.item.ID + ".title")
		if r.item.ID != d.list.items[i].ID || r.head == nil || r.head.title.String() != want {
			t.Errorf("in place %d stands %q, want %q", i, r.words.Title, want)
		}
	}
}

// A tick is shown when it is on disk, not when the box is pressed.
func TestRowShowsAMarkOnlyWhenTold(t *testing.T) {
	d := newDesk(t, own("own-log-off", "Logg av", 6))
	r := d.near("own-log-off")
	steps := []struct {
		name      string
		asks      checklists.State
		monthsAgo int // when it was saved
		status    string
	}{
		{"tick", checklists.Done, 0, "Gjort 23. november 2026 · på nytt innen 23. mai 2027"},
		{"untick", checklists.Open, 0, ""},
		{"tick again, long ago", checklists.Done, 8, "Må gjøres på nytt · fristen var 23. september 2026"},
		{"tick what has come due", checklists.Done, 0, "Gjort 23. november 2026 · på nytt innen 23. mai 2027"},
	}
	for _, step := range steps {
		t.Run(step.name, func(t *testing.T) {
			before := r.head.status.String()
			d.changes = nil
			test.Tap(r.head.tick)
			if want := []change{{r.item.ID, step.asks, ""}}; !slices.Equal(d.changes, want) {
				t.Errorf("asked for %v, want %v", d.changes, want)
			}
			if r.head.status.String() != before {
				t.Errorf("before it is saved the row says %q", r.head.status.String())
			}
			d.mark(r.item.ID, step.asks, step.monthsAgo)
			if r.head.status.String() != step.status || r.head.status.Visible() == (step.status == "") {
				t.Errorf("when saved the row says %q, visible %v", r.head.status.String(), r.head.status.Visible())
			}
		})
	}
}

func TestEveryBoxAsksForItsItem(t *testing.T) {
	d := newDesk(t)
	for i, r := range d.inOrder() {
		d.near(r.item.ID)
		test.Tap(r.head.tick)
		if len(d.changes) != i+1 || d.changes[i] != (change{r.item.ID, checklists.Done, ""}) {
			t.Errorf("pressing %s asks for %v", r.item.ID, d.changes)
		}
	}
}

func TestSummary(t *testing.T) {
	d := newDesk(t, own("own-1", "Logg av", 1))
	check := func(ring, left, due, aside string) {
		t.Helper()
		s := d.summary
		if s.left.String() != left || s.due.String() != due || s.aside.String() != aside {
			t.Errorf("it says %q, %q and %q", s.left.String(), s.due.String(), s.aside.String())
		}
		if s.due.Visible() == (due == "") || s.aside.Visible() == (aside == "") {
			t.Error("an empty line takes room, or a full one is hidden")
		}
		if !strings.Contains(test.RenderObjectToMarkup(s.ring), ring) {
			t.Errorf("the ring does not say %q", ring)
		}
	}
	check("0 av 21", "21 punkter igjen", "", "")
	d.mark("own-1", checklists.Done, 2)
	check("0 av 21", "21 punkter igjen", "1 punkt er gjort før, men må gjøres på nytt.", "")
	for i, item := range d.list.items {
		state := checklists.Done
		if i == 0 {
			state = checklists.NotForMe
		}
		if i == len(d.list.items)-1 {
			check("19 av 20", "1 punkt igjen", "1 punkt er gjort før, men må gjøres på nytt.", "1 punkt gjelder ikke deg og telles ikke med.")
		}
		d.mark(item.ID, state, 0)
	}
	check("20 av 20", "Alt er gjort. Punkter som skal gjøres på nytt, kommer tilbake når det er tid for dem.", "",
		"1 punkt gjelder ikke deg og telles ikke med.")
	for _, item := range d.list.items {
		d.mark(item.ID, checklists.NotForMe, 0)
	}
	check("0 av 0", "Alt er gjort. Punkter som skal gjøres på nytt, kommer tilbake når det er tid for dem.", "",
		"21 punkter gjelder ikke deg og telles ikke med.")
}

// A section counts what it holds, whatever the filter lets through, and never
// what is not for the user.
func TestSectionsCount(t *testing.T) {
	d := newDesk(t, own("own-1", "Logg av", 0), own("own-2", "Lås", 0), own("own-3", "Meld fra", 0))
	g := d.sections[len(d.sections)-1]
	steps := []struct {
		id      string
		state   checklists.State
		counted string
		bar     bool
	}{
		{"own-1", checklists.Done, "1 av 3", true},
		{"own-2", checklists.NotForMe, "1 av 2", true},
		{"own-3", checklists.NotForMe, "1 av 1", true},
		{"own-1", checklists.NotForMe, "gjelder ikke deg", false},
	}
	test.Tap(d.filter.statuses[checklists.StatusDone])
	for _, step := range steps {
		d.mark(step.id, step.state, 0)
		if g.counted.String() != step.counted || g.bar.Visible() != step.bar {
			t.Errorf("with %s %s it counts %q, with a bar: %v", step.id, step.state, g.counted.String(), g.bar.Visible())
		}
	}
	if got := d.sections[0].counted.String(); !strings.HasPrefix(got, "0 av ") {
		t.Errorf("another section counts %q", got)
	}
}

func TestReport(t *testing.T) {
	d := newDesk(t)
	for _, o := range test.LaidOutObjects(d.summary.object) {
		if button, ok := o.(interface{ TypedKey(*fyne.KeyEvent) }); ok {
			button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		}
	}
	if d.reports != 1 {
		t.Errorf("%d reports were asked for", d.reports)
	}
}

func TestCompanysOwnItemsStandLast(t *testing.T) {
	item := organisation.Item{
		ID: "own-1", Role: "employee", Priority: "must", Title: organisation.Text{NB: "Logg av fjordsystemet"},
		How: organisation.Text{NB: "Trykk «Logg av»."},
	}
	for company, want := range map[string][2]string{
		"Fjord AS": {"Fra Fjord AS", "Må gjøres · Lagt til av Fjord AS"},
		"":         {"Fra firmaet", "Må gjøres · Lagt til av firmaet"},
	} {
		d := openDesk(t, setting{own: []organisation.Item{item}, company: company})
		g := d.sections[len(d.sections)-1]
		if g.heading() != want[0] || len(g.rows) != 1 {
			t.Errorf("the last section is %q with %d items", g.heading(), len(g.rows))
		}
		shown := test.RenderObjectToMarkup(d.open("own-1").details.object)
		for text, seen := range map[string]bool{
			want[1]: true, "Slik gjør du": true, "Trykk «Logg av».": true, "Hvorfor": false, "Kilder": false,
		} {
			if strings.Contains(shown, ">"+text+"<") != seen {
				t.Errorf("opened, it shows %q: %v", text, !seen)
			}
		}
	}
	d := openDesk(t, setting{own: []organisation.Item{item}, role: checklists.Employer})
	if d.rows["own-1"] != nil {
		t.Error("an employee's item is on the employer's list")
	}
}
