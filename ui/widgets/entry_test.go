package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestEntryLeavesTheWindowsShortcutsAlone(t *testing.T) {
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
			e := NewEntry()
			test.NewTempWindow(t, e)
			test.Type(e, "fjord")
			window := listen()
			e.TypedShortcut(tt.shortcut)
			if len(window.typed) != tt.window || e.SelectedText() != tt.selected || e.Text != "fjord" {
				t.Errorf("the window hears %v, the entry has %q of %q selected", window.typed, e.SelectedText(), e.Text)
			}
		})
	}
}

// listening is a canvas that hears of shortcuts, as a real one does and the
// test driver's does not.
type listening struct {
	fyne.Canvas
	typed []fyne.Shortcut
}

func (c *listening) TypedShortcut(s fyne.Shortcut) { c.typed = append(c.typed, s) }

// listen puts everything on a canvas that hears of shortcuts.
func listen() *listening {
	app := fyne.CurrentApp()
	canvas := &listening{Canvas: app.Driver().CanvasForObject(nil)}
	fyne.SetCurrentApp(listeningApp{app, listeningDriver{app.Driver(), canvas}})
	return canvas
}

type listeningApp struct {
	fyne.App
	driver fyne.Driver
}

func (a listeningApp) Driver() fyne.Driver { return a.driver }

type listeningDriver struct {
	fyne.Driver
	canvas fyne.Canvas
}

func (d listeningDriver) CanvasForObject(fyne.CanvasObject) fyne.Canvas { return d.canvas }
