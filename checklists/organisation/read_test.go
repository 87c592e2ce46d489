package organisation

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// gigabyte makes a file of that size which takes no room on the disk.
func gigabyte(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "large.hjemmekontor")
	if err := os.WriteFile(path, sign(t, example(), newKey(t)).Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 1<<30); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLargeFileIsNotRead(t *testing.T) {
	path := gigabyte(t)
	if data, err := ReadFile(path); data != nil || !errors.Is(err, ErrTooLarge) {
		t.Errorf("ReadFile gives %d bytes, %v, want ErrTooLarge", len(data), err)
	}
}

func TestReadFile(t *testing.T) {
	want := sign(t, example(), newKey(t)).Raw
	dir := t.TempDir()
	path := filepath.Join(dir, "firma.hjemmekontor")
	if err := os.WriteFile(path, want, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("ReadFile gives %d bytes, %v", len(got), err)
	}
	for path, want := range map[string]error{
		dir:                           ErrNotOrganisation,
		filepath.Join(dir, "missing"): fs.ErrNotExist,
	} {
		if _, err := ReadFile(path); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
}
