package endtoend

import (
	"errors"
	"image"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/ui"
	"hjemmekontor/ui/endtoend/screen"
)

// desk is a screen with the program's data folder and the words it should
// show.
type desk struct {
	*screen.Screen
	data  string
	texts *locales.Texts
	query string // what the list was last searched for
	// listTop is where the list begins below what it is searched with.
	listTop int
}

// newDesk sets up a screen with an empty data folder.
func newDesk(t testing.TB, width, height int, l locales.Language) *desk {
	t.Helper()
	s := screen.Start(t, width, height)
	d := &desk{Screen: s, data: filepath.Join(s.Home, "hjemmekontor"), texts: load(t, l)}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the log:\n%s", d.log(t))
		}
	})
	return d
}

func load(t testing.TB, l locales.Language) *locales.Texts {
	t.Helper()
	texts, err := locales.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// open starts the program and waits for the words behind a key.
func (d *desk) open(t testing.TB, landmark string, args ...string) *screen.Process {
	t.Helper()
	p := d.Launch(t, program, append([]string{"--data", d.data}, args...)...)
	d.query = ""
	d.WaitFor(t, d.texts.Text(landmark), patience)
	return p
}

// start is open in the desk's language.
func (d *desk) start(t testing.TB, landmark string, args ...string) *screen.Process {
	t.Helper()
	return d.open(t, landmark, append([]string{"--lang", string(d.texts.Language())}, args...)...)
}

// see waits for the words behind a key.
func (d *desk) see(t testing.TB, key string, data ...locales.Data) image.Rectangle {
	t.Helper()
	return d.WaitFor(t, d.texts.Text(key, data...), patience)
}

// seeStart waits for the beginning of the words behind a key, where the rest
// may stand on other lines.
func (d *desk) seeStart(t testing.TB, key string, data ...locales.Data) image.Rectangle {
	t.Helper()
	return d.WaitFor(t, beginning(d.texts.Text(key, data...)), patience)
}

// press clicks on the words behind a key.
func (d *desk) press(t testing.TB, key string, data ...locales.Data) {
	t.Helper()
	d.Click(t, d.texts.Text(key, data...))
}

// fill writes into the field below the words behind a key, in place of what
// stands there.
func (d *desk) fill(t testing.TB, key, text string) {
	t.Helper()
	d.ClickAt(t, below(d.see(t, key)))
	d.Key(t, "ctrl+a")
	d.Type(t, text)
	d.WaitFor(t, beginning(text), patience) // a busy program is behind with its keys
}

// below is a point in the field below its name.
func below(name image.Rectangle) image.Point {
	const nameToField = 32
	return image.Pt(name.Min.X+60, name.Max.Y+nameToField)
}

// besides is the middle of the box in front of an item's title.
func besides(title image.Rectangle) image.Point {
	const boxToTitle = 25
	return image.Pt(title.Min.X-boxToTitle, (title.Min.Y+title.Max.Y)/2)
}

// beginning is the first words of a text, which stand on one line even in a
// narrow column.
func beginning(text string) string {
	const words = 2
	return first(text, words)
}

// navigationWidth is how much of a wide window the navigation takes at most.
const navigationWidth = 195

// goTo presses a page's name in the navigation.
func (d *desk) goTo(t testing.TB, page ui.Page) {
	t.Helper()
	navigation := d.Within(image.Rect(0, 0, navigationWidth, d.Bounds().Dy()))
	navigation.Click(t, d.texts.Text("page."+string(page)))
}

// page is the screen without the navigation.
func (d *desk) page() *screen.Area {
	return d.Within(image.Rect(navigationWidth, 0, d.Bounds().Dx(), d.Bounds().Dy()))
}

// toast is the part of the screen where the program says for a moment what it
// has done. It is small, so as to be read in that moment.
func (d *desk) toast() *screen.Area {
	const height = 110
	return d.Within(image.Rect(0, d.Bounds().Dy()-height, d.Bounds().Dx(), d.Bounds().Dy()))
}

// scroll turns the wheel beside the cards of the page, where no field is in the
// way, downwards when steps is positive.
func (d *desk) scroll(t testing.TB, steps int) {
	t.Helper()
	const margin, breadth = 22, 10
	right := d.Bounds().Dx() - margin
	d.Within(image.Rect(right, 0, right+breadth, d.Bounds().Dy())).Scroll(t, steps)
	d.WaitStable(t, patience)
}

// wholePage is how far the wheel turns from one end of the longest page to the
// other.
const wholePage = 100

// scrollToTop turns the wheel back to where the page begins.
func (d *desk) scrollToTop(t testing.TB) {
	t.Helper()
	d.scroll(t, -wholePage)
}

// scrollToEnd turns the wheel to where the page ends.
func (d *desk) scrollToEnd(t testing.TB) {
	t.Helper()
	d.scroll(t, wholePage)
}

// scrollTo turns the wheel until the words behind a key are in sight.
func (d *desk) scrollTo(t testing.TB, key string, data ...locales.Data) image.Rectangle {
	t.Helper()
	return d.scrollToText(t, d.texts.Text(key, data...))
}

// scrollToText is scrollTo for words that are no text of the program's.
func (d *desk) scrollToText(t testing.TB, text string) image.Rectangle {
	t.Helper()
	const farthest = 15
	for range farthest {
		if box, ok := d.Find(t, text); ok {
			return box
		}
		d.scroll(t, 3)
	}
	return d.WaitFor(t, text, patience)
}

// shot keeps a picture under a name that also tells the language.
func (d *desk) shot(t testing.TB, name string) {
	t.Helper()
	d.Keep(t, string(d.texts.Language())+"-"+name)
}

// log is what the program has written to its log.
func (d *desk) log(t testing.TB) string {
	t.Helper()
	written, err := os.ReadFile(filepath.Join(d.data, "hjemmekontor.log"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return string(written)
}
