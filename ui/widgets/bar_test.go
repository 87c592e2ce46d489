package widgets

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

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
