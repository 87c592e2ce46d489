package screen

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"
)

// clickTimeout is how long [Area.Click] waits for its text to appear.
const clickTimeout = 15 * time.Second

// Area is a part of a screen, or all of it, in which texts are looked for.
// Rectangles it takes and returns are in pixels of the whole screen.
type Area struct {
	screen *Screen
	rect   image.Rectangle
}

// Bounds is where the area lies on the screen.
func (a *Area) Bounds() image.Rectangle { return a.rect }

// Find looks for text, once, in one line of what the area shows now. Where it
// stands in several places, the best read is returned, among equals the one
// with the fewest words beside it, and then the first in reading order.
func (a *Area) Find(t testing.TB, text string) (image.Rectangle, bool) {
	t.Helper()
	matches := a.matches(t, text)
	if len(matches) == 0 {
		return image.Rectangle{}, false
	}
	best := matches[0]
	for _, m := range matches[1:] {
		if m.better(best) {
			best = m
		}
	}
	return best.box, true
}

// FindAll returns every place where text stands, in reading order.
func (a *Area) FindAll(t testing.TB, text string) []image.Rectangle {
	t.Helper()
	var boxes []image.Rectangle
	for _, m := range a.matches(t, text) {
		boxes = append(boxes, m.box)
	}
	return boxes
}

// WaitFor looks until text is there and returns where. When timeout passes
// first, the test fails with what was read instead and a saved picture.
func (a *Area) WaitFor(t testing.TB, text string, timeout time.Duration) image.Rectangle {
	t.Helper()
	for deadline := time.Now().Add(timeout); ; time.Sleep(pollPause) {
		if box, ok := a.Find(t, text); ok {
			return box
		}
		if time.Now().After(deadline) {
			a.fail(t, fmt.Sprintf("%q was not shown within %v", text, timeout))
		}
	}
}

// Gone looks until text is there no more, and fails the test when timeout
// passes first.
func (a *Area) Gone(t testing.TB, text string, timeout time.Duration) {
	t.Helper()
	for deadline := time.Now().Add(timeout); ; time.Sleep(pollPause) {
		if _, ok := a.Find(t, text); !ok {
			return
		}
		if time.Now().After(deadline) {
			a.fail(t, fmt.Sprintf("%q was still shown after %v", text, timeout))
		}
	}
}

// Click waits until text is there and clicks in the middle of it.
func (a *Area) Click(t testing.TB, text string) {
	t.Helper()
	box := a.WaitFor(t, text, clickTimeout)
	a.screen.ClickAt(t, middle(box))
}

// Text is all that can be read in the area now, a line for each line. Letters
// may be misread.
func (a *Area) Text(t testing.TB) string {
	t.Helper()
	var lines []string
	for _, l := range a.lines(t) {
		lines = append(lines, l.text())
	}
	return strings.Join(lines, "\n")
}

func (a *Area) matches(t testing.TB, text string) []match {
	t.Helper()
	phrase := fold(text)
	if len(phrase) == 0 {
		t.Fatalf("%q holds no letter or digit to look for", text)
	}
	return search(a.lines(t), phrase)
}

func (a *Area) lines(t testing.TB) []line {
	t.Helper()
	picture := a.screen.capture(t, a.rect)
	words, err := a.screen.reader.read(t.Context(), picture)
	if err != nil {
		t.Fatalf("reading the screen: %v", err)
	}
	return layOut(words)
}

// fail ends the test with what the area shows instead of what was expected.
func (a *Area) fail(t testing.TB, complaint string) {
	t.Helper()
	path := failurePath(t)
	a.screen.Save(t, path)
	t.Fatalf("%s\npicture: %s\nread:\n%s", complaint, path, a.Text(t))
}

func middle(r image.Rectangle) image.Point {
	return r.Min.Add(r.Size().Div(2))
}
