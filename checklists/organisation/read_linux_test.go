package organisation

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
)

// Neither a pipe that nobody writes to nor a device without end is waited for.
func TestReadFileOfNoFile(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.hjemmekontor")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, "/dev/zero"} {
		if _, err := ReadFile(path); !errors.Is(err, ErrNotOrganisation) {
			t.Errorf("%s: %v, want ErrNotOrganisation", path, err)
		}
	}
}
