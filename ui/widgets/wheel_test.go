package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// The wheel over a field scrolls the page, unless the field has more to show.
func TestTheWheelOverAField(t *testing.T) {
	const lines = "en\nto\ntre\nfire\nfem\nseks\nsju\nåtte\nni\nti"
	tests := []struct {
		name  string
		field func() fyne.CanvasObject
		page  bool // the page scrolls, not the field
	}{
		{"of one line", func() fyne.CanvasObject { return NewEntry() }, true},
		{"of several, empty", func() fyne.CanvasObject { return NewArea(3) }, true},
		{"of several, with more in it than it shows", func() fyne.CanvasObject {
			a := NewArea(3)
			a.SetText(lines)
			return a
		}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			useTheme(t, 1)
			field := tt.field()
			page := NewPage(field, NewText(strings.Repeat(lines+"\n", 20), Body))
			w := test.NewTempWindow(t, container.NewStack(page))
			w.Resize(fyne.NewSize(400, 300))
			over := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).AddXY(20, 10)
			test.Scroll(w.Canvas(), over, 0, -10)
			if scrolled := page.Offset.Y > 0; scrolled != tt.page {
				t.Errorf("the page stands at %v", page.Offset.Y)
			}
			for range 100 {
				test.Scroll(w.Canvas(), over, 0, -10)
			}
			if page.Offset.Y == 0 {
				t.Error("the page never scrolls")
			}
		})
	}
}

// A field in a sheet over the window does not scroll what lies below.
func TestTheWheelOverAFieldInASheet(t *testing.T) {
	useTheme(t, 1)
	page := NewPage(NewText(strings.Repeat("linje\n", 100), Body))
	w := test.NewTempWindow(t, page)
	w.Resize(fyne.NewSize(400, 300))
	field := NewEntry()
	widget.ShowModalPopUp(field, w.Canvas())
	test.Scroll(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(field).AddXY(10, 10), 0, -10)
	if page.Offset.Y != 0 {
		t.Errorf("the page stands at %v", page.Offset.Y)
	}
}
