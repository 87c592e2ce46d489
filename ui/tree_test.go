package ui_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	mainLines = 100 // main.go stays below this
	fileLines = 500 // and every other file below this
)

// topEntries is all that may stand at the top of the tree.
var topEntries = []string{
	"main.go", "ui", "meetings", "checklists", "locales", "assets",
	"go.mod", "go.sum", "FyneApp.toml", "README.md", "Makefile", "LICENSE", "CHANGELOG.md",
	"docs", ".ci", ".github", ".gitignore", ".golangci.yml",
}

func TestTopOfTree(t *testing.T) {
	for _, file := range tracked(t) {
		entry, _, _ := strings.Cut(file, "/")
		if !slices.Contains(topEntries, entry) {
			t.Errorf("%s stands at the top, where only these belong: %s", entry, strings.Join(topEntries, " "))
		}
	}
}

func TestFilesAreShort(t *testing.T) {
	seen := 0
	for _, file := range tracked(t) {
		if filepath.Ext(file) != ".go" {
			continue
		}
		content, err := os.ReadFile(filepath.Join(top, file))
		if errors.Is(err, fs.ErrNotExist) {
			continue // removed, but not committed yet
		}
		if err != nil {
			t.Fatal(err)
		}
		seen++
		limit := fileLines
		if file == "main.go" {
			limit = mainLines
		}
		if lines := bytes.Count(content, []byte("\n")); lines >= limit {
			t.Errorf("%s has %d lines, and should have fewer than %d", file, lines, limit)
		}
	}
	if seen == 0 {
		t.Error("no Go file was seen")
	}
}

// tracked returns the files that belong to the project, with slashes: those
// git knows or would add, and in a copy without git all but what was built.
func tracked(t *testing.T) []string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(top, ".git")); err != nil {
		return copied(t)
	}
	// The checkout may belong to somebody else, as in a container.
	cmd := exec.Command("git", "-c", "safe.directory=*", "ls-files", "-z",
		"--cached", "--others", "--exclude-standard")
	cmd.Dir = top
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("listing the files: %v\n%s", err, complaint.Bytes())
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == 0 })
}

func copied(t *testing.T) []string {
	t.Helper()
	var files []string
	err := fs.WalkDir(os.DirFS(top), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name == "build" {
			return fs.SkipDir
		}
		if !entry.IsDir() {
			files = append(files, name)
		}
		return nil
	})
	if err != nil {
		t.Fatalf("listing the files: %v", err)
	}
	return files
}
