package checklists

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"hjemmekontor/checklists/organisation"
)

// copied saves a copy of the store and returns its path.
func copied(t testing.TB, store *Store) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy")
	if err := store.SaveCopy(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	return path
}

// All that a store holds comes back, in place of what there is, and other
// windows see it at once.
func TestCopyIsRestored(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	fill(t, store)
	want := contentOf(t, store)
	path := copied(t, store)

	dir := t.TempDir()
	other := mustOpen(t, dir)
	window := mustOpen(t, dir)
	mustSet(t, other, "gone after restoring", Done)
	mustSet(t, other, "own-printer", Done)
	if err := other.SaveContact(t.Context(), organisation.Contact{Role: organisation.SecurityOfficer, Name: "Ola"}); err != nil {
		t.Fatal(err)
	}
	if err := other.Restore(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	checkContent(t, other, want)
	checkContent(t, window, want)
	mustSet(t, window, "a", Done) // and goes on
}

// A restore is undone by restoring a copy made before it.
func TestRestoreIsUndone(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	fill(t, store)
	before, path := contentOf(t, store), copied(t, store)
	if err := store.Restore(t.Context(), copied(t, mustOpen(t, t.TempDir()))); err != nil {
		t.Fatal(err)
	}
	if got := contentOf(t, store); len(got.Marks)+len(got.Reports)+len(got.Contacts) > 0 || got.File != nil || got.Draft != nil {
		t.Errorf("after restoring an empty store: %+v", got)
	}
	if err := store.Restore(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	checkContent(t, store, before)
}

// What was said before the copy comes in the order it was said in, and what is
// said after it comes last.
func TestHistoryGoesOnAfterRestore(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	for _, state := range []State{Done, Open, NotForMe} {
		mustSet(t, store, "a", state)
	}
	path := copied(t, store)
	runSQL(t, path, "UPDATE mark_history SET id = 9223372036854775807 WHERE id = 3;")
	if err := store.Restore(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	mustSet(t, store, "a", Done)
	var got []State
	for _, mark := range mustHistory(t, store, "a") {
		got = append(got, mark.State)
	}
	if len(got) != 4 || got[0] != Done || got[1] != Open || got[2] != NotForMe || got[3] != Done {
		t.Errorf("history = %v", got)
	}
}

// A copy made by the first version is brought up to date on the way, and is
// itself left as it was.
func TestOlderCopyIsRestored(t *testing.T) {
	path := version1File(t, t.TempDir())
	before := readFile(t, path)
	store := mustOpen(t, t.TempDir())
	fill(t, store)
	if err := store.Restore(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	checkContent(t, store, version1Content())
	if string(readFile(t, path)) != string(before) {
		t.Error("the copy was changed")
	}
}

// Whoever looks for the copy finds the old one or the new one.
func TestCopyReplacesFile(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	fill(t, store)
	path := copied(t, store)
	mustSet(t, store, "later", Done)
	want := contentOf(t, store)
	if err := store.SaveCopy(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	other := mustOpen(t, t.TempDir())
	if err := other.Restore(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	checkContent(t, other, want)
	checkAlone(t, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

// checkAlone makes sure that nothing but the file is left in its folder.
func checkAlone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 || entries[0].Name() != filepath.Base(path) {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestFailedCopyLeavesWhatWasThere(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	fill(t, store)
	path := filepath.Join(t.TempDir(), "copy")
	writeFile(t, path, []byte("an older copy"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, test := range map[string]struct {
		ctx  context.Context
		path string
		want error
	}{
		"given up":         {ctx, path, context.Canceled},
		"no such folder":   {t.Context(), filepath.Join(t.TempDir(), "missing", "copy"), ErrNotWritable},
		"a folder":         {t.Context(), dir, ErrNotWritable},
		"the store itself": {t.Context(), filepath.Join(dir, FileName), ErrInvalid},
	} {
		if err := store.SaveCopy(test.ctx, test.path); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
	if got := readFile(t, path); string(got) != "an older copy" {
		t.Errorf("the older copy holds %d bytes", len(got))
	}
	checkAlone(t, path)
	mustSet(t, store, "a", Done)
}

// A store that has grown beyond what can be restored is not saved as a copy
// that gives false comfort.
func TestCopyThatCouldNotBeRestored(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	runSQL(t, filepath.Join(dir, FileName), manyRows("preference (key, value) SELECT 'k' || i, ''", 1001))
	path := filepath.Join(t.TempDir(), "copy")
	if err := store.SaveCopy(t.Context(), path); !errors.Is(err, ErrTooLarge) {
		t.Errorf("SaveCopy: %v, want ErrTooLarge", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a copy was left: %v", err)
	}
}

// Copies made while another window ticks are each of one moment: an item and
// its history agree.
func TestCopyWhileOthersWrite(t *testing.T) {
	dir := t.TempDir()
	store, window := mustOpen(t, dir), mustOpen(t, dir)
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() {
		for n := 0; ctx.Err() == nil; n++ {
			mark := Mark{ItemID: "a", State: Done, At: noon.Add(time.Duration(n) * time.Second)}
			if _, err := window.SetMark(ctx, mark); err != nil && ctx.Err() == nil {
				t.Error(err)
			}
		}
	})
	other := mustOpen(t, t.TempDir())
	for range 5 {
		if err := other.Restore(t.Context(), copied(t, store)); err != nil {
			t.Error(err)
			break
		}
		standing, err := other.Marks(t.Context())
		if err != nil {
			t.Error(err)
			break
		}
		if history := mustHistory(t, other, "a"); len(history) > 0 && history[len(history)-1] != standing["a"] {
			t.Errorf("%+v stands after %+v", standing["a"], history[len(history)-1])
		}
	}
	stop()
	wg.Wait()
}

// Another window that looks while copies are restored finds all of one or all
// of the other.
func TestRestoreIsSeenWhole(t *testing.T) {
	dir := t.TempDir()
	store, window := mustOpen(t, dir), mustOpen(t, dir)
	var paths []string
	for _, state := range []State{Done, NotForMe} {
		for i := range 50 {
			mustSet(t, store, fmt.Sprint("item-", i), state)
		}
		paths = append(paths, copied(t, store))
	}
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() {
		for ctx.Err() == nil {
			count := make(map[State]int)
			for _, state := range states(t, window) {
				count[state]++
			}
			if count[Done] != 50 && count[NotForMe] != 50 {
				t.Errorf("half restored: %v", count)
				return
			}
		}
	})
	for n := range 10 {
		if err := store.Restore(t.Context(), paths[n%2]); err != nil {
			t.Error(err)
		}
	}
	stop()
	wg.Wait()
}
