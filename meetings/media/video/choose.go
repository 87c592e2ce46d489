package video

import (
	"math"

	"github.com/pion/mediadevices/pkg/frame"
	"github.com/pion/mediadevices/pkg/prop"
)

// choose picks, of the modes that a camera offers, the one that comes closest
// to the wish. It reports false when there is none that we can use.
func choose(modes []prop.Media, want Format) (prop.Media, bool) {
	var best prop.Media
	lowest := math.Inf(1)
	for _, mode := range modes {
		if !usable(mode) {
			continue
		}
		if d := distance(mode, want); d < lowest {
			best, lowest = mode, d
		}
	}
	return best, !math.IsInf(lowest, 1)
}

// usable leaves out depth pictures and sizes out of bounds, and odd sizes,
// which the library's decoders cut short.
func usable(mode prop.Media) bool {
	switch mode.FrameFormat {
	case frame.FormatI420, frame.FormatNV12, frame.FormatNV21, frame.FormatYUYV,
		frame.FormatYUY2, frame.FormatUYVY, frame.FormatMJPEG:
	default:
		return false
	}
	return mode.Width >= minSide && mode.Width <= MaxWidth && mode.Width%2 == 0 &&
		mode.Height >= minSide && mode.Height <= MaxHeight && mode.Height%2 == 0
}

// distance says how far a mode is from the wish, in doublings: of the size,
// twice as bad when it is too small; of the shape; of the frame rate, only
// lightly when it is too high. JPEG costs a little, since decoding it does; a
// camera that offers full pictures only slowly still comes out as JPEG.
func distance(mode prop.Media, want Format) float64 {
	size := math.Log2(float64(mode.Width*mode.Height) / float64(want.Width*want.Height))
	if size < 0 {
		size *= -2
	}
	shape := math.Abs(math.Log2(float64(mode.Width) / float64(mode.Height) *
		float64(want.Height) / float64(want.Width)))
	rate := 0.0
	if mode.FrameRate > 0 {
		rate = math.Log2(float64(mode.FrameRate) / want.FrameRate)
		if rate < 0 {
			rate *= -2
		} else {
			rate *= 0.1
		}
	}
	jpeg := 0.0
	if mode.FrameFormat == frame.FormatMJPEG {
		jpeg = 0.1
	}
	return size + shape + rate + jpeg
}
