package atomicfile

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// begin begins a file at path that holds text.
func begin(t *testing.T, path, text string) *File {
	t.Helper()
	file, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file.Name(), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// check makes sure that the folder of path holds that file alone, with text in
// it.
func check(t *testing.T, path, text string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("the file holds %q, %v, want %q", got, err, text)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestCommitReplaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	for _, text := range []string{"first", "second"} {
		file := begin(t, path, text)
		if err := file.Commit(); err != nil {
			t.Fatal(err)
		}
		file.Discard() // does nothing any more
		check(t, path, text)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestDiscardLeavesWhatWasThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := begin(t, path, "first").Commit(); err != nil {
		t.Fatal(err)
	}
	begin(t, path, "second").Discard()
	check(t, path, "first")
}

// A folder in the way stays, and so does nothing else.
func TestCommitFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "folder")
	inside := filepath.Join(path, "inside")
	if err := os.MkdirAll(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(inside, []byte("kept"), 0o600); err != nil {
		t.Fatal(err)
	}
	file := begin(t, path, "new")
	if err := file.Commit(); err == nil {
		t.Error("a folder was replaced")
	}
	file.Discard()
	check(t, inside, "kept")
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("beside the folder lie %v, %v", entries, err)
	}
}

func TestCreateFails(t *testing.T) {
	if _, err := Create(filepath.Join(t.TempDir(), "missing", "file")); err == nil {
		t.Error("a file was begun in a folder that does not exist")
	}
}
