package video

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"hjemmekontor/meetings/media/video/yuv"
)

func TestCounterIsReadAtEverySize(t *testing.T) {
	numbers := []uint32{0, 1, 2, 3, 255, 256, 1<<24 + 5, math.MaxUint32 - 1, math.MaxUint32}
	for _, size := range []image.Point{{128, 72}, {160, 90}, {333, 187}, {640, 360}, {1280, 720}, {1920, 1080}, {720, 1280}} {
		pattern := newPattern(Format{size.X, size.Y, 30})
		var frame Frame
		for _, n := range numbers {
			pattern.paint(&frame, n)
			if got, ok := ReadCounter(frame.Image); !ok || got != n {
				t.Errorf("%v: %d read as %d, %v", size, n, got, ok)
			}
		}
	}
}

func TestCounterSurvivesScalingAndNoise(t *testing.T) {
	pattern := newPattern(Format{1280, 720, 30})
	random := rand.New(rand.NewPCG(3, 4))
	var frame, scaled Frame
	for n := range uint32(50) {
		pattern.paint(&frame, n*7919)
		scaled.ScaleFrom(&frame, 200+int(n)*20, 113+int(n)*11)
		for i, v := range scaled.Image.Y {
			scaled.Image.Y[i] = byte(min(255, max(0, int(v)+random.IntN(41)-20)))
		}
		if got, ok := ReadCounter(scaled.Image); !ok || got != n*7919 {
			t.Errorf("%v: %d read as %d, %v", scaled.Image.Rect.Size(), n*7919, got, ok)
		}
	}
}

func TestOtherPicturesHoldNoCounter(t *testing.T) {
	var flat, noise, tiny, sky image.YCbCr
	yuv.Resize(&flat, 640, 360)
	yuv.Resize(&noise, 640, 360)
	random := rand.New(rand.NewPCG(5, 6))
	for i := range noise.Y {
		noise.Y[i] = byte(random.Uint32())
	}
	yuv.Resize(&tiny, 127, 71)
	paintSky(&sky, 640, 360)
	torn := flat
	torn.Y = torn.Y[:100]
	for name, img := range map[string]*image.YCbCr{
		"nil": nil, "flat": &flat, "noise": &noise, "tiny": &tiny, "sky": &sky, "torn": &torn,
	} {
		if n, ok := ReadCounter(img); ok {
			t.Errorf("%s: read %d", name, n)
		}
	}
}

func TestDigitsShowTheNumber(t *testing.T) {
	pattern := newPattern(Format{640, 360, 30})
	var frame Frame
	pattern.paint(&frame, 1234567890)
	dot := 360 / 90
	for i, digit := range "1234567890" {
		left, top := (3+i*(glyphWidth+1))*dot, 3*dot
		for row, bits := range glyphs[digit-'0'] {
			for column := range glyphWidth {
				lit := frame.Image.Y[frame.Image.YOffset(left+column*dot, top+row*dot)] == inkLuma
				if want := bits>>(glyphWidth-1-column)&1 == 1; lit != want {
					t.Fatalf("digit %d (%c), row %d, column %d: lit %v", i, digit, row, column, lit)
				}
			}
		}
	}
}

// The pattern is a picture to look at: it moves from frame to frame, wraps
// round, and stays within the range that screens can show.
func TestPatternMovesAndStaysInRange(t *testing.T) {
	for _, format := range []Format{{1280, 720, 30}, {16, 16, 1}, {17, 333, 120}, {4096, 16, 7.5}} {
		pattern := newPattern(format)
		var frame Frame
		seen := map[image.Point]bool{}
		for n := range uint32(roundTime * 30) {
			seen[pattern.sunAt(n)] = true
		}
		if len(seen) < 6 {
			t.Errorf("%v: the sun stood in %d places", format, len(seen))
		}
		for _, n := range []uint32{0, 59, 100, 180, math.MaxUint32} {
			pattern.paint(&frame, n)
			if !yuv.Valid(frame.Image) || frame.Image.Rect != image.Rect(0, 0, format.Width, format.Height) {
				t.Fatalf("%v: bounds %v", format, frame.Image.Rect)
			}
			for i, v := range frame.Image.Y {
				if v < 16 || v > 235 {
					t.Fatalf("%v, picture %d: luma %d at %d", format, n, v, i)
				}
			}
		}
	}
}

func BenchmarkPattern720p(b *testing.B) {
	pattern := newPattern(Format{1280, 720, 30})
	var frame Frame
	best := time.Duration(math.MaxInt64)
	b.ReportAllocs()
	for n := range b.N {
		start := time.Now()
		pattern.paint(&frame, uint32(n))
		best = min(best, time.Since(start))
	}
	b.ReportMetric(float64(best.Nanoseconds())/1e6, "ms/frame")
	b.ReportMetric(0, "ns/op")
}
