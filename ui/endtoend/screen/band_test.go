package screen

import (
	"image"
	"image/color"
	"testing"
)

// words on a part of the screen, as a reading would have them.
var someWords = []word{
	{"over", image.Rect(110, 60, 150, 80)},
	{"line", image.Rect(110, 180, 150, 200)},
	{"beside", image.Rect(200, 190, 260, 230)},
	{"below", image.Rect(110, 300, 150, 320)},
}

func TestChangedIsWhatIsReadAnew(t *testing.T) {
	bounds := image.Rect(100, 50, 400, 350)
	tests := []struct {
		name  string
		spots []image.Point
		want  band
	}{
		{"nowhere", nil, band{}},
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
			got := changed(before, after, someWords)
			if got != tt.want {
				t.Errorf("%v, want %v", got, tt.want)
			}
			if part := got.of(after); !got.empty() && part.Rect != image.Rect(100, got.top, 400, got.bottom) {
				t.Errorf("the picture of it is at %v", part.Rect)
			}
		})
	}
}

func TestAPartOfWhatIsKnownIsNotReadAnew(t *testing.T) {
	whole := image.NewRGBA(image.Rect(0, 0, 500, 400))
	r := newReader()
	r.last[whole.Rect] = reading{whole, someWords}
	part := image.NewRGBA(image.Rect(100, 150, 240, 350))
	words, err := r.read(t.Context(), part)
	if err != nil || len(words) != 2 || words[0].text != "line" || words[1].text != "below" {
		t.Errorf("read %v, %v", words, err)
	}
	delete(r.last, part.Rect)
	whole.Set(10, 200, color.White)
	if _, b := r.nearest(part); !b.empty() {
		t.Errorf("what has changed beside it makes %v to be read", b)
	}
	whole.Set(110, 250, color.White)
	if _, b := r.nearest(part); b != (band{250 - around, 251 + around}) {
		t.Errorf("%v is to be read", b)
	}
}
