package widgets

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	fynetheme "fyne.io/fyne/v2/theme"
)

func TestRing(t *testing.T) {
	tests := []struct {
		name     string
		fraction float64
		end      float32 // of the arc that is done, in degrees
		seen     bool
	}{
		{"nothing done", 0, 0, false},
		{"a quarter", 0.25, 90, true},
		{"all", 1, 360, true},
		{"more than all", 1.5, 360, true},
		{"less than nothing", -1, 0, false},
		{"nothing of nothing", math.NaN(), 0, false},
		{"something of nothing", math.Inf(1), 360, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			useTheme(t, 1)
			ring := NewRing(0, "")
			renderer := test.WidgetRenderer(ring).(*ringRenderer)
			ring.Set(tt.fraction, "3 av 12")
			if renderer.done.EndAngle != tt.end || renderer.done.Hidden == tt.seen {
				t.Errorf("the arc goes to %v, hidden %v", renderer.done.EndAngle, renderer.done.Hidden)
			}
			if renderer.words.Text != "3 av 12" {
				t.Errorf("it says %q", renderer.words.Text)
			}
		})
	}
}

func TestRingTurnsGreenWhenAllIsDone(t *testing.T) {
	useTheme(t, 1)
	ring := NewRing(0.99, "99 av 100")
	renderer := test.WidgetRenderer(ring).(*ringRenderer)
	if renderer.done.FillColor != fynetheme.Color(fynetheme.ColorNamePrimary) {
		t.Error("it is not in the primary colour while something is left")
	}
	ring.Set(1, "100 av 100")
	if renderer.done.FillColor != fynetheme.Color(fynetheme.ColorNameSuccess) {
		t.Error("it is not in the colour of success when all is done")
	}
}

func TestRingIsRoundAndHoldsItsWords(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		useTheme(t, scale)
		ring := NewRing(0.5, "20 av 40")
		ring.Resize(fyne.NewSize(300, 140))
		renderer := test.WidgetRenderer(ring).(*ringRenderer)
		renderer.Layout(ring.Size())
		if size := renderer.done.Size(); size != fyne.NewSquareSize(140) || renderer.track.Size() != size {
			t.Errorf("at %v the arcs have %v and %v", scale, size, renderer.track.Size())
		}
		if words, least := renderer.words.MinSize().Width, ring.MinSize().Width; words > least {
			t.Errorf("at %v words of %v stand in a ring of %v", scale, words, least)
		}
	}
}
