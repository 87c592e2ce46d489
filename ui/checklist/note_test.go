package checklist

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
)

// writing opens an item and puts the cursor in its note.
func writing(t *testing.T) (*desk, *note) {
	t.Helper()
	d := newDesk(t, own("own-1", "Logg av", 0))
	n := d.open("own-1").details.note
	d.window.Canvas().Focus(n.area)
	return d, n
}

func TestNoteIsSavedWhenTheFieldIsLeft(t *testing.T) {
	d, n := writing(t)
	test.Type(n.area, " Ring Kari ")
	if len(d.notes) != 0 || !strings.HasPrefix(n.remark.String(), "Ikke lagret ennå") {
		t.Errorf("while typing: asked for %v, says %q", d.notes, n.remark.String())
	}
	d.window.Canvas().FocusNext()
	want := checklists.Note{ItemID: "own-1", Text: "Ring Kari"}
	if !slices.Equal(d.notes, []checklists.Note{want}) {
		t.Errorf("asked for %+v", d.notes)
	}
	if !strings.HasPrefix(n.remark.String(), "Ikke lagret ennå") {
		t.Errorf("before it is saved it says %q", n.remark.String())
	}
	d.keep(want)
	if n.text() != "Ring Kari" || n.remark.String() != "Lagret på denne maskinen." || !d.Drafts().Empty() {
		t.Errorf("saved, there is %q, it says %q, and left to save is %v", n.area.Text, n.remark.String(), d.Drafts())
	}
	d.window.Canvas().Focus(n.area)
	d.window.Canvas().FocusNext()
	if len(d.notes) != 1 {
		t.Errorf("leaving the field again asks for %+v", d.notes[1:])
	}
}

func TestNoteIsSavedWithTheButton(t *testing.T) {
	d, n := writing(t)
	n.area.SetText("Ring Kari")
	n.save()
	if len(d.notes) != 1 || d.notes[0].Text != "Ring Kari" {
		t.Errorf("asked for %+v", d.notes)
	}
}

// What is typed while something else is saved is the user's.
func TestShowLeavesWhatIsTyped(t *testing.T) {
	d, n := writing(t)
	n.area.SetText("Ring")
	n.save()
	n.area.SetText("Ring Kari")
	d.keep(checklists.Note{ItemID: "own-1", Text: "Ring"})
	d.mark("own-1", checklists.Done, 0)
	if n.area.Text != "Ring Kari" || d.Drafts().Notes["own-1"] != "Ring Kari" {
		t.Errorf("there is %q, and left to save is %v", n.area.Text, d.Drafts())
	}
	n.area.SetText("Ring")
	if !d.Drafts().Empty() {
		t.Errorf("typed back to what is saved, left is %v", d.Drafts())
	}
}

func TestShowBringsANoteChangedElsewhere(t *testing.T) {
	d, n := writing(t)
	d.keep(checklists.Note{ItemID: "own-1", Text: "Ring Kari"})
	if n.area.Text != "Ring Kari" || len(d.notes) != 0 {
		t.Errorf("there is %q, asked for %v", n.area.Text, d.notes)
	}
	d.keep(checklists.Note{ItemID: "own-1"})
	if n.area.Text != "" || n.remark.String() != "Notatet er bare for deg og blir liggende på denne maskinen." {
		t.Errorf("taken away, there is %q, and it says %q", n.area.Text, n.remark.String())
	}
}

// The store may write line breaks its own way.
func TestSavedNoteNeedNotBeLetterForLetter(t *testing.T) {
	d, n := writing(t)
	n.area.SetText("Ring\tKari")
	n.save()
	d.keep(checklists.Note{ItemID: "own-1", Text: "Ring Kari"})
	if n.area.Text != "Ring Kari" || !d.Drafts().Empty() {
		t.Errorf("there is %q, and left to save is %v", n.area.Text, d.Drafts())
	}
}

func TestNoteHasALimit(t *testing.T) {
	tests := []struct {
		letters int
		says    string
		saved   bool
	}{
		{checklists.MaxNote - 201, "Ikke lagret ennå. Det lagres når du går ut av feltet.", true},
		{checklists.MaxNote - 200, "200 tegn igjen. Ikke lagret ennå. Det lagres når du går ut av feltet.", true},
		{checklists.MaxNote, "0 tegn igjen. Ikke lagret ennå. Det lagres når du går ut av feltet.", true},
		{checklists.MaxNote + 1, "Notatet er 1 tegn for langt og blir ikke lagret før du korter det ned.", false},
	}
	for _, tt := range tests {
		d, n := writing(t)
		n.area.SetText(strings.Repeat("æ", tt.letters))
		if n.remark.String() != tt.says {
			t.Errorf("with %d letters it says %q", tt.letters, n.remark.String())
		}
		d.window.Canvas().Unfocus()
		if saved := len(d.notes) == 1; saved != tt.saved || len(d.Drafts().Notes) != 1 {
			t.Errorf("with %d letters it asks: %v, and left is %d", tt.letters, saved, len(d.Drafts().Notes))
		}
	}
}

func TestSharingANote(t *testing.T) {
	d, n := writing(t)
	if n.share.Visible() {
		t.Error("there is nothing to share, and it is offered")
	}
	saved := checklists.Note{ItemID: "own-1", Text: "Ring Kari"}
	d.keep(saved)
	if n.share.Hidden || !strings.Contains(test.RenderObjectToMarkup(n.share), "Del dette med arbeidsgiveren i rapporten") {
		t.Error("sharing is not offered")
	}
	n.area.SetText("Ring Kari i morgen")
	test.Tap(n.tick)
	want := checklists.Note{ItemID: "own-1", Text: "Ring Kari i morgen", Shared: true}
	if d.notes[len(d.notes)-1] != want {
		t.Fatalf("asked for %+v", d.notes)
	}
	d.keep(want)
	test.Tap(n.tick)
	want.Shared = false
	if d.notes[len(d.notes)-1] != want {
		t.Errorf("taking it back asks for %+v", d.notes)
	}
}

func TestEmployerSharesWithNoEmployer(t *testing.T) {
	d := openDesk(t, setting{role: checklists.Employer})
	r := d.open(d.list.items[0].ID)
	d.keep(checklists.Note{ItemID: r.item.ID, Text: "Ring Kari"})
	if shown := test.RenderObjectToMarkup(r.details.note.share); strings.Contains(shown, "arbeidsgiver") {
		t.Errorf("it says\n%s", shown)
	}
}

// Whoever writes keeps the cursor when a note or tick is saved meanwhile.
func TestShowLeavesTheCursor(t *testing.T) {
	d, n := writing(t)
	d.mark("own-1", checklists.Done, 0)
	d.keep(checklists.Note{ItemID: "own-1", Text: "Ring"})
	if d.window.Canvas().Focused() != fyne.Focusable(n.area) {
		t.Error("the cursor is gone from the field")
	}
}
