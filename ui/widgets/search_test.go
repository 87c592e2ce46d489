package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestSearchCanBeEmptied(t *testing.T) {
	tests := []struct {
		name  string
		empty func(*Search)
	}{
		{"with the button", func(s *Search) { test.Tap(s.clear) }},
		{"with escape", func(s *Search) { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			useTheme(t, 1)
			var told []string
			s := NewSearch("Søk", func(query string) { told = append(told, query) })
			w := test.NewTempWindow(t, s)
			if s.clear.Visible() {
				t.Error("an empty field can be emptied")
			}
			w.Canvas().Focus(s)
			test.Type(s, "vpn")
			if !s.clear.Visible() {
				t.Error("what is typed cannot be taken away")
			}
			tt.empty(s)
			if s.Text != "" || s.clear.Visible() || told[len(told)-1] != "" {
				t.Errorf("it holds %q, and told %q", s.Text, told)
			}
			if w.Canvas().Focused() != fyne.Focusable(s) {
				t.Error("the cursor is not in the field")
			}
		})
	}
}

func TestAreaTellsWhenItIsLeft(t *testing.T) {
	useTheme(t, 1)
	area := NewArea(3)
	left := 0
	area.Left = func() { left++ }
	w := test.NewTempWindow(t, area)
	w.Canvas().Focus(area)
	test.Type(area, "Ring Kari")
	if left != 0 {
		t.Error("it is left while it is written in")
	}
	w.Canvas().Unfocus()
	if left != 1 || area.Text != "Ring Kari" {
		t.Errorf("left %d times, holding %q", left, area.Text)
	}
}

func TestPressingTheWordsPressesTheBox(t *testing.T) {
	useTheme(t, 1)
	times := 0
	tick := NewTick(func() { times++ })
	line := NewTickLine(tick, "Del notatet").(*fyne.Container)
	w := test.NewTempWindow(t, line)
	w.Resize(fyne.NewSize(400, 60))
	test.TapCanvas(w.Canvas(), fyne.NewPos(200, 20))
	test.Tap(tick)
	if times != 2 {
		t.Errorf("pressed %d times, want 2", times)
	}
}
