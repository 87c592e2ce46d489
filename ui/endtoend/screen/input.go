package screen

import (
	"image"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

const (
	leftButton = 1
	wheelUp    = 4
	wheelDown  = 5

	// handPause is how long a hand rests between moving, pressing and letting
	// go: a few painted frames, so that the program sees each on its own.
	handPause = 40 * time.Millisecond
	// wheelPause is how long it takes to turn the wheel one step.
	wheelPause = 10 * time.Millisecond
)

// Move moves the mouse to a point.
func (s *Screen) Move(t testing.TB, p image.Point) {
	t.Helper()
	s.fake(t, xproto.MotionNotify, 0, p)
	time.Sleep(handPause)
}

// ClickAt clicks the left mouse button at a point and leaves the mouse there.
func (s *Screen) ClickAt(t testing.TB, p image.Point) {
	t.Helper()
	s.Move(t, p)
	s.press(t, leftButton)
}

// Scroll turns the mouse wheel by steps, downwards when positive, over the
// middle of the area. Afterwards the mouse is there.
func (a *Area) Scroll(t testing.TB, steps int) {
	t.Helper()
	a.screen.Move(t, middle(a.rect))
	button := byte(wheelDown)
	if steps < 0 {
		button, steps = wheelUp, -steps
	}
	for range steps {
		a.screen.fake(t, xproto.ButtonPress, button, image.Point{})
		a.screen.fake(t, xproto.ButtonRelease, button, image.Point{})
		time.Sleep(wheelPause)
	}
	time.Sleep(handPause)
}

// Type types text into whatever has the keyboard.
func (s *Screen) Type(t testing.TB, text string) {
	t.Helper()
	s.run(t, find(t, "xdotool", "xdotool"), "type", "--clearmodifiers", "--delay", "20", "--", text)
}

// Key presses a key or a combination by its X names: "Return", "ctrl+1",
// "shift+Tab".
func (s *Screen) Key(t testing.TB, combination string) {
	t.Helper()
	s.run(t, find(t, "xdotool", "xdotool"), "key", "--clearmodifiers", "--", combination)
	time.Sleep(handPause)
}

// press presses and releases a mouse button where the mouse is.
func (s *Screen) press(t testing.TB, button byte) {
	t.Helper()
	s.fake(t, xproto.ButtonPress, button, image.Point{})
	time.Sleep(handPause)
	s.fake(t, xproto.ButtonRelease, button, image.Point{})
	time.Sleep(handPause)
}

// fake hands the display one event as if it came from the mouse.
func (s *Screen) fake(t testing.TB, event, detail byte, p image.Point) {
	t.Helper()
	err := xtest.FakeInputChecked(s.conn, event, detail, xproto.TimeCurrentTime,
		s.root, int16(p.X), int16(p.Y), 0).Check()
	if err != nil {
		t.Fatalf("moving the mouse on display %s: %v", s.Display, err)
	}
}
