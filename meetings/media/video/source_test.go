package video

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"hjemmekontor/meetings/media/video/yuv"
)

func open(t *testing.T, spec string, want Format) Source {
	t.Helper()
	source, err := Open(t.Context(), spec, want)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = source.Close() })
	return source
}

func TestSpecsThatOpenNothing(t *testing.T) {
	withCameras(t) // none
	for spec, want := range map[string]error{
		"none":                         ErrNone,
		"":                             ErrNoCamera,
		"HD Webcam":                    ErrUnknownCamera,
		"/dev/video9":                  ErrUnknownCamera,
		"mønster":                      ErrUnknownCamera,
		"/no/such/film.y4m":            ErrBadFile,
		"/no/such/FILM.Y4M":            ErrBadFile,
		t.TempDir() + "/../folder.y4m": ErrBadFile,
	} {
		if source, err := Open(t.Context(), spec, Format{}); !errors.Is(err, want) {
			t.Errorf("Open(%q): %v, %v, want %v", spec, source, err, want)
		}
	}
}

func TestOpenHeedsItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, spec := range []string{"pattern", "", "film.y4m"} {
		if _, err := Open(ctx, spec, Format{}); !errors.Is(err, context.Canceled) {
			t.Errorf("Open(%q): %v, want context.Canceled", spec, err)
		}
	}
	if _, err := Devices(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Devices: %v, want context.Canceled", err)
	}
}

func TestWishesAreBounded(t *testing.T) {
	for _, test := range []struct{ wish, want Format }{
		{Format{}, Format{1280, 720, 30}},
		{Format{FrameRate: 15}, Format{1280, 720, 15}},
		{Format{Width: 640, Height: 360}, Format{640, 360, 30}},
		{Format{Width: 640}, Format{1280, 720, 30}},
		{Format{1, 1, 0.1}, Format{16, 16, 1}},
		{Format{1 << 20, 1 << 20, 1e9}, Format{4096, 2304, 120}},
	} {
		if got := open(t, "pattern", test.wish).Format(); got != test.want {
			t.Errorf("%v became %v, want %v", test.wish, got, test.want)
		}
	}
}

func TestPatternComesAtItsPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		source := open(t, "pattern", Format{64, 64, 25})
		var frame Frame
		start := time.Now()
		for n := range 51 {
			if err := source.Read(t.Context(), &frame); err != nil {
				t.Fatal(err)
			}
			if want := start.Add(time.Duration(n) * time.Second / 25); !frame.Captured.Equal(want) {
				t.Fatalf("picture %d at %v, want %v", n, frame.Captured.Sub(start), want.Sub(start))
			}
		}
		// Late readers get one picture at once and then the old pace.
		time.Sleep(time.Second)
		for _, want := range []time.Duration{0, 40 * time.Millisecond} {
			before := time.Now()
			if err := source.Read(t.Context(), &frame); err != nil {
				t.Fatal(err)
			}
			if got := time.Since(before); got != want {
				t.Errorf("waited %v, want %v", got, want)
			}
		}
	})
}

func TestReadEndsWithItsContextAndWithClose(t *testing.T) {
	film := writeFilm(t, "YUV4MPEG2 W16 H16 F1:1\n", 1)
	for _, spec := range []string{"pattern", film} {
		synctest.Test(t, func(t *testing.T) {
			source := open(t, spec, Format{16, 16, 1})
			var frame Frame
			if err := source.Read(t.Context(), &frame); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
			defer cancel()
			if err := source.Read(ctx, &frame); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%s: %v, want context.DeadlineExceeded", spec, err)
			}
			time.AfterFunc(100*time.Millisecond, func() { _ = source.Close() })
			if err := source.Read(t.Context(), &frame); !errors.Is(err, ErrClosed) {
				t.Errorf("%s: closed while reading: %v, want ErrClosed", spec, err)
			}
			if err := source.Read(t.Context(), &frame); !errors.Is(err, ErrClosed) {
				t.Errorf("%s: after Close: %v, want ErrClosed", spec, err)
			}
			if err := source.Close(); err != nil {
				t.Errorf("%s: second Close: %v", spec, err)
			}
		})
	}
}

func TestFrameScaledFromAnother(t *testing.T) {
	source := open(t, "pattern", Format{1280, 720, 120})
	var full, small Frame
	for range 3 {
		if err := source.Read(t.Context(), &full); err != nil {
			t.Fatal(err)
		}
	}
	small.ScaleFrom(&full, 427, 240)
	if !yuv.Valid(small.Image) || small.Image.Rect.Dx() != 427 || !small.Captured.Equal(full.Captured) {
		t.Fatalf("scaled to %v, captured %v", small.Image.Rect, small.Captured)
	}
	if n, ok := ReadCounter(small.Image); !ok || n != 2 {
		t.Errorf("counter %d, %v after scaling, want 2", n, ok)
	}
}
