package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestTheTabulatorLeavesAnArea(t *testing.T) {
	useTheme(t, 1)
	var field fyne.Focusable = NewArea(3)
	if tabbed, ok := field.(fyne.Tabbable); !ok || tabbed.AcceptsTab() {
		t.Error("the tabulator is written into the text")
	}
}

func TestAnAreaTakesSeveralLines(t *testing.T) {
	useTheme(t, 1)
	a := NewArea(3)
	test.NewTempWindow(t, a)
	test.Type(a, "Ring Kari.")
	a.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(a, "Ikke slett noe.")
	if a.Text != "Ring Kari.\nIkke slett noe." {
		t.Errorf("it holds %q", a.Text)
	}
}

func TestAnAreaTellsWhenTheKeysGoElsewhere(t *testing.T) {
	useTheme(t, 1)
	a := NewArea(3)
	w := test.NewTempWindow(t, a)
	w.Canvas().Focus(a)
	w.Canvas().Unfocus() // with nobody to tell
	left := 0
	a.Left = func() { left++ }
	w.Canvas().Focus(a)
	if left != 0 {
		t.Error("it tells when the keys come")
	}
	w.Canvas().Unfocus()
	if left != 1 {
		t.Errorf("it tells %d times", left)
	}
}

func TestAnAreaIsAsHighAsItsLines(t *testing.T) {
	useTheme(t, 1)
	three, six, one := NewArea(3).MinSize().Height, NewArea(6).MinSize().Height, NewEntry().MinSize().Height
	if three <= one || six <= three {
		t.Errorf("three lines take %v and six %v, where a single field takes %v", three, six, one)
	}
	full := NewArea(3)
	full.SetText(sentences + "\n" + sentences + "\n" + sentences)
	full.Resize(fyne.NewSize(200, three))
	if got := full.MinSize(); got.Height != three || got.Width > 200 {
		t.Errorf("with much in it, it needs %v", got)
	}
}

func TestAnAreaLeavesTheWindowsShortcutsAlone(t *testing.T) {
	tests := []struct {
		name     string
		shortcut fyne.Shortcut
		window   int // how many shortcuts reach the window
		selected string
	}{
		{"to a page", &desktop.CustomShortcut{KeyName: fyne.Key3, Modifier: fyne.KeyModifierControl}, 1, ""},
		{"select all", &fyne.ShortcutSelectAll{}, 0, "fjord"},
		{"of nobody", &desktop.CustomShortcut{KeyName: fyne.KeyF9, Modifier: fyne.KeyModifierControl}, 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			useTheme(t, 1)
			a := NewArea(3)
			test.NewTempWindow(t, a)
			test.Type(a, "fjord")
			window := listen()
			a.TypedShortcut(tt.shortcut)
			if len(window.typed) != tt.window || a.SelectedText() != tt.selected || a.Text != "fjord" {
				t.Errorf("the window hears %v, the area has %q of %q selected", window.typed, a.SelectedText(), a.Text)
			}
		})
	}
}
