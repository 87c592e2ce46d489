// Package endtoend tries the built program as a person does: in a real window
// on a display without a monitor, with a mouse and a keyboard, reading what
// stands on the screen.
package endtoend

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"hjemmekontor/locales"
	"hjemmekontor/ui/endtoend/screen"
)

// program is the path of the program, built before the tests run.
var program string

// patience is how long a page may take to appear on a busy machine.
const patience = 20 * time.Second

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "hjemmekontor")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program = filepath.Join(dir, "hjemmekontor")
	// Without the tag migrated_fynedo, so that the toolkit reports calls from
	// the wrong goroutine.
	build := exec.Command("go", "build", "-o", program, "hjemmekontor")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building the program: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// desk is a screen with the program's data folder and the words it should
// show.
type desk struct {
	*screen.Screen
	data  string
	texts *locales.Texts
}

// newDesk sets up a screen with an empty data folder.
func newDesk(t testing.TB, width, height int, l locales.Language) *desk {
	t.Helper()
	s := screen.Start(t, width, height)
	return &desk{Screen: s, data: filepath.Join(s.Home, "hjemmekontor"), texts: load(t, l)}
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
	d.WaitFor(t, d.texts.Text(landmark), patience)
	return p
}

// see waits for the words behind a key.
func (d *desk) see(t testing.TB, key string) {
	t.Helper()
	d.WaitFor(t, d.texts.Text(key), patience)
}

// press clicks on the words behind a key.
func (d *desk) press(t testing.TB, key string) {
	t.Helper()
	d.Click(t, d.texts.Text(key))
}

// log is what the program has written to its log.
func (d *desk) log(t testing.TB) string {
	t.Helper()
	written, err := os.ReadFile(filepath.Join(d.data, "hjemmekontor.log"))
	if err != nil {
		t.Fatal(err)
	}
	return string(written)
}

// scrollTo turns the wheel until the words behind a key are in sight.
func (d *desk) scrollTo(t testing.TB, key string) {
	t.Helper()
	const farthest = 15
	for range farthest {
		if _, ok := d.Find(t, d.texts.Text(key)); ok {
			return
		}
		d.Scroll(t, 3)
		d.WaitStable(t, patience)
	}
	d.see(t, key)
}
