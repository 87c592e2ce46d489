package vpx

import (
	"errors"
	"testing"

	"hjemmekontor/meetings/media/video"
)

// stream is a keyframe and the frames that build on it.
func stream(tb testing.TB, w, h, frames int) [][]byte {
	tb.Helper()
	encoder := newEncoder(tb, EncoderConfig{Width: w, Height: h, KeepFrames: true})
	var out [][]byte
	for n, img := range portrait(w, h, frames) {
		data, _ := mustEncode(tb, encoder, img, n, false)
		out = append(out, data)
	}
	return out
}

func TestDamagedFramesAreReported(t *testing.T) {
	frames := stream(t, 320, 180, 2)
	key := frames[0]
	damage := func(change func([]byte) []byte) []byte {
		return change(append([]byte(nil), key...))
	}
	for name, data := range map[string][]byte{
		"nothing":         nil,
		"one byte":        key[:1],
		"header only":     key[:10],
		"half":            key[:len(key)/2],
		"text":            []byte("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n"),
		"zeros":           make([]byte, 4096),
		"start code":      damage(func(b []byte) []byte { b[3] ^= 1; return b }),
		"version":         damage(func(b []byte) []byte { b[0] |= 7 << 1; return b }),
		"first partition": damage(func(b []byte) []byte { b[1], b[2] = 0xff, 0xff; return b }),
		"no key before":   frames[1],
		"too long":        make([]byte, maxFrameSize+1),
	} {
		decoder := newDecoder(t, Limits{})
		var shown video.Frame
		if err := decoder.Decode(data, &shown); !errors.Is(err, ErrCorrupt) {
			t.Errorf("%s: %v, want ErrCorrupt", name, err)
		}
		if shown.Image != nil {
			t.Errorf("%s: the picture was touched", name)
		}
		if err := decoder.Decode(key, &shown); err != nil {
			t.Errorf("%s: keyframe afterwards: %v", name, err)
		}
	}
}

func TestPictureStandsUntilTheNextKeyframe(t *testing.T) {
	frames := stream(t, 320, 180, 4)
	decoder := newDecoder(t, Limits{})
	var shown video.Frame
	if err := decoder.Decode(frames[0], &shown); err != nil {
		t.Fatal(err)
	}
	if err := decoder.Decode(frames[1][:4], &shown); !errors.Is(err, ErrCorrupt) {
		t.Fatalf("broken frame: %v, want ErrCorrupt", err)
	}
	for n := 2; n < 4; n++ {
		if err := decoder.Decode(frames[n], &shown); !errors.Is(err, ErrCorrupt) {
			t.Errorf("frame %d after a broken one: %v, want ErrCorrupt", n, err)
		}
	}
	if err := decoder.Decode(frames[0], &shown); err != nil {
		t.Errorf("keyframe after a broken frame: %v", err)
	}
}

func TestSizesBeyondTheLimitsAreRefused(t *testing.T) {
	for _, test := range []struct {
		name   string
		limits Limits
		w, h   int
		want   error
	}{
		{"within", Limits{MaxWidth: 320, MaxHeight: 180}, 320, 180, nil},
		{"too wide", Limits{MaxWidth: 319, MaxHeight: 180}, 320, 180, ErrSize},
		{"too high", Limits{MaxWidth: 320, MaxHeight: 179}, 320, 180, ErrSize},
		{"above the default", Limits{}, video.MaxWidth + 2, 16, ErrSize},
		{"above what a limit can allow", Limits{MaxWidth: 1 << 20}, video.MaxWidth + 2, 16, ErrSize},
		{"at the default", Limits{}, video.MaxWidth, 16, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var shown video.Frame
			err := newDecoder(t, test.limits).Decode(stream(t, test.w, test.h, 1)[0], &shown)
			if !errors.Is(err, test.want) {
				t.Errorf("%v, want %v", err, test.want)
			}
		})
	}
}

func TestHiddenFramesAreDecodedButNotShown(t *testing.T) {
	key := stream(t, 64, 64, 1)[0]
	key[0] &^= 1 << 4 // the show_frame bit
	var shown video.Frame
	if err := newDecoder(t, Limits{}).Decode(key, &shown); !errors.Is(err, ErrHidden) {
		t.Errorf("%v, want ErrHidden", err)
	}
}

func TestDecodingReusesThePicture(t *testing.T) {
	frames := stream(t, 320, 180, 30)
	decoder := newDecoder(t, Limits{})
	var shown video.Frame
	n := 0
	allocations := testing.AllocsPerRun(len(frames)-1, func() {
		if err := decoder.Decode(frames[n], &shown); err != nil {
			t.Fatal(err)
		}
		n++
	})
	if allocations > 4 {
		t.Errorf("%.0f allocations a frame", allocations)
	}
}

func TestClosedDecoder(t *testing.T) {
	decoder := newDecoder(t, Limits{})
	for range 2 {
		if err := decoder.Close(); err != nil {
			t.Error(err)
		}
	}
	if err := decoder.Decode(stream(t, 64, 64, 1)[0], new(video.Frame)); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v, want ErrClosed", err)
	}
}

// FuzzDecode feeds a decoder that has seen a good keyframe with whatever comes,
// twice, and then asks it to show a good keyframe.
func FuzzDecode(f *testing.F) {
	good := stream(f, 64, 48, 3)
	for _, data := range good {
		f.Add(data)
		f.Add(data[:len(data)/2])
	}
	f.Add(stream(f, 17, 5, 1)[0])
	f.Add([]byte{})
	f.Add([]byte{0x10, 0, 0, 0x9d, 0x01, 0x2a, 0xff, 0x3f, 0xff, 0x3f})
	f.Add([]byte{0x30, 1, 0, 0x9d, 0x01, 0x2a, 0, 16, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		decoder := newDecoder(t, Limits{MaxWidth: 1024, MaxHeight: 1024})
		var shown video.Frame
		for _, frame := range [][]byte{good[0], data, good[1], data, good[0]} {
			err := decoder.Decode(frame, &shown)
			if err != nil && !errors.Is(err, ErrCorrupt) && !errors.Is(err, ErrSize) && !errors.Is(err, ErrHidden) {
				t.Errorf("unexpected error: %v", err)
			}
			if shown.Image != nil && (shown.Image.Rect.Dx() > 1024 || shown.Image.Rect.Dy() > 1024) {
				t.Errorf("decoded to %v", shown.Image.Rect)
			}
		}
		if err := decoder.Decode(good[0], &shown); err != nil {
			t.Errorf("good keyframe: %v", err)
		}
	})
}
