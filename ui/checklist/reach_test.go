package checklist

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

func TestRevealScrollsToTheItem(t *testing.T) {
	d := newDesk(t)
	for _, r := range d.inOrder() {
		d.filter.search.SetText("hvalross")
		d.Reveal(r.item.ID)
		if r.details == nil || !r.shown || d.filter.search.Text != "" {
			t.Errorf("%s: open %v, shown %v, searching for %q", r.item.ID, r.details != nil, r.shown, d.filter.search.Text)
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.head.tick)
		if at.Y < 0 || at.Y > 600-r.head.tick.Size().Height {
			t.Errorf("%s is at %v in a window 600 high", r.item.ID, at.Y)
		}
	}
	before := d.page.Page().Offset
	d.Reveal("an-item-of-the-other-list")
	if d.page.Page().Offset != before {
		t.Errorf("an item that is not there scrolls from %v to %v", before, d.page.Page().Offset)
	}
}

// The last of hundreds is found as well as the first.
func TestRevealInALongList(t *testing.T) {
	d := newDesk(t, ownItems(500)...)
	for _, id := range []string{"own-499", "own-0", "own-250"} {
		r := d.open(id)
		if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.head.tick).Y; at < 0 || at > 560 {
			t.Errorf("%s is at %v", id, at)
		}
	}
}

// Opening items and ticking, with the keyboard alone.
func TestKeyboard(t *testing.T) {
	d := newDesk(t)
	r := d.near(d.list.items[0].ID)
	d.window.Canvas().Focus(r.head.tick)
	r.head.tick.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	d.window.Canvas().FocusNext()
	if d.window.Canvas().Focused() != fyne.Focusable(r.head.toggle) {
		t.Fatal("after the box the tabulator does not come to the title")
	}
	r.head.toggle.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(d.changes) != 1 || r.details == nil {
		t.Errorf("asked for %v, open %v", d.changes, r.details != nil)
	}
	seen := map[fyne.Focusable]bool{}
	for range 60 {
		d.window.Canvas().FocusNext()
		seen[d.window.Canvas().Focused()] = true
	}
	for _, o := range []fyne.Focusable{r.details.note.area, r.details.history.toggle, r.details.aside.first} {
		if !seen[o] {
			t.Errorf("the tabulator does not come to %T", o)
		}
	}
}

// Nothing is wider than the narrowest window, at any text size.
func TestFitsANarrowWindow(t *testing.T) {
	const navigation = 76
	for _, language := range locales.Languages() {
		for _, role := range checklists.Roles() {
			for _, scale := range theme.TextScales() {
				t.Run(fmt.Sprintf("%s %s at %v", language, role, scale), func(t *testing.T) {
					d := openDesk(t, setting{language: language, role: role, scale: scale, size: fyne.NewSize(640-navigation, 700)})
					r := d.open(d.list.items[0].ID)
					r.details.aside.begin()
					if width := d.page.MinSize().Width; width > 640-navigation {
						t.Errorf("it wants %v", width)
					}
				})
			}
		}
	}
}
