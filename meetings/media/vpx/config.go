package vpx

import (
	"fmt"
	"runtime"
)

// Bounds of what an encoder is set to.
const (
	maxEncodeSide = 16383 // fourteen bits in the frame header
	minBitrate    = 30_000
	maxBitrate    = 100_000_000
	minFrameRate  = 1
	maxFrameRate  = 120
)

// DefaultCPUUsed is the speed taken when EncoderConfig.CPUUsed is zero. On a
// talking head in 720p at 1.5 Mbit/s it takes a sixth less time than -8 for
// the same picture; faster still, the picture begins to suffer.
const DefaultCPUUsed = -10

// EncoderConfig says what an encoder is to produce. Zero fields below Bitrate
// take the default they name.
type EncoderConfig struct {
	// Width and Height are the picture's size in pixels.
	Width, Height int
	// FrameRate is how many frames a second are expected; the rate control
	// follows the real times it is given. Default 30.
	FrameRate float64
	// Bitrate is the target in bits a second, at least 30 000.
	Bitrate int

	// CPUUsed trades quality for time: -1 (slow) to -16 (fast), a fixed speed;
	// a positive value lets libvpx adapt to use so many sixteenths of the
	// frame time. Default DefaultCPUUsed.
	CPUUsed int
	// Threads is how many cores one frame may use. Default: one, and more from
	// 720p up on machines that have cores to spare.
	Threads int
	// KeepFrames makes the rate control spoil the picture rather than drop a
	// frame when the bitrate does not suffice.
	KeepFrames bool
	// ScreenContent tunes for text and still areas rather than for faces.
	ScreenContent bool
	// NoiseSensitivity filters camera noise before encoding: 0 (off) to 6.
	NoiseSensitivity int
}

// withDefaults fills in zero fields and refuses values out of range.
func (c EncoderConfig) withDefaults() (EncoderConfig, error) {
	if c.FrameRate == 0 {
		c.FrameRate = 30
	}
	if c.CPUUsed == 0 {
		c.CPUUsed = DefaultCPUUsed
	}
	if c.Threads == 0 {
		c.Threads = defaultThreads(c.Width*c.Height, runtime.NumCPU())
	}
	return c, c.check()
}

// check refuses values out of range.
func (c EncoderConfig) check() error {
	switch {
	case outside(c.Width, 1, maxEncodeSide) || outside(c.Height, 1, maxEncodeSide):
		return fmt.Errorf("encoding %d×%d: %w", c.Width, c.Height, ErrSize)
	case outside(c.FrameRate, minFrameRate, maxFrameRate):
		return fmt.Errorf("frame rate %g out of range %d to %d", c.FrameRate, minFrameRate, maxFrameRate)
	case outside(c.Bitrate, minBitrate, maxBitrate):
		return fmt.Errorf("bitrate %d out of range %d to %d", c.Bitrate, minBitrate, maxBitrate)
	case outside(c.CPUUsed, -16, 16):
		return fmt.Errorf("cpu-used %d out of range -16 to 16", c.CPUUsed)
	case outside(c.Threads, 1, 16):
		return fmt.Errorf("%d threads out of range 1 to 16", c.Threads)
	case outside(c.NoiseSensitivity, 0, 6):
		return fmt.Errorf("noise sensitivity %d out of range 0 to 6", c.NoiseSensitivity)
	}
	return nil
}

// outside tells whether a value is not from low to high; what is not a number
// never is.
func outside[T int | float64](value, low, high T) bool {
	return !(value >= low && value <= high)
}

// defaultThreads leaves most cores to the rest of the call: two for 720p where
// there are four, four for 1080p where there are eight.
func defaultThreads(pixels, cores int) int {
	switch {
	case pixels >= 1920*1080 && cores >= 8:
		return 4
	case pixels >= 1280*720 && cores >= 4:
		return 2
	default:
		return 1
	}
}
