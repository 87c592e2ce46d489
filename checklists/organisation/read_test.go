package organisation

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// counter counts what is read of a file.
type counter struct {
	fs.File
	read int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.File.Read(p)
	c.read += int64(n)
	return n, err
}

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
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	counted := &counter{File: file}
	if _, err := readOpened(counted); !errors.Is(err, ErrTooLarge) || counted.read > 0 {
		t.Errorf("readOpened reads %d bytes, %v", counted.read, err)
	}
	// A reader does not tell its size beforehand.
	if _, err := Read(counted); !errors.Is(err, ErrTooLarge) || counted.read > MaxFileSize+1 {
		t.Errorf("Read reads %d bytes, %v", counted.read, err)
	}
}

func TestRead(t *testing.T) {
	for _, size := range []int{0, 1, MaxFileSize} {
		if data, err := Read(bytes.NewReader(make([]byte, size))); err != nil || len(data) != size {
			t.Errorf("of %d bytes %d are read, %v", size, len(data), err)
		}
	}
	broken := errors.New("broken")
	if _, err := Read(io.MultiReader(bytes.NewReader([]byte("x")), &failing{broken})); !errors.Is(err, broken) {
		t.Errorf("a disk that fails: %v", err)
	}
}

type failing struct{ err error }

func (f *failing) Read([]byte) (int, error) { return 0, f.err }

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
