package checklist

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/ui/widgets"
)

// press presses the button with the text, which must be there.
func press(t *testing.T, in fyne.CanvasObject, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(in) {
		if button, ok := o.(*widget.Button); ok && button.Text == text {
			button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return
		}
	}
	t.Fatalf("there is no button %q", text)
}

// asking opens an item and says that it is not for the user.
func asking(t *testing.T) (*desk, *row) {
	t.Helper()
	d := newDesk(t, own("own-1", "Logg av", 0))
	r := d.open("own-1")
	press(t, r.details.aside.object, "Gjelder ikke meg")
	return d, r
}

func TestSetAside(t *testing.T) {
	tests := []struct {
		name string
		do   func(t *testing.T, d *desk, r *row)
		want []change
	}{
		{"without a reason", func(t *testing.T, _ *desk, r *row) { press(t, r.details.aside.object, "Gjelder ikke meg") },
			[]change{{"own-1", checklists.NotForMe, ""}}},
		{"with a reason", func(t *testing.T, d *desk, r *row) {
			test.Type(d.window.Canvas().Focused(), " Har ikke slikt ")
			press(t, r.details.aside.object, "Gjelder ikke meg")
		}, []change{{"own-1", checklists.NotForMe, "Har ikke slikt"}}},
		{"with enter", func(_ *testing.T, d *desk, _ *row) {
			test.Type(d.window.Canvas().Focused(), "Har ikke slikt")
			d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}, []change{{"own-1", checklists.NotForMe, "Har ikke slikt"}}},
		{"with a common reason", func(t *testing.T, _ *desk, r *row) { press(t, r.details.aside.object, "Andre tar seg av det") },
			[]change{{"own-1", checklists.NotForMe, "Andre tar seg av det"}}},
		{"not after all", func(t *testing.T, _ *desk, r *row) { press(t, r.details.aside.object, "Avbryt") }, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, r := asking(t)
			if r.details.aside.view != asideAsks || len(d.changes) != 0 {
				t.Fatalf("it asks why: %v, and asked for %v", r.details.aside.view, d.changes)
			}
			tt.do(t, d, r)
			if !slices.Equal(d.changes, tt.want) {
				t.Errorf("asked for %v", d.changes)
			}
		})
	}
}

func TestReasonHasALimit(t *testing.T) {
	d, r := asking(t)
	entry := r.details.aside.first.(*widgets.Entry)
	entry.SetText(strings.Repeat("å", checklists.MaxReason+3))
	press(t, r.details.aside.object, "Gjelder ikke meg")
	if shown := test.RenderObjectToMarkup(r.details.aside.object); len(d.changes) != 0 || !strings.Contains(shown, "Grunnen er 3 tegn for lang.") {
		t.Errorf("asked for %v, and shown is\n%s", d.changes, shown)
	}
	entry.SetText(strings.Repeat("å", checklists.MaxReason))
	press(t, r.details.aside.object, "Gjelder ikke meg")
	if len(d.changes) != 1 {
		t.Error("a reason of just the length is not taken")
	}
}

// What is offered follows what was said, and the keys go along.
func TestTakeBack(t *testing.T) {
	d, r := asking(t)
	a := r.details.aside
	test.Type(d.window.Canvas().Focused(), "Har ikke slikt")
	d.mark("own-2", checklists.Done, 0)
	if a.view != asideAsks || d.Drafts().Reasons["own-1"] != "Har ikke slikt" {
		t.Errorf("another item's tick ends the question, and left is %v", d.Drafts())
	}
	d.model.Marks["own-1"] = checklists.Mark{ItemID: "own-1", State: checklists.NotForMe, At: now, Reason: "Har ikke slikt"}
	d.Show(d.model)
	if a.view != asideTaken || !d.Drafts().Empty() || d.window.Canvas().Focused() != a.first {
		t.Errorf("set aside: %v, left to save is %v, the keys go to %T", a.view, d.Drafts(), d.window.Canvas().Focused())
	}
	press(t, a.object, "Endre grunnen")
	if entry := a.first.(*widgets.Entry); a.view != asideAsks || entry.Text != "Har ikke slikt" {
		t.Errorf("changing begins with %q", entry.Text)
	}
	press(t, a.object, "Avbryt")
	press(t, a.object, "Ta med på listen igjen")
	if want := []change{{"own-1", checklists.Open, ""}}; !slices.Equal(d.changes, want) {
		t.Errorf("asked for %v", d.changes)
	}
	d.mark("own-1", checklists.Open, 0)
	if a.view != asideOffers || d.window.Canvas().Focused() != a.first {
		t.Errorf("taken back it offers %v", a.view)
	}
}

// A note that is saved while the keys are on a button leaves them there.
func TestShowLeavesTheKeys(t *testing.T) {
	d := newDesk(t, own("own-1", "Logg av", 0))
	a := d.open("own-1").details.aside
	d.window.Canvas().Focus(a.first)
	before := a.first
	d.keep(checklists.Note{ItemID: "own-1", Text: "Ring Kari"})
	d.mark("own-1", checklists.Done, 0)
	if d.window.Canvas().Focused() != before || a.first != before {
		t.Error("the keys are gone from the button")
	}
}

func TestEmployersReasonsAreTheirOwn(t *testing.T) {
	d := openDesk(t, setting{role: checklists.Employer})
	r := d.open(d.list.items[0].ID)
	r.details.aside.begin()
	press(t, r.details.aside.object, "IKT-støtten tar seg av det")
	if len(d.changes) != 1 || d.changes[0].reason != "IKT-støtten tar seg av det" {
		t.Errorf("asked for %v", d.changes)
	}
}
