package inputfile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "file")
	if err := os.WriteFile(path, []byte("content"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		path string
		most int64
		want error
	}{
		{path, 7, nil},
		{path, 100, nil},
		{path, 6, ErrTooLarge},
		{dir, 100, ErrNotFile},
		{filepath.Join(dir, "missing"), 100, fs.ErrNotExist},
	} {
		data, err := Read(test.path, test.most)
		if !errors.Is(err, test.want) || test.want == nil && string(data) != "content" || test.want != nil && data != nil {
			t.Errorf("of %s at most %d bytes: %q, %v, want %v", filepath.Base(test.path), test.most, data, err, test.want)
		}
	}
}

// A reader that does not tell its size is read no further than one byte beyond
// what is wanted.
func TestReadAll(t *testing.T) {
	for size, want := range map[int]error{0: nil, 9: nil, 10: nil, 11: ErrTooLarge, 1000: ErrTooLarge} {
		r := bytes.NewReader(make([]byte, size))
		data, err := ReadAll(r, 10)
		if !errors.Is(err, want) || want == nil && len(data) != size || size-r.Len() > 11 {
			t.Errorf("of %d bytes %d are read and %d returned, %v", size, size-r.Len(), len(data), err)
		}
	}
	broken := errors.New("broken")
	if _, err := ReadAll(io.MultiReader(strings.NewReader("x"), failing{broken}), 10); !errors.Is(err, broken) {
		t.Errorf("a disk that fails: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
