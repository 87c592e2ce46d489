package ui_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// module is the app's module path, and top the folder that holds it all.
const (
	module = "hjemmekontor"
	top    = ".."
)

// listed is what `go list -json` tells about a package.
type listed struct {
	ImportPath   string
	Name         string
	Doc          string
	Deps         []string
	TestImports  []string
	XTestImports []string
	GoFiles      []string
	CgoFiles     []string
}

// layer is a row of the rule of who may import what: the packages below a
// folder may depend, at any distance, on nothing below the forbidden paths.
type layer struct {
	folder    string
	forbidden []string
}

var layers = []layer{
	{"meetings", []string{module + "/ui", module + "/checklists", "fyne.io/fyne"}},
	{"checklists", []string{module + "/ui", module + "/meetings", "fyne.io/fyne"}},
	{"locales", []string{module + "/ui", module + "/meetings", module + "/checklists", module + "/assets"}},
	{"assets", []string{module + "/ui", module + "/meetings", module + "/checklists", module + "/locales"}},
}

func TestLayersKeepApart(t *testing.T) {
	packages := list(t)
	for _, l := range layers {
		t.Run(l.folder, func(t *testing.T) {
			found := 0
			for _, p := range packages {
				if !below(p.ImportPath, module+"/"+l.folder) {
					continue
				}
				found++
				for _, wrong := range l.broken(p) {
					t.Errorf("%s depends on %s", p.ImportPath, wrong)
				}
			}
			if found == 0 {
				t.Errorf("no package lies in %s", l.folder)
			}
		})
	}
}

// broken returns what the package, or a test beside it, may not depend on.
func (l layer) broken(p listed) []string {
	var wrong []string
	for _, imported := range slices.Concat(p.Deps, p.TestImports, p.XTestImports) {
		if slices.ContainsFunc(l.forbidden, func(f string) bool { return below(imported, f) }) {
			wrong = append(wrong, imported)
		}
	}
	return wrong
}

// below reports whether a package is folder or lies inside it.
func below(importPath, folder string) bool {
	return importPath == folder || strings.HasPrefix(importPath, folder+"/")
}

// TestLayersNotice shows that a wrong import would be seen.
func TestLayersNotice(t *testing.T) {
	tests := []struct {
		name string
		p    listed
		want int
	}{
		{"nothing wrong", listed{Deps: []string{"context", module + "/meetings/link", module + "/uilike"}}, 0},
		{"a window", listed{Deps: []string{"fyne.io/fyne/v2/widget"}}, 1},
		{"the screens", listed{Deps: []string{module + "/ui"}}, 1},
		{"a test's import", listed{TestImports: []string{module + "/checklists/organisation"}}, 1},
		{"an outside test's import", listed{XTestImports: []string{module + "/ui/home"}}, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := layers[0].broken(test.p); len(got) != test.want {
				t.Errorf("noticed %q, want %d", got, test.want)
			}
		})
	}
}

// TestTestSupportStaysOut keeps what only tests use out of the programs.
func TestTestSupportStaysOut(t *testing.T) {
	programs := 0
	for _, p := range list(t) {
		if p.Name != "main" || len(p.GoFiles) == 0 {
			continue
		}
		programs++
		for _, imported := range p.Deps {
			if below(imported, module+"/ui/endtoend") || imported == "testing" {
				t.Errorf("the program %s depends on %s", p.ImportPath, imported)
			}
		}
	}
	if programs == 0 {
		t.Error("there is no program")
	}
}

func TestPackagesSayWhatTheyAreFor(t *testing.T) {
	for _, p := range list(t) {
		if len(p.GoFiles)+len(p.CgoFiles) == 0 {
			continue // only tests
		}
		want := "Package " + p.Name + " "
		if p.Name == "main" {
			want = "Command " + path.Base(p.ImportPath) + " "
		}
		if !strings.HasPrefix(p.Doc, want) {
			t.Errorf("%s: the package comment begins with %q, want %q", p.ImportPath, p.Doc, want)
		}
	}
}

// list asks the go command about every package of the app.
func list(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json", "./...")
	cmd.Dir = top
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("listing the packages: %v\n%s", err, complaint.Bytes())
	}
	var packages []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return packages
		}
		if err != nil {
			t.Fatalf("reading the list of packages: %v", err)
		}
		packages = append(packages, p)
	}
}
