//go:build unix

package inputfile

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Neither a pipe that nobody writes to nor a device without end is waited for,
// not even one that has taken a file's place since it was looked at.
func TestOpenWaitsForNothing(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, "/dev/zero", os.DevNull} {
		for name, open := range map[string]func(string, int64) (*os.File, error){"looked at": Open, "swapped": open} {
			if _, err := open(path, 1<<20); !errors.Is(err, ErrNotFile) {
				t.Errorf("%s, %s: %v, want ErrNotFile", path, name, err)
			}
		}
	}
}
