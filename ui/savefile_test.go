package ui

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"hjemmekontor/locales"
	"hjemmekontor/ui/chooser"
)

var errDiskFull = errors.New("disk full")

// half writes some of its text and fails.
func half(w io.Writer) error {
	if _, err := io.WriteString(w, strings.Repeat("half ", 10_000)); err != nil {
		return err
	}
	return errDiskFull
}

func whole(w io.Writer) error {
	_, err := io.WriteString(w, "new")
	return err
}

func TestSaveFileWholeOrNotAtAll(t *testing.T) {
	tests := []struct {
		name   string
		before string // what stands there, "" for nothing
		path   string
		write  func(io.Writer) error
		after  string
		err    error
	}{
		{"a new one", "", "a.json", whole, "new", nil},
		{"in place of another", "old", "a.json", whole, "new", nil},
		{"a new one that fails", "", "a.json", half, "", errDiskFull},
		{"one that fails in place of another", "old", "a.json", half, "old", errDiskFull},
		{"where there is no folder", "", "gone/a.json", whole, "", fs.ErrNotExist},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, tt.path)
			if tt.before != "" {
				if err := os.WriteFile(path, []byte(tt.before), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := writeFile(path, tt.write); !errors.Is(err, tt.err) {
				t.Errorf("it says %v, want %v", err, tt.err)
			}
			after, err := os.ReadFile(path)
			if string(after) != tt.after || (err == nil) != (tt.after != "") {
				t.Errorf("there stands %q, %v, want %q", after, err, tt.after)
			}
			checkOnly(t, folder, path)
		})
	}
}

func TestSaveFileLeavesAFolderAlone(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.json")
	if err := os.MkdirAll(filepath.Join(path, "inner"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(path, whole); err == nil {
		t.Error("a folder was replaced")
	}
	if _, err := os.Stat(filepath.Join(path, "inner")); err != nil {
		t.Error(err)
	}
	checkOnly(t, folder, path)
}

// checkOnly fails if a folder holds anything but what lies at path.
func checkOnly(t *testing.T, folder, path string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			t.Errorf("%s is left behind", e.Name())
		}
	}
}

func TestWhoMayReadASaveFile(t *testing.T) {
	usual := usualMode(t)
	tests := []struct {
		name, file    string
		before, after fs.FileMode // before is 0 where there is no file
	}{
		{"a report", "a.json", 0, usual},
		{"a company's file", "a" + companyEnding, 0, usual},
		{"a key", "a" + keyEnding, 0, 0o600},
		{"a key in capitals", "a" + strings.ToUpper(keyEnding), 0, 0o600},
		{"a key in place of one that all could read", "a" + keyEnding, 0o644, 0o600},
		{"a report in place of one that was closed", "a.json", 0o600, 0o600},
		{"a report in place of one that was open", "a.json", 0o644, 0o644 & usual},
		{"a report in place of a program", "a.json", 0o755, 0o644 & usual},
	}
	for _, tt := range tests {
		path := filepath.Join(t.TempDir(), tt.file)
		if tt.before != 0 {
			if err := errors.Join(os.WriteFile(path, nil, 0o600), os.Chmod(path, tt.before)); err != nil {
				t.Fatal(err)
			}
		}
		if err := writeFile(path, whole); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); runtime.GOOS != "windows" && got != tt.after {
			t.Errorf("%s has the mode %v, want %v", tt.name, got, tt.after)
		}
	}
}

// usualMode is the mode of a file that any program of this user makes.
func usualMode(t *testing.T) fs.FileMode {
	t.Helper()
	path := filepath.Join(t.TempDir(), "usual")
	if err := os.WriteFile(path, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

func TestNamesThatAreSafeToSaveFilesUnder(t *testing.T) {
	tests := map[string]string{
		"Fjord Regnskap AS":       "Fjord Regnskap AS",
		"Bakke & Sønn «AS»":       "Bakke & Sønn «AS»",
		"AS/KS":                   "AS-KS",
		`..\..\hemmelig`:          "hemmelig",
		"../../etc/passwd":        "etc-passwd",
		"kl. 12:30?":              "kl. 12-30",
		"linje\nskift\u202e":      "linje-skift",
		"Firma.":                  "Firma",
		"a\xffb":                  "a-b",
		"":                        "Hjemmekontor",
		" . ":                     "Hjemmekontor",
		"///":                     "Hjemmekontor",
		"CON":                     "Hjemmekontor CON",
		"aux.AS":                  "Hjemmekontor aux.AS",
		"COM1":                    "Hjemmekontor COM1",
		"Conrad":                  "Conrad",
		strings.Repeat("ø", 100):  strings.Repeat("ø", 60),
		strings.Repeat("a.", 100): strings.Repeat("a.", 59) + "a",
	}
	for name, want := range tests {
		if got := safeName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func FuzzSafeName(f *testing.F) {
	f.Add("Fjord Regnskap AS")
	f.Add("nul. ")
	f.Add("\xff/..")
	f.Fuzz(func(t *testing.T, name string) {
		safe := safeName(name)
		for _, ending := range []string{companyEnding, keyEnding} {
			if got, err := chooser.FileName(safe, ending); err != nil || got != safe+ending || !utf8.ValidString(got) {
				t.Errorf("%q becomes %q, which as a file is %q, %v", name, safe, got, err)
			}
		}
	})
}

func TestSaveFileThroughTheWindow(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	folder := s.folder
	var saved []string
	save := func() {
		s.saveBytes("Lagre", "Rapport.json", []byte("new"), func(path string) { saved = append(saved, path) })
		s.settled()
	}
	save()
	s.press()
	s.settled()
	path := filepath.Join(folder, "Rapport.json")
	if content, err := os.ReadFile(path); string(content) != "new" || err != nil || len(saved) != 1 || saved[0] != path {
		t.Errorf("it holds %q, %v, and is told to be %v", content, err, saved)
	}
	save()
	s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(s.window.Canvas().Overlays().List()) != 0 || len(saved) != 1 {
		t.Errorf("after thinking better of it, saved is %v", saved)
	}
	save()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	s.press() // it would replace the file,
	s.press() // and does
	s.settled()
	if len(saved) != 1 || s.noted == nil || s.noted.key != "problem.not-saved" {
		t.Errorf("saved is %v, and the notice %+v", saved, s.noted)
	}
}

func TestNewFolderToSaveFileIn(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	folder := s.folder
	s.save("Lagre", "Rapport.json", whole)
	s.settled()
	for range 3 { // past the buttons to the one that makes a folder
		s.window.Canvas().FocusNext()
	}
	s.press()
	s.press() // the name that is proposed will do
	s.settled()
	s.press()
	s.settled()
	if content, err := os.ReadFile(filepath.Join(folder, "Ny mappe", "Rapport.json")); string(content) != "new" || err != nil {
		t.Errorf("it holds %q, %v", content, err)
	}
	if s.folder != filepath.Join(folder, "Ny mappe") {
		t.Errorf("the next begins in %s", s.folder)
	}
}
