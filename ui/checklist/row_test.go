package checklist

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

func TestWhatARowSays(t *testing.T) {
	note := checklists.Note{ItemID: "own-1", Text: "Ring Kari"}
	shared := note
	shared.Shared = true
	tests := []struct {
		name   string
		months int
		mark   checklists.Mark
		note   checklists.Note
		want   string
		badge  bool
	}{
		{"open", 6, checklists.Mark{}, checklists.Note{}, "", true},
		{"open with a note", 6, checklists.Mark{}, note, "Har notat", true},
		{"done for good", 0, checklists.Mark{State: checklists.Done, At: now}, checklists.Note{}, "Gjort 23. november 2026", false},
		{"done for now", 6, checklists.Mark{State: checklists.Done, At: now}, note,
			"Gjort 23. november 2026 · på nytt innen 23. mai 2027 · Har notat", false},
		{"due", 6, checklists.Mark{State: checklists.Done, At: now.AddDate(0, -7, 0)}, checklists.Note{},
			"Må gjøres på nytt · fristen var 23. oktober 2026", true},
		{"not for me", 0, checklists.Mark{State: checklists.NotForMe, At: now}, checklists.Note{}, "Gjelder ikke meg", false},
		{"not for me, and why", 0, checklists.Mark{State: checklists.NotForMe, At: now, Reason: "Har ikke ruter"}, shared,
			"Gjelder ikke meg: Har ikke ruter · Har notat som deles", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			item := own("own-1", "Logg av", tt.months)
			item.Priority = string(checklists.Must)
			d := newDesk(t, item)
			r := d.near("own-1")
			d.model.Marks["own-1"] = tt.mark
			d.keep(tt.note)
			d.model.Notes["own-1"] = tt.note
			d.Show(d.model)
			if got := r.head.status.String(); got != tt.want || r.head.status.Visible() == (got == "") {
				t.Errorf("it says %q", got)
			}
			if r.head.badge.Visible() != tt.badge {
				t.Errorf("it has a badge: %v", r.head.badge.Visible())
			}
		})
	}
}

func TestRhythm(t *testing.T) {
	for months, want := range map[int]string{
		0: "", 1: "Gjentas hver måned", 6: "Gjentas hver 6. måned", 12: "Gjentas hvert år", 18: "Gjentas hver 18. måned", 24: "Gjentas hvert 2. år",
	} {
		d := newDesk(t, own("own-1", "Logg av", months))
		if got := d.rows["own-1"].rhythm(); got != want {
			t.Errorf("%d months are %q, want %q", months, got, want)
		}
		if said := d.rows["own-1"].particulars(); !strings.HasPrefix(said, "Bør gjøres") || !strings.Contains(said, want) {
			t.Errorf("opened it says %q", said)
		}
	}
}

func TestOpeningAnItem(t *testing.T) {
	d := newDesk(t)
	for _, r := range d.inOrder() {
		d.near(r.item.ID)
		if r.details != nil {
			t.Errorf("%s is open from the beginning", r.item.ID)
		}
		test.Tap(r.head.toggle)
		shown := test.RenderObjectToMarkup(r.details.object)
		for _, want := range []string{"Hvorfor", "Slik gjør du", "Kilder", "Notat", "Gjelder ikke meg", "Historikk"} {
			if !strings.Contains(shown, ">"+want) {
				t.Errorf("%s opened does not show %q", r.item.ID, want)
			}
		}
		test.Tap(r.head.toggle)
		if r.details != nil || len(r.object.Objects) != 1 {
			t.Errorf("%s does not close", r.item.ID)
		}
	}
	if len(d.changes) != 0 {
		t.Errorf("opening asks for %v", d.changes)
	}
}

// An open item stays open, and is still open when it has been out of sight.
func TestAnOpenItemStaysOpen(t *testing.T) {
	d := newDesk(t, ownItems(200)...)
	r := d.open(d.list.items[0].ID)
	area := r.details.note.area
	d.near("own-199")
	d.near(r.item.ID)
	if r.details == nil || r.details.note.area != area {
		t.Error("scrolled away and back it is closed, or another")
	}
	d.filter.search.SetText("hvalross")
	d.filter.search.SetText("")
	if d.near(r.item.ID); r.details == nil {
		t.Error("filtered away and back it is closed")
	}
}

func TestSourcesOpen(t *testing.T) {
	d := newDesk(t)
	for _, r := range d.inOrder() {
		for _, c := range r.item.Citations {
			d.opened = nil
			link, ok := r.source(c).(*fyne.Container).Objects[0].(fyne.Focusable)
			if ok != (c.Source.URL != "") {
				t.Errorf("%s: %q can be opened: %v", r.item.ID, c.Source.Label(), ok)
				continue
			}
			if !ok {
				continue
			}
			link.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			if len(d.opened) != 1 || d.opened[0] != c.Source.URL {
				t.Errorf("%s: %q opens %q", r.item.ID, c.Source.URL, d.opened)
			}
		}
	}
}

// Where the steps differ, those for this system come first, and the others can
// be looked at.
func TestStepsForAnotherSystem(t *testing.T) {
	d := newDesk(t)
	tried := 0
	for _, r := range d.inOrder() {
		h := newHow(r)
		if len(r.item.Systems) == 0 {
			if len(h.chips) != 0 || h.title.String() != "Slik gjør du" {
				t.Errorf("%s: %q, with %d systems to choose", r.item.ID, h.title.String(), len(h.chips))
			}
			continue
		}
		tried++
		if h.title.String() != "Slik gjør du på Linux" {
			t.Errorf("%s begins with %q", r.item.ID, h.title.String())
		}
		for _, system := range checklists.Systems() {
			test.Tap(h.chips[system])
			first, _, _ := strings.Cut(r.item.Words(d.list.texts, system).How, "\n")
			if shown := test.RenderObjectToMarkup(h.steps); !strings.Contains(shown, first[:10]) || !strings.Contains(h.title.String(), r.systemName(system)) {
				t.Errorf("%s: for %s there is %q in\n%s", r.item.ID, system, h.title.String(), shown)
			}
		}
	}
	if tried == 0 {
		t.Error("no item has steps of its own for a system")
	}
}

// Where a row that is not built will end is known well enough that the page
// hardly moves when it is.
func TestHeightsAreGuessedWell(t *testing.T) {
	long := strings.Repeat("Lås maskinen når du går fra den. ", 3)
	for _, width := range []float32{564, 980} {
		for _, title := range []string{"Lås", long, long + long[:20]} {
			d := newDesk(t, organisation.Item{ID: "own-1", Role: "employee", Priority: "nice", Title: organisation.Text{NB: title}})
			d.mark("own-1", checklists.Done, 1)
			r := d.rows["own-1"]
			guess := r.Estimate(width)
			built := newHead(r).object
			built.Resize(fyne.NewSize(width, 0))
			if height := built.MinSize().Height; guess < height*0.75 || guess > height*1.35 {
				t.Errorf("%d letters at %v are %v high, guessed was %v", len(title), width, height, guess)
			}
		}
	}
}

// A tick touches the row it is of, and no other.
func TestShowTouchesOnlyWhatHasChanged(t *testing.T) {
	d := newDesk(t)
	first, second := d.inOrder()[0], d.inOrder()[1]
	before := [2]widget.RichTextSegment{first.head.title.Segments[0], second.head.title.Segments[0]}
	d.mark(first.item.ID, checklists.Done, 0)
	if first.head.title.Segments[0] == before[0] || second.head.title.Segments[0] != before[1] {
		t.Error("the row that was ticked is as it was, or another is not")
	}
}

// An item comes due while the list is open, with nothing saved.
func TestTimePasses(t *testing.T) {
	d := newDesk(t, own("own-1", "Logg av", 1))
	d.mark("own-1", checklists.Done, 0)
	r := d.near("own-1")
	d.model.Now = now.AddDate(0, 1, 1)
	d.Show(d.model)
	if got := r.head.status.String(); got != "Må gjøres på nytt · fristen var 23. desember 2026" || r.status != checklists.StatusDue {
		t.Errorf("a month later it says %q", got)
	}
}
