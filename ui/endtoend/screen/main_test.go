package screen

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// window is the built program of testdata/window.
var window string

func TestMain(m *testing.M) {
	os.Exit(runWithWindow(m))
}

// runWithWindow builds the window that the tests look at, once for all.
func runWithWindow(m *testing.M) int {
	dir, err := os.MkdirTemp("", "window")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	window = filepath.Join(dir, "window")
	if out, err := exec.Command("go", "build", "-o", window, "./testdata/window").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building the window: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}
