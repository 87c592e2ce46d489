package vpx

import (
	"errors"
	"image"
	"testing"
	"time"

	"hjemmekontor/meetings/media/video/yuv"
)

func TestKeyframeOnRequest(t *testing.T) {
	film := portrait(320, 180, 12)
	encoder := newEncoder(t, EncoderConfig{Width: 320, Height: 180, KeepFrames: true})
	for n, img := range film {
		wanted := n == 0 || n == 5 || n == 6
		if _, key := mustEncode(t, encoder, img, n, wanted); key != wanted {
			t.Errorf("picture %d: keyframe %v, want %v", n, key, wanted)
		}
	}
}

// bitrateOf encodes pictures from to to of a film that repeats, and returns
// the rate in bits a second.
func bitrateOf(t *testing.T, encoder *Encoder, film []*image.YCbCr, from, to int) int {
	t.Helper()
	size := 0
	for n := from; n < to; n++ {
		// There and back again, so that the film has no cut.
		i := n % (2 * len(film))
		if i >= len(film) {
			i = 2*len(film) - 1 - i
		}
		data, _, err := encoder.Encode(film[i], at(n), false)
		if err != nil {
			t.Fatal(err)
		}
		size += len(data)
	}
	return size * 8 * 30 / (to - from)
}

func TestBitrateIsKeptAndFollowed(t *testing.T) {
	film := portrait(640, 360, 30)
	encoder := newEncoder(t, EncoderConfig{Width: 640, Height: 360, Bitrate: 1_000_000})
	bitrateOf(t, encoder, film, 0, 60) // let it settle
	from := 60
	for _, target := range []int{1_000_000, 250_000, 600_000} {
		if err := encoder.SetBitrate(target); err != nil {
			t.Fatal(err)
		}
		bitrateOf(t, encoder, film, from, from+30)
		got := bitrateOf(t, encoder, film, from+30, from+120)
		from += 120
		if got < target*7/10 || got > target*12/10 {
			t.Errorf("%d bit/s, want %d", got, target)
		}
	}
}

func TestBitrateOutOfRangeIsBroughtIn(t *testing.T) {
	encoder := newEncoder(t, EncoderConfig{Width: 160, Height: 90})
	for _, bitrate := range []int{-1, 0, 1 << 40} {
		if err := encoder.SetBitrate(bitrate); err != nil {
			t.Errorf("SetBitrate(%d): %v", bitrate, err)
		}
	}
}

// A camera that was off for an hour must not leave the encoder with an hour's
// bits for its next frame, nor with none.
func TestPauseDoesNotUpsetTheRate(t *testing.T) {
	film := portrait(640, 360, 30)
	encoder := newEncoder(t, EncoderConfig{Width: 640, Height: 360, Bitrate: 500_000})
	bitrateOf(t, encoder, film, 0, 60)
	const hour = 30 * 3600
	got := bitrateOf(t, encoder, film, hour, hour+90)
	if got < 350_000 || got > 700_000 {
		t.Errorf("%d bit/s after a pause, want 500000", got)
	}
}

func TestClockKeepsGoingForward(t *testing.T) {
	c := newClock(30)
	previous := int64(-1)
	for _, pts := range []time.Duration{5 * time.Second, 5 * time.Second, 3 * time.Second, time.Hour, -time.Hour} {
		ticks, duration := c.tick(pts)
		if ticks <= previous {
			t.Errorf("at %v: %d ticks after %d", pts, ticks, previous)
		}
		if previous >= 0 && ticks-previous > ticksPerSecond {
			t.Errorf("at %v: a gap of %d ticks, want at most a second", pts, ticks-previous)
		}
		if duration != 3000 {
			t.Errorf("duration %d ticks, want 3000", duration)
		}
		previous = ticks
	}
}

func TestSpeedChangesOnTheFly(t *testing.T) {
	film := portrait(320, 180, 6)
	encoder := newEncoder(t, EncoderConfig{Width: 320, Height: 180, KeepFrames: true})
	for n, cpuUsed := range []int{-4, -12, 0, 8} {
		if err := encoder.SetCPUUsed(cpuUsed); err != nil {
			t.Errorf("SetCPUUsed(%d): %v", cpuUsed, err)
		}
		mustEncode(t, encoder, film[n], n, false)
	}
	if err := encoder.SetCPUUsed(17); err == nil {
		t.Error("SetCPUUsed(17) was accepted")
	}
}

func TestEveryOptionOpens(t *testing.T) {
	img := portrait(1920, 1080, 1)[0]
	for _, config := range []EncoderConfig{
		{Threads: 4},
		{Threads: 16},
		{ScreenContent: true},
		{NoiseSensitivity: 6},
		{KeepFrames: true, FrameRate: 120, CPUUsed: -16},
	} {
		config.Width, config.Height, config.Bitrate = 1920, 1080, 3_000_000
		mustEncode(t, newEncoder(t, config), img, 0, false)
	}
}

func TestImpossibleEncodersAreRefused(t *testing.T) {
	good := EncoderConfig{Width: 640, Height: 360, Bitrate: 500_000}
	for name, change := range map[string]func(*EncoderConfig){
		"no width":        func(c *EncoderConfig) { c.Width = 0 },
		"negative height": func(c *EncoderConfig) { c.Height = -1 },
		"too wide":        func(c *EncoderConfig) { c.Width = 16384 },
		"no bitrate":      func(c *EncoderConfig) { c.Bitrate = 0 },
		"bitrate in kbit": func(c *EncoderConfig) { c.Bitrate = 500 },
		"frame rate":      func(c *EncoderConfig) { c.FrameRate = 1000 },
		"speed":           func(c *EncoderConfig) { c.CPUUsed = -17 },
		"threads":         func(c *EncoderConfig) { c.Threads = 1000 },
		"noise":           func(c *EncoderConfig) { c.NoiseSensitivity = 7 },
	} {
		config := good
		change(&config)
		if encoder, err := NewEncoder(config); err == nil {
			_ = encoder.Close()
			t.Errorf("%s was accepted", name)
		}
	}
}

func TestPicturesThatDoNotFitAreRefused(t *testing.T) {
	encoder := newEncoder(t, EncoderConfig{Width: 64, Height: 64})
	var wide, torn image.YCbCr
	yuv.Resize(&wide, 128, 64)
	yuv.Resize(&torn, 64, 64)
	torn.Cr = torn.Cr[:10]
	full := image.NewYCbCr(image.Rect(0, 0, 64, 64), image.YCbCrSubsampleRatio444)
	for name, img := range map[string]*image.YCbCr{"nil": nil, "wide": &wide, "torn": &torn, "4:4:4": full} {
		if _, _, err := encoder.Encode(img, 0, false); !errors.Is(err, ErrSize) {
			t.Errorf("%s: %v, want ErrSize", name, err)
		}
	}
}

func TestClosedEncoder(t *testing.T) {
	encoder := newEncoder(t, EncoderConfig{Width: 64, Height: 64})
	for range 2 {
		if err := encoder.Close(); err != nil {
			t.Error(err)
		}
	}
	_, _, err := encoder.Encode(portrait(64, 64, 1)[0], 0, false)
	for _, err := range []error{err, encoder.SetBitrate(100_000), encoder.SetSize(32, 32), encoder.SetCPUUsed(-4)} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("after Close: %v, want ErrClosed", err)
		}
	}
}

// The bandwidth estimator, the window and the camera all talk to the encoder.
func TestSettingsChangeWhileEncoding(t *testing.T) {
	film := portrait(160, 90, 10)
	encoder := newEncoder(t, EncoderConfig{Width: 160, Height: 90})
	done := make(chan struct{})
	go func() {
		defer close(done)
		for n := range 200 {
			_ = encoder.SetBitrate(100_000 + n*1000)
			_ = encoder.SetCPUUsed(-4 - n%8)
		}
	}()
	for n := range 100 {
		if _, _, err := encoder.Encode(film[n%len(film)], at(n), n%10 == 0); err != nil {
			t.Error(err)
		}
	}
	<-done
}
