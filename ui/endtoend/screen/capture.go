package screen

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"
)

const (
	// pollPause is the pause between two looks at the screen.
	pollPause = 100 * time.Millisecond
	// paintedColours is how many colours tell a painted window, with the soft
	// edges of its letters, from an empty one.
	paintedColours = 16
)

// ShotsVariable names the environment variable with the folder in which
// pictures are kept.
const ShotsVariable = "HJEMMEKONTOR_SCREENSHOTS"

// Shot takes a picture of the whole screen, without the mouse pointer.
func (s *Screen) Shot(t testing.TB) *image.RGBA {
	t.Helper()
	return s.capture(t, s.Bounds())
}

// Save takes a picture of the whole screen and writes it to path as PNG,
// making folders as needed.
func (s *Screen) Save(t testing.TB, path string) {
	t.Helper()
	var encoded bytes.Buffer
	if err := png.Encode(&encoded, s.Shot(t)); err != nil {
		t.Fatalf("encoding a picture of the screen: %v", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatalf("keeping a picture of the screen: %v", err)
	}
	if err := os.WriteFile(path, encoded.Bytes(), 0o644); err != nil {
		t.Fatalf("keeping a picture of the screen: %v", err)
	}
}

// Keep saves a picture as NAME.png in the folder that [ShotsVariable] names,
// and does nothing where it names none.
func (s *Screen) Keep(t testing.TB, name string) {
	t.Helper()
	if dir := os.Getenv(ShotsVariable); dir != "" {
		s.Save(t, filepath.Join(dir, name+".png"))
	}
}

// WaitStable waits until the picture has stopped changing. A blinking text
// cursor is not a change; a running video is, and fails the test when timeout
// passes.
func (s *Screen) WaitStable(t testing.TB, timeout time.Duration) {
	t.Helper()
	before := s.Shot(t)
	for deadline := time.Now().Add(timeout); ; {
		time.Sleep(2 * pollPause)
		now := s.Shot(t)
		if alike(before, now) {
			return
		}
		if time.Now().After(deadline) {
			s.fail(t, "the picture kept changing for "+timeout.String())
		}
		before = now
	}
}

// WaitPainted waits until something with text-like detail is on the screen
// and returns when that was, to within about 10 ms. On an empty screen it is
// the moment at which a program's first window is painted.
func (s *Screen) WaitPainted(t testing.TB, timeout time.Duration) time.Time {
	t.Helper()
	for deadline := time.Now().Add(timeout); ; time.Sleep(2 * time.Millisecond) {
		picture, taken := s.Shot(t), time.Now()
		if colours(picture, paintedColours) >= paintedColours {
			return taken
		}
		if taken.After(deadline) {
			s.fail(t, "nothing was painted within "+timeout.String())
		}
	}
}

// capture fetches a part of the root window's picture, which holds all
// windows as they lie over each other. The result's bounds are rect.
func (s *Screen) capture(t testing.TB, rect image.Rectangle) *image.RGBA {
	t.Helper()
	reply, err := xproto.GetImage(s.conn, xproto.ImageFormatZPixmap, xproto.Drawable(s.root),
		int16(rect.Min.X), int16(rect.Min.Y), uint16(rect.Dx()), uint16(rect.Dy()), ^uint32(0)).Reply()
	if err != nil {
		t.Fatalf("taking a picture of display %s: %v", s.Display, err)
	}
	picture := image.NewRGBA(rect)
	if len(reply.Data) != len(picture.Pix) {
		t.Fatalf("taking a picture of display %s: %d bytes instead of %d",
			s.Display, len(reply.Data), len(picture.Pix))
	}
	// Depth 24 comes as blue, green, red and an unused byte.
	for i := 0; i < len(reply.Data); i += 4 {
		picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2] = reply.Data[i+2], reply.Data[i+1], reply.Data[i]
		picture.Pix[i+3] = 0xff
	}
	return picture
}

// alike reports whether fewer than one pixel in a thousand differs.
func alike(a, b *image.RGBA) bool {
	differing := 0
	for i := 0; i < len(a.Pix); i += 4 {
		if !bytes.Equal(a.Pix[i:i+3], b.Pix[i:i+3]) {
			differing++
		}
	}
	return differing*1000 < len(a.Pix)/4
}

// colours counts the colours of a picture, and stops at limit.
func colours(picture *image.RGBA, limit int) int {
	seen := make(map[[3]byte]struct{}, limit)
	for i := 0; i < len(picture.Pix) && len(seen) < limit; i += 4 {
		seen[[3]byte(picture.Pix[i:])] = struct{}{}
	}
	return len(seen)
}

// failurePath is where the picture of a failed test is kept.
func failurePath(t testing.TB) string {
	dir := os.Getenv(ShotsVariable)
	if dir == "" {
		dir = os.TempDir()
	}
	name := strings.NewReplacer("/", "-", " ", "_").Replace(t.Name())
	return filepath.Join(dir, "failed-"+name+".png")
}
