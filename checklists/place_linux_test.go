package checklists

import (
	"context"
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
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
		return
	}
	mount(t, dir, dir, "", syscall.MS_BIND, "")
	if err := syscall.Mount("", dir, "", syscall.MS_BIND|syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
}

// mount mounts source on dir until the test ends.
func mount(t *testing.T, source, dir, kind string, flags uintptr, data string) {
	t.Helper()
	if err := syscall.Mount(source, dir, kind, flags, data); err != nil {
		t.Fatalf("mounting as root: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

func TestReadOnlyFolder(t *testing.T) {
	for name, prepare := range map[string]func(*testing.T, string){
		"empty":        func(*testing.T, string) {},
		"with a store": func(t *testing.T, dir string) { filled(t, dir) },
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
	if err != nil {
		t.Fatal(err)
	}
	if _, err := openStore(t.Context(), dir, 10*time.Millisecond); !errors.Is(err, ErrBusy) {
		t.Errorf("openStore: %v, want ErrBusy", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := OpenStore(ctx, dir); !errors.Is(err, context.Canceled) {
		t.Errorf("OpenStore: %v, want context.Canceled", err)
	}
	unlock()
	mustOpen(t, dir)
}

// The kernel's own file systems take no folders, not even from root.
func TestImpossibleFolder(t *testing.T) {
	if _, err := OpenStore(t.Context(), "/proc/hjemmekontor"); !errors.Is(err, ErrNotWritable) {
		t.Errorf("OpenStore: %v, want ErrNotWritable", err)
	}
}

// A device that is always full is told apart from one that is read-only.
func TestReasonOfFullDevice(t *testing.T) {
	file, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	_, err = file.Write([]byte("x"))
	if got := reasonOf(err); !errors.Is(got, ErrFull) {
		t.Errorf("reasonOf(%v) = %v, want ErrFull", err, got)
	}
}

// TestFullDisk needs a disk of its own, which only root can mount; for others
// TestFull covers the same ground with SQLite's own limit.
func TestFullDisk(t *testing.T) {
	if os.Geteuid() != 0 {
		TestFull(t)
		return
	}
	dir := t.TempDir()
	mount(t, "tmpfs", dir, "tmpfs", 0, "size=1m")
	store := mustOpen(t, dir)
	mustSet(t, store, "before", Done)
	kept, err := fillUp(t, store)
	if !errors.Is(err, ErrFull) || kept == 0 {
		t.Fatalf("after %d writes: %v, want ErrFull", kept, err)
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT, "size=8m"); err != nil {
		t.Fatal(err)
	}
	mustSet(t, store, "after", Done)
	checkAfterFull(t, dir, kept)
}

// The disk is full already when the program starts.
func TestOpenOnFullDisk(t *testing.T) {
	if os.Geteuid() != 0 {
		TestFull(t)
		return
	}
	for name, prepare := range map[string]func(*testing.T, string){
		"empty":        func(*testing.T, string) {},
		"with a store": func(t *testing.T, dir string) { filled(t, dir) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mount(t, "tmpfs", dir, "tmpfs", 0, "size=512k")
			prepare(t, dir)
			occupy(t, filepath.Join(dir, "ballast"))
			if _, err := OpenStore(t.Context(), dir); !errors.Is(err, ErrFull) {
				t.Errorf("OpenStore: %v, want ErrFull", err)
			}
			if err := os.Remove(filepath.Join(dir, "ballast")); err != nil {
				t.Fatal(err)
			}
			store := mustOpen(t, dir)
			if store.SetAside() != "" {
				t.Error("the file was taken for damaged")
			}
			mustSet(t, store, "after", Done)
		})
	}
}

// A memory stick that is full leaves no half copy behind.
func TestCopyToFullDisk(t *testing.T) {
	if os.Geteuid() != 0 {
		TestFull(t)
		return
	}
	store := mustOpen(t, t.TempDir())
	fill(t, store)
	stick := t.TempDir()
	mount(t, "tmpfs", stick, "tmpfs", 0, "size=16k")
	if err := store.SaveCopy(t.Context(), filepath.Join(stick, "copy")); !errors.Is(err, ErrFull) {
		t.Errorf("SaveCopy: %v, want ErrFull", err)
	}
	if entries, err := os.ReadDir(stick); err != nil || len(entries) > 0 {
		t.Errorf("left on the stick: %v, %v", entries, err)
	}
}

// occupy writes a file until the disk it is on is full.
func occupy(t *testing.T, path string) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for {
		if _, err := file.Write(make([]byte, 4096)); isDiskFull(err) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
