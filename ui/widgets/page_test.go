package widgets

import (
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// easel is a driver that knows an object once it is painted, as that of a real
// window does; the toolkit's own for tests knows all at once.
type easel struct {
	fyne.Driver
	fresh fyne.CanvasObject // what is not painted yet
}

func (e *easel) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	if o == e.fresh {
		return nil
	}
	return e.Driver.CanvasForObject(o)
}

func (e *easel) AbsolutePositionForObject(o fyne.CanvasObject) fyne.Position {
	if o == e.fresh {
		return fyne.Position{}
	}
	return e.Driver.AbsolutePositionForObject(o)
}

// onEasel is an app with such a driver.
type onEasel struct {
	fyne.App
	driver *easel
}

func (a onEasel) Driver() fyne.Driver { return a.driver }

// What has just been made is revealed when it is painted, unless that takes so
// long that the user is elsewhere.
func TestRevealedOncePainted(t *testing.T) {
	for name, tt := range map[string]struct {
		paintedAfter time.Duration
		revealed     bool
	}{
		"soon":     {100 * time.Millisecond, true},
		"too late": {time.Minute, false},
	} {
		t.Run(name, func(t *testing.T) {
			useTheme(t, 1)
			fresh := blockOf(40)
			page := NewPage(blockOf(1000), fresh, blockOf(1000))
			w := test.NewTempWindow(t, page)
			w.SetPadded(false)
			w.Resize(fyne.NewSize(300, 400))
			page.ScrollToOffset(fyne.NewPos(0, 300))
			app := fyne.CurrentApp()
			driver := &easel{Driver: app.Driver(), fresh: fresh}
			fyne.SetCurrentApp(onEasel{app, driver})
			t.Cleanup(func() { fyne.SetCurrentApp(app) })
			synctest.Test(t, func(t *testing.T) {
				page.Reveal(fresh)
				if page.Offset.Y != 300 {
					t.Errorf("the page scrolls to %v for what stands nowhere yet", page.Offset.Y)
				}
				time.Sleep(tt.paintedAfter)
				page.Follow()
				driver.fresh = nil
				page.Follow()
			})
			if shown := at(fresh)+fresh.Size().Height <= page.Size().Height; shown != tt.revealed {
				t.Errorf("with the page at %v it is in sight: %v", page.Offset.Y, shown)
			}
		})
	}
}
