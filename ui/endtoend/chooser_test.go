package endtoend

import (
	"image"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hjemmekontor/locales"
)

// saveInto lets the program save a file into a folder: the chooser is open, its
// title is the text of title, and the name that it proposes is kept.
func (d *desk) saveInto(t *testing.T, title, folder string) {
	t.Helper()
	d.see(t, title)
	d.goToFolder(t, folder)
	d.pressBelow(t, "chooser.save")
}

// openPath chooses a file in the chooser, which is open.
func (d *desk) openPath(t *testing.T, title, path string) {
	t.Helper()
	d.see(t, title)
	d.typePath(t, path)
	d.Gone(t, d.texts.Text("chooser.up"), patience)
}

// pressBelow presses a button in the lower half of the chooser, where no title
// says the same, nor a button of the page below.
func (d *desk) pressBelow(t *testing.T, key string, data ...locales.Data) {
	t.Helper()
	const edge = 44 // what is seen of the page below the chooser
	size := d.Bounds().Size()
	d.Within(image.Rect(0, size.Y/2, size.X, size.Y-edge)).Click(t, d.texts.Text(key, data...))
}

// goToFolder goes to a folder by its path.
func (d *desk) goToFolder(t *testing.T, folder string) {
	t.Helper()
	d.typePath(t, folder)
	d.WaitFor(t, signpost, patience)
}

// typePath writes a path in the field at the top of the chooser.
func (d *desk) typePath(t *testing.T, path string) {
	t.Helper()
	d.ClickAt(t, right(d.see(t, "chooser.folder")))
	d.Key(t, "ctrl+a")
	d.Type(t, path)
	d.Key(t, "Return")
}

// right is a point in the field to the right of its name.
func right(name image.Rectangle) image.Point {
	const nameToField = 150
	return image.Pt(name.Max.X+nameToField, (name.Min.Y+name.Max.Y)/2)
}

// signpost is a folder that is in every folder to be chosen, by which one knows
// that it is shown.
const signpost = "Vedlegg"

// newFolder makes a folder to save in and to open from.
func (d *desk) newFolder(t *testing.T, name string) string {
	t.Helper()
	folder := filepath.Join(d.Home, name)
	if err := os.MkdirAll(filepath.Join(folder, signpost), 0o700); err != nil {
		t.Fatal(err)
	}
	return folder
}

// awaitFile waits until a file is there, whose name fits pattern, and returns
// its path.
func awaitFile(t *testing.T, folder, pattern string) string {
	t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 1 {
			return found[0]
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s in %s: %q", pattern, folder, found)
		}
	}
}
