package reports

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
)

// benchScreen shows 1,000 people and 60 items in a window.
func benchScreen(b *testing.B) (*Screen, fyne.Window, *report.Matrix) {
	b.Helper()
	useTheme(b, 1)
	m := crowd(1000, 60)
	s := New(load(b, locales.Norwegian), Actions{})
	s.Show(m, report.ByName)
	w := test.NewTempWindow(b, s.Object())
	w.Resize(fyne.NewSize(1100, 720))
	return s, w, m
}

// BenchmarkScroll is what the window does for one step of the mouse wheel over
// a table of 1,000 people and 60 items, painting apart: smooth is far below the
// 16 ms between two pictures.
func BenchmarkScroll(b *testing.B) {
	s, _, _ := benchScreen(b)
	const far = 40000 // of about 51,000
	steps := map[string]fyne.Delta{"down": {DY: 25}, "page": {DY: 400}, "across": {DX: 60}}
	for name, step := range steps {
		b.Run(name, func(b *testing.B) {
			at := fyne.NewPos(0, 0)
			for b.Loop() {
				at = at.Add(fyne.NewDelta(step.DX, step.DY))
				if at.Y > far || at.X > 6000 {
					at = fyne.NewPos(0, 0)
				}
				s.table.object.ScrollToOffset(at)
			}
		})
	}
}

// BenchmarkShow1000 is from the matrix to the table on the screen.
func BenchmarkShow1000(b *testing.B) {
	s, _, m := benchScreen(b)
	for b.Loop() {
		s.Show(m, report.ByOverdue)
	}
}

// BenchmarkOpen1000 is from nothing to the whole screen in the window.
func BenchmarkOpen1000(b *testing.B) {
	_, w, m := benchScreen(b)
	texts := load(b, locales.Norwegian)
	for b.Loop() {
		s := New(texts, Actions{})
		s.Show(m, report.ByName)
		w.SetContent(s.Object())
	}
}

// BenchmarkChoose is from the press on a cell to its details.
func BenchmarkChoose(b *testing.B) {
	s, _, _ := benchScreen(b)
	for i := 0; b.Loop(); i++ {
		s.choose(place{i % 1000, i % 60})
	}
}
