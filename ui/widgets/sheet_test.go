package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func newSheet(t *testing.T) (*Sheet, fyne.Window) {
	t.Helper()
	useTheme(t, 1)
	w := test.NewTempWindow(t, container.NewStack())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(800, 600))
	return NewSheet(w, NewText("Hei", Body), func(room fyne.Size) fyne.Size {
		return fyne.NewSize(min(room.Width/2, 300), min(room.Height/2, 200))
	}), w
}

func TestASheetGrowsAndShrinksWithTheWindow(t *testing.T) {
	s, w := newSheet(t)
	s.Open(func(*fyne.KeyEvent) {})
	for _, room := range []fyne.Size{{Width: 800, Height: 600}, {Width: 400, Height: 300}, {Width: 1000, Height: 800}} {
		w.Resize(room)
		want := s.size(room)
		at := fyne.NewPos((room.Width-want.Width)/2, (room.Height-want.Height)/2)
		if got := s.Content.Size(); got != want || s.Content.Position() != at {
			t.Errorf("in %v it is %v at %v, want %v at %v", room, got, s.Content.Position(), want, at)
		}
	}
}

func TestWhoGetsTheKeysOfASheet(t *testing.T) {
	tests := []struct {
		name  string
		after func(s *Sheet, w fyne.Window)
		sheet bool // it gets them, not the window
	}{
		{"open", func(*Sheet, fyne.Window) {}, true},
		{"closed", func(s *Sheet, _ fyne.Window) { s.Close() }, false},
		{"taken away", func(s *Sheet, w fyne.Window) { w.Canvas().Overlays().Remove(s) }, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w := newSheet(t)
			var got []string
			w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { got = append(got, "window") })
			s.Open(func(*fyne.KeyEvent) { got = append(got, "sheet") })
			tt.after(s, w)
			w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
			want := []string{"window"}
			if tt.sheet {
				want = []string{"sheet"}
			}
			if !slices.Equal(got, want) || s.Gone() == tt.sheet || s.Close() != tt.sheet {
				t.Errorf("the key goes to %v, want %v", got, want)
			}
		})
	}
}
