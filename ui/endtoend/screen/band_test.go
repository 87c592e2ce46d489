package screen

import (
	"image"
	"image/color"
	"testing"
)

func TestChangedIsWhatIsReadAnew(t *testing.T) {
	bounds := image.Rect(100, 50, 400, 350)
	words := []word{
		{"over", image.Rect(110, 60, 150, 80)},
		{"line", image.Rect(110, 180, 150, 200)},
		{"beside", image.Rect(200, 190, 260, 230)},
		{"below", image.Rect(110, 300, 150, 320)},
	}
	tests := []struct {
		name  string
		spots []image.Point
		want  band
	}{
		{"between the lines", []image.Point{{300, 140}}, band{140 - around, 141 + around}},
		{"in a line, with the higher word beside it", []image.Point{{120, 190}}, band{178, 230}},
		{"at the edge", []image.Point{{100, 50}}, band{50, 80}},
		{"in two places", []image.Point{{120, 70}, {120, 310}}, band{58, 323}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before, after := image.NewRGBA(bounds), image.NewRGBA(bounds)
			for _, spot := range tt.spots {
				after.Set(spot.X, spot.Y, color.White)
			}
			got := changed(before, after, words)
			if got != tt.want {
				t.Errorf("%v, want %v", got, tt.want)
			}
			if part := got.of(after); part.Rect != image.Rect(100, got.top, 400, got.bottom) {
				t.Errorf("the picture of it is at %v", part.Rect)
			}
		})
	}
}
