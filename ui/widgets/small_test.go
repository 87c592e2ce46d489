package widgets

import (
	"math"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

func TestChipHasRoomForWhatItWillCount(t *testing.T) {
	useTheme(t, 1)
	for _, text := range []string{"Alle", "Gjelder ikke meg"} {
		chip := NewChip(text, 500, func() {})
		before := chip.MinSize()
		for _, n := range []int{0, 7, 500} {
			chip.Count(n)
			chip.Select(n > 0)
			renderer := test.WidgetRenderer(chip).(*chipRenderer)
			chip.Resize(chip.MinSize())
			if chip.MinSize() != before {
				t.Errorf("with %d it is %v, was %v", n, chip.MinSize(), before)
			}
			if renderer.text.Position().X < 0 || renderer.count.Position().X < renderer.text.Position().X+renderer.text.Size().Width {
				t.Errorf("the words stand at %v, and the number %d at %v", renderer.text.Position(), n, renderer.count.Position())
			}
		}
	}
}

func TestChipLooksAsItIs(t *testing.T) {
	useTheme(t, 1)
	pressed := 0
	chip := NewChip("Gjort", 20, func() { pressed++ })
	w := test.NewTempWindow(t, chip)
	plain := w.Canvas().Capture()
	chip.Select(true)
	selected := w.Canvas().Capture()
	chip.Select(false)
	w.Canvas().Focus(chip)
	focused := w.Canvas().Capture()
	w.Canvas().Unfocus()
	if reflect.DeepEqual(plain, selected) || reflect.DeepEqual(plain, focused) || !reflect.DeepEqual(plain, w.Canvas().Capture()) {
		t.Error("plain, selected and focused do not look different, or leave something")
	}
	test.Tap(chip)
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if pressed != 2 || chip.AccessibilityLabel() != "Gjort" {
		t.Errorf("pressed %d times, a screen reader says %q", pressed, chip.AccessibilityLabel())
	}
}

func TestBar(t *testing.T) {
	tests := []struct {
		name  string
		done  float64
		width float32 // of what is done, of 100
		color fyne.ThemeColorName
	}{
		{"nothing", 0, 0, fynetheme.ColorNamePrimary},
		{"hardly anything", 0.001, 7, fynetheme.ColorNamePrimary},
		{"a half", 0.5, 50, fynetheme.ColorNamePrimary},
		{"all", 1, 100, fynetheme.ColorNameSuccess},
		{"more than all", 3, 100, fynetheme.ColorNameSuccess},
		{"nothing of nothing", math.NaN(), 0, fynetheme.ColorNamePrimary},
		{"less than nothing", math.Inf(-1), 0, fynetheme.ColorNamePrimary},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			useTheme(t, 1)
			bar := NewBar()
			bar.Resize(fyne.NewSize(100, 30))
			bar.Set(0.9)
			bar.Set(tt.done)
			done := test.WidgetRenderer(bar).(*barRenderer).done
			if done.Hidden != (tt.width == 0) || !done.Hidden && done.Size().Width != tt.width {
				t.Errorf("it is %v wide, hidden %v", done.Size().Width, done.Hidden)
			}
			if done.FillColor != fynetheme.Color(tt.color) {
				t.Errorf("it is drawn in %v", done.FillColor)
			}
		})
	}
}

func TestBadgeHoldsItsWords(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		useTheme(t, scale)
		for _, badge := range []*Badge{NewBadge("Må"), NewAlert("På nytt")} {
			badge.Resize(badge.MinSize().AddWidthHeight(0, 40))
			r := test.WidgetRenderer(badge).(*badgeRenderer)
			if r.text.Position().X < 0 || r.text.Size().Width > badge.Size().Width || r.field.Size().Height > badge.MinSize().Height {
				t.Errorf("at %v %q stands at %v in a field of %v", scale, badge.text, r.text.Position(), r.field.Size())
			}
		}
	}
}

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
