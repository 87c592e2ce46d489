package checklist

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
)

func TestDraftsOutliveTheScreen(t *testing.T) {
	d := newDesk(t, ownItems(100)...)
	d.open("own-90").details.note.area.SetText("Ring Kari")
	d.open("own-3").details.aside.begin()
	test.Type(d.window.Canvas().Focused(), "Har ikke")
	d.open(d.list.items[0].ID).details.note.area.SetText("som lagret")
	drafts := d.Drafts()

	d = newDesk(t, ownItems(100)...)
	d.keep(checklists.Note{ItemID: d.list.items[0].ID, Text: "som lagret"})
	drafts.Notes["own-from-another-company"] = "?"
	d.Restore(drafts)
	if got := d.near("own-90").details.note.area.Text; got != "Ring Kari" {
		t.Errorf("the note says %q", got)
	}
	if r := d.near("own-3"); r.details.aside.view != asideAsks || *r.draft.reason != "Har ikke" {
		t.Errorf("the reason is asked for: %v", r.details.aside.view)
	}
	want := Drafts{Notes: map[string]string{"own-90": "Ring Kari"}, Reasons: map[string]string{"own-3": "Har ikke"}}
	if got := d.Drafts(); len(got.Notes) != 1 || got.Notes["own-90"] != want.Notes["own-90"] || got.Reasons["own-3"] != want.Reasons["own-3"] {
		t.Errorf("left to save is %v, want %v", got, want)
	}
}

// Closing an item, or looking at others, loses nothing.
func TestDraftsOutliveClosing(t *testing.T) {
	d, n := writing(t)
	n.area.SetText("Ring Kari")
	r := d.rows["own-1"]
	r.expand(false)
	if d.Drafts().Notes["own-1"] != "Ring Kari" {
		t.Errorf("closed, left to save is %v", d.Drafts())
	}
	r.expand(true)
	if r.details.note.area.Text != "Ring Kari" || !strings.HasPrefix(r.details.note.remark.String(), "Ikke lagret") {
		t.Errorf("opened again there is %q", r.details.note.area.Text)
	}
}
