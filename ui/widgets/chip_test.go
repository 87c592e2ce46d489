package widgets

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
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
