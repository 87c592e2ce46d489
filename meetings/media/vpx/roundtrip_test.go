package vpx

import (
	"errors"
	"fmt"
	"image"
	"testing"
	"time"

	"hjemmekontor/meetings/media/video"
	"hjemmekontor/meetings/media/video/yuv"
)

func newEncoder(tb testing.TB, config EncoderConfig) *Encoder {
	tb.Helper()
	if config.Bitrate == 0 {
		config.Bitrate = 600_000
	}
	encoder, err := NewEncoder(config)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = encoder.Close() })
	return encoder
}

func newDecoder(tb testing.TB, limits Limits) *Decoder {
	tb.Helper()
	decoder, err := NewDecoder(limits)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = decoder.Close() })
	return decoder
}

// at is when picture n of a film of 30 pictures a second was taken.
func at(n int) time.Duration { return time.Duration(n) * time.Second / 30 }

// mustEncode encodes a picture that the rate control has no reason to drop.
func mustEncode(tb testing.TB, encoder *Encoder, img *image.YCbCr, n int, forceKey bool) (data []byte, key bool) {
	tb.Helper()
	data, key, err := encoder.Encode(img, at(n), forceKey)
	if err != nil {
		tb.Fatalf("picture %d: %v", n, err)
	}
	if len(data) == 0 {
		tb.Fatalf("picture %d was dropped", n)
	}
	return append([]byte(nil), data...), key
}

func TestPicturesComeBackAsTheyWere(t *testing.T) {
	film := portrait(640, 360, 30)
	encoder := newEncoder(t, EncoderConfig{Width: 640, Height: 360, KeepFrames: true})
	decoder := newDecoder(t, Limits{})
	shown := video.Frame{Captured: time.Unix(1, 0)}
	for n, img := range film {
		data, key := mustEncode(t, encoder, img, n, false)
		if key != (n == 0) {
			t.Errorf("picture %d: keyframe %v, wanted one at the start and no other", n, key)
		}
		if err := decoder.Decode(data, &shown); err != nil {
			t.Fatalf("picture %d: %v", n, err)
		}
		if db := psnr(img, shown.Image); db < 34 {
			t.Errorf("picture %d: %.1f dB, want at least 34", n, db)
		}
	}
	if !shown.Captured.Equal(time.Unix(1, 0)) {
		t.Error("Decode changed the capture time")
	}
}

func TestCounterSurvivesCompression(t *testing.T) {
	for _, size := range []image.Point{{1280, 720}, {640, 360}, {320, 180}} {
		t.Run(fmt.Sprintf("%dx%d", size.X, size.Y), func(t *testing.T) {
			source, err := video.Open(t.Context(), video.SpecPattern, video.Format{Width: size.X, Height: size.Y, FrameRate: 120})
			if err != nil {
				t.Fatal(err)
			}
			defer source.Close()
			encoder := newEncoder(t, EncoderConfig{Width: size.X, Height: size.Y, Bitrate: 200_000, KeepFrames: true})
			decoder := newDecoder(t, Limits{})
			var taken, shown video.Frame
			for n := range 40 {
				if err := source.Read(t.Context(), &taken); err != nil {
					t.Fatal(err)
				}
				data, _ := mustEncode(t, encoder, taken.Image, n, false)
				if err := decoder.Decode(data, &shown); err != nil {
					t.Fatal(err)
				}
				if got, ok := video.ReadCounter(shown.Image); !ok || got != uint32(n) {
					t.Errorf("picture %d: counter read as %d, %v", n, got, ok)
				}
			}
		})
	}
}

func TestOddSizes(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {17, 33}, {161, 91}, {640, 361}, {641, 360}} {
		t.Run(fmt.Sprintf("%dx%d", size.X, size.Y), func(t *testing.T) {
			whole := portrait(size.X+7, size.Y+5, 1)[0]
			// A window into a larger picture has strides of its own.
			img := whole.SubImage(image.Rect(4, 2, 4+size.X, 2+size.Y)).(*image.YCbCr)
			encoder := newEncoder(t, EncoderConfig{Width: size.X, Height: size.Y, Bitrate: 2_000_000})
			data, _ := mustEncode(t, encoder, img, 0, false)
			var shown video.Frame
			if err := newDecoder(t, Limits{}).Decode(data, &shown); err != nil {
				t.Fatal(err)
			}
			if got := shown.Image.Rect.Size(); got != size {
				t.Fatalf("decoded as %v", got)
			}
			var want image.YCbCr
			yuv.Resize(&want, size.X, size.Y)
			for y := range size.Y {
				copy(want.Y[y*want.YStride:][:size.X], img.Y[img.YOffset(4, 2+y):])
			}
			if db := psnr(&want, shown.Image); db < 28 {
				t.Errorf("%.1f dB, want at least 28", db)
			}
		})
	}
}

func TestSizeChangeInTheStream(t *testing.T) {
	encoder := newEncoder(t, EncoderConfig{Width: 320, Height: 180})
	decoder := newDecoder(t, Limits{})
	var shown video.Frame
	for n, size := range []image.Point{{320, 180}, {640, 360}, {160, 90}, {161, 91}} {
		img := portrait(size.X, size.Y, 1)[0]
		if err := encoder.SetSize(size.X, size.Y); err != nil {
			t.Fatal(err)
		}
		data, key := mustEncode(t, encoder, img, n, false)
		if !key {
			t.Errorf("%v: the first frame of a new size is no keyframe", size)
		}
		if err := decoder.Decode(data, &shown); err != nil {
			t.Fatal(err)
		}
		if got := shown.Image.Rect.Size(); got != size {
			t.Errorf("decoded as %v, want %v", got, size)
		}
		if db := psnr(img, shown.Image); db < 28 {
			t.Errorf("%v: %.1f dB, want at least 28", size, db)
		}
	}
	if err := encoder.SetSize(0, 90); !errors.Is(err, ErrSize) {
		t.Errorf("size 0×90: %v, want ErrSize", err)
	}
	mustEncode(t, encoder, portrait(161, 91, 1)[0], 4, false)
}
