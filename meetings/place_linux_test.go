package meetings

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// makeReadOnly takes away the right to write in dir until the test ends. File
// modes do not bind root, so as root it is mounted read-only.
func makeReadOnly(t *testing.T, dir string) {
	t.Helper()
	if os.Geteuid() != 0 {
		must(t, os.Chmod(dir, 0o500))
		t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
		return
	}
	must(t, syscall.Mount(dir, dir, "", syscall.MS_BIND, ""))
	t.Cleanup(func() { must(t, syscall.Unmount(dir, syscall.MNT_DETACH)) })
	must(t, syscall.Mount("", dir, "", syscall.MS_BIND|syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
}

func TestReadOnlyFolder(t *testing.T) {
	for name, prepare := range map[string]func(*testing.T, string){
		"empty":        func(*testing.T, string) {},
		"with a store": func(t *testing.T, dir string) { filled(t, dir, newRing()) },
		"with a damaged store": func(t *testing.T, dir string) {
			writeFile(t, filepath.Join(dir, FileName), garbage(5000))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			prepare(t, dir)
			makeReadOnly(t, dir)
			if _, err := OpenStore(t.Context(), dir); !errors.Is(err, ErrNotWritable) {
				t.Errorf("OpenStore: %v, want ErrNotWritable", err)
			}
		})
	}
}

// Another process that is opening the store is waited for, but not for ever.
func TestFolderLocked(t *testing.T) {
	dir := t.TempDir()
	unlock, err := lockFolder(t.Context(), dir, busyWait)
	must(t, err)
	if _, err := openStore(t.Context(), dir, 10*time.Millisecond); !errors.Is(err, ErrBusy) {
		t.Errorf("openStore: %v, want ErrBusy", err)
	}
	unlock()
	mustOpen(t, dir)
}

// A device that is always full is told apart from one that is read-only.
func TestReasonOfFullDevice(t *testing.T) {
	file, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	must(t, err)
	defer file.Close()
	_, err = file.Write([]byte("x"))
	if got := reasonOf(err); !errors.Is(got, ErrFull) {
		t.Errorf("reasonOf(%v) = %v, want ErrFull", err, got)
	}
}
