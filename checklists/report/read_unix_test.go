//go:build unix

package report

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

// Nothing is waited for that never comes, and nothing is read twice.
func TestReadAllOpensOnlyFiles(t *testing.T) {
	dir := t.TempDir()
	put(t, "Arne", dir, "a.json")
	put(t, "Berit", dir, "elsewhere")
	pipe := filepath.Join(dir, "pipe.json")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	loop := filepath.Join(dir, "loop.json")
	for link, target := range map[string]string{
		"linked.json": filepath.Join(dir, "elsewhere"), "loop.json": loop, "again": dir, "null.json": os.DevNull,
	} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	read := ReadAll(t.Context(), []string{dir, os.DevNull})
	if got, want := names(read), []string{"Arne", "Berit"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	wantProblems(t, read, map[string]error{
		pipe:                            ErrNotFile,
		loop:                            syscall.ELOOP,
		filepath.Join(dir, "null.json"): ErrNotFile,
		os.DevNull:                      ErrNotFile,
	})
}
