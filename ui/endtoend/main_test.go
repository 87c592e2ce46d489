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
