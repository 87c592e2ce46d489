package checklists

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// fillUp keeps preferences until there is no more room, and returns how many
// were kept before the error.
func fillUp(t *testing.T, store *Store) (kept int, err error) {
	t.Helper()
	for kept = range 10_000 {
		if err := store.SetPreference(t.Context(), fmt.Sprintf("key-%d", kept), strings.Repeat("x", 8<<10)); err != nil {
			return kept, err
		}
	}
	t.Fatal("the store never filled up")
	return 0, nil
}

// checkAfterFull makes sure that the first kept preferences and the tick made
// before the store was full are there, in this store and in a new one.
func checkAfterFull(t *testing.T, dir string, kept int) {
	t.Helper()
	store := mustOpen(t, dir)
	if store.SetAside() != "" {
		t.Errorf("the file was taken for damaged")
	}
	if got := states(t, store)["before"]; got != Done {
		t.Errorf("the tick made before is %q", got)
	}
	for i := range kept {
		value, found, err := store.Preference(t.Context(), fmt.Sprintf("key-%d", i))
		if err != nil || !found || len(value) != 8<<10 {
			t.Fatalf("preference %d of %d: %d bytes, %v, %v", i, kept, len(value), found, err)
		}
	}
}

// limitPages makes SQLite treat the file as full beyond a number of pages.
func limitPages(t *testing.T, store *Store, pages int) {
	t.Helper()
	err := store.read(t.Context(), "limiting", func(conn *sqlite.Conn) error {
		return sqlitex.ExecuteTransient(conn, fmt.Sprintf("PRAGMA max_page_count = %d;", pages), nil)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A full disk costs nothing that was kept, and a write works again when there
// is room.
func TestFull(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	mustSet(t, store, "before", Done)
	limitPages(t, store, 60)
	kept, err := fillUp(t, store)
	if !errors.Is(err, ErrFull) || kept == 0 {
		t.Fatalf("after %d writes: %v, want ErrFull", kept, err)
	}
	if _, found, err := store.Preference(t.Context(), fmt.Sprintf("key-%d", kept)); found || err != nil {
		t.Errorf("the failed write left something behind: %v, %v", found, err)
	}
	checkAfterFull(t, dir, kept)

	limitPages(t, store, 1000)
	mustSet(t, store, "after", Done)
	checkAfterFull(t, dir, kept)
}

// A restore that there is no room for changes nothing, and works when there
// is.
func TestFullWhileRestoring(t *testing.T) {
	large := mustOpen(t, t.TempDir())
	keepReports(t, large, report("kari", 0, strings.Repeat("x", MaxReport)), report("ola", 0, strings.Repeat("x", MaxReport)))
	path := copied(t, large)

	store := mustOpen(t, t.TempDir())
	fill(t, store)
	before := contentOf(t, store)
	limitPages(t, store, 60)
	if err := store.Restore(t.Context(), path); !errors.Is(err, ErrFull) {
		t.Errorf("Restore: %v, want ErrFull", err)
	}
	checkContent(t, store, before)
	limitPages(t, store, 1000)
	if err := store.Restore(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	checkContent(t, store, contentOf(t, large))
}
