package report

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// put writes a report by a person of the name given, made just now, into a
// file.
func put(t testing.TB, name string, path ...string) {
	t.Helper()
	r := kari(t)
	r.Name, r.Person, r.Made = name, NewPerson(), time.Now().UTC().Truncate(time.Second)
	for i := range r.Answers {
		r.Answers[i].On, r.Answers[i].Due = time.Time{}, time.Time{}
		r.Answers[i].Status, r.Answers[i].Reason = "open", ""
	}
	putBytes(t, written(t, r.WriteJSON), path...)
}

func putBytes(t testing.TB, content []byte, path ...string) {
	t.Helper()
	full := filepath.Join(path...)
	if err := os.MkdirAll(filepath.Dir(full), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// names are whose reports were read.
func names(read Read) []string {
	var names []string
	for _, r := range read.Reports {
		names = append(names, r.Name)
	}
	return names
}

func TestReadAll(t *testing.T) {
	dir := t.TempDir()
	put(t, "Berit", dir, "inn", "b.json")
	put(t, "Arne", dir, "inn", "a.JSON")
	put(t, "Cecilie", dir, "inn", "mandag", "c.json")
	put(t, "Hidden", dir, "inn", ".d.json")
	put(t, "Hidden too", dir, "inn", ".cache", "d.json")
	put(t, "Text", dir, "inn", "e.txt")
	put(t, "Dag", dir, "vedlegg")
	putBytes(t, []byte("{}"), dir, "inn", "f.json")
	putBytes(t, []byte("%PDF-1.3"), dir, "kari.pdf")
	missing := filepath.Join(dir, "missing.json")

	read := ReadAll(t.Context(), []string{
		filepath.Join(dir, "vedlegg"), filepath.Join(dir, "inn"), filepath.Join(dir, "kari.pdf"), missing,
		filepath.Join(dir, "inn", "b.json"), filepath.Join(dir, "inn", ".", "b.json"),
	})
	if got, want := names(read), []string{"Dag", "Arne", "Berit", "Cecilie"}; !slices.Equal(got, want) {
		t.Errorf("read the reports of %q, want %q", got, want)
	}
	wantProblems(t, read, map[string]error{
		filepath.Join(dir, "inn", "f.json"): ErrNotReport,
		filepath.Join(dir, "kari.pdf"):      ErrIsPDF,
		missing:                             fs.ErrNotExist,
	})
}

func wantProblems(t *testing.T, read Read, want map[string]error) {
	t.Helper()
	for _, p := range read.Problems {
		if !errors.Is(p.Err, want[p.Path]) || want[p.Path] == nil {
			t.Errorf("%s: %v, want %v", p.Path, p.Err, want[p.Path])
		}
		if strings.Contains(p.Err.Error(), filepath.Dir(p.Path)) {
			t.Errorf("the error repeats the path: %v", p.Err)
		}
	}
	if len(read.Problems) != len(want) {
		t.Errorf("%d problems, want %d: %v", len(read.Problems), len(want), read.Problems)
	}
}

// The order is that of the names, however many read at the same time.
func TestReadAllKeepsTheOrder(t *testing.T) {
	dir := t.TempDir()
	var want []string
	for i := range 200 {
		name := fmt.Sprintf("Person %03d", i)
		put(t, name, dir, fmt.Sprintf("%03d.json", i))
		want = append(want, name)
	}
	for range 3 {
		if read := ReadAll(t.Context(), []string{dir}); !slices.Equal(names(read), want) || len(read.Problems) > 0 {
			t.Fatalf("read %q, %v", names(read), read.Problems)
		}
	}
}

func TestReadAllReadsNothingLarge(t *testing.T) {
	dir := t.TempDir()
	huge := filepath.Join(dir, "huge.json")
	f, err := os.Create(huge)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(1<<30), f.Close()); err != nil {
		t.Fatal(err)
	}
	putBytes(t, append(file(t), make([]byte, MaxSize)...), dir, "large.json")
	wantProblems(t, ReadAll(t.Context(), []string{dir}), map[string]error{
		huge:                             ErrTooLarge,
		filepath.Join(dir, "large.json"): ErrTooLarge,
	})
}

// A folder in a folder in a folder has an end, and so has their number.
func TestReadAllHasLimits(t *testing.T) {
	dir := t.TempDir()
	deep := dir
	for depth := range maxDepth {
		put(t, fmt.Sprint(depth+1), deep, "a.json")
		deep = filepath.Join(deep, "x")
	}
	put(t, "too deep", deep, "a.json")
	read := ReadAll(t.Context(), []string{dir})
	if got, want := names(read), []string{"1", "2", "3", "4", "5"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	wantProblems(t, read, map[string]error{deep: ErrTooMany})

	for name, f := range map[string]finder{
		"files":   {files: MaxFiles},
		"bytes":   {size: maxTotal},
		"entries": {entries: maxEntries},
	} {
		f.seen = make(map[string]bool)
		f.add(t.Context(), dir, 0)
		f.add(t.Context(), filepath.Join(dir, "a.json"), 0)
		if len(f.found) != 1 || f.found[0].Path != dir || !errors.Is(f.found[0].Err, ErrTooMany) {
			t.Errorf("with as many %s as there may be: %v", name, f.found)
		}
	}
}

// Half of the reports would look like all of them.
func TestReadAllEndsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	put(t, "Arne", dir, "a.json")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	read := ReadAll(ctx, []string{dir})
	if len(read.Reports) != 0 || len(read.Problems) != 1 || !errors.Is(read.Problems[0].Err, context.Canceled) {
		t.Errorf("ReadAll = %+v", read)
	}
}

func TestReadAllOfNothing(t *testing.T) {
	for _, paths := range [][]string{nil, {t.TempDir()}} {
		if read := ReadAll(t.Context(), paths); len(read.Reports)+len(read.Problems) != 0 {
			t.Errorf("ReadAll(%q) = %+v", paths, read)
		}
	}
}
