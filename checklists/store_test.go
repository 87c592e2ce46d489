package checklists

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 123456789, time.FixedZone("CET", 3600))

// mustOpen opens the store in dir and closes it when the test ends.
func mustOpen(t testing.TB, dir string) *Store {
	t.Helper()
	store, err := OpenStore(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// said is a mark set at noon.
func said(itemID string, state State) Mark { return Mark{ItemID: itemID, State: state, At: noon} }

// mustSet keeps a state for an item.
func mustSet(t testing.TB, store *Store, itemID string, state State) Mark {
	t.Helper()
	mark, err := store.SetMark(t.Context(), said(itemID, state))
	if err != nil {
		t.Fatal(err)
	}
	return mark
}

// states returns the state of every item that has one.
func states(t testing.TB, store *Store) map[string]State {
	t.Helper()
	marks, err := store.Marks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]State)
	for id, mark := range marks {
		got[id] = mark.State
	}
	return got
}

func TestMarksAreKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	store := mustOpen(t, dir)
	if got := states(t, store); len(got) != 0 {
		t.Errorf("a new store has marks: %v", got)
	}
	mark := mustSet(t, store, "employer-vpn", Done)
	want := Mark{ItemID: "employer-vpn", State: Done, At: time.Date(2026, 11, 23, 11, 0, 0, 123e6, time.UTC)}
	if mark != want {
		t.Errorf("SetMark = %+v, want %+v", mark, want)
	}
	mustSet(t, store, "employee-firewall", NotForMe)
	mustSet(t, store, "an item from the future", Done)
	mustSet(t, store, "employee-firewall", Open)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}

	store = mustOpen(t, dir)
	marks, err := store.Marks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if marks["employer-vpn"] != want {
		t.Errorf("after reopening: %+v, want %+v", marks["employer-vpn"], want)
	}
	wantStates := map[string]State{"employer-vpn": Done, "employee-firewall": Open, "an item from the future": Done}
	if got := states(t, store); !maps.Equal(got, wantStates) {
		t.Errorf("after reopening: %v, want %v", got, wantStates)
	}
	if store.SetAside() != "" {
		t.Errorf("a sound file was set aside as %s", store.SetAside())
	}
}

func TestHistory(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	for _, state := range []State{Done, Open, Done, Done} {
		mustSet(t, store, "employer-mfa", state)
	}
	mustSet(t, store, "employer-vpn", NotForMe)
	history, err := store.History(t.Context(), "employer-mfa")
	if err != nil {
		t.Fatal(err)
	}
	var got []State
	for _, mark := range history {
		got = append(got, mark.State)
		if mark.ItemID != "employer-mfa" || !mark.At.Equal(noon.Truncate(time.Millisecond)) {
			t.Errorf("history holds %+v", mark)
		}
	}
	if want := []State{Done, Open, Done, Done}; !slices.Equal(got, want) {
		t.Errorf("history = %v, want %v", got, want)
	}
}

func TestInvalidValuesAreRefused(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	ctx := t.Context()
	setMark := func(itemID string, state State, at time.Time, reason string) error {
		_, err := store.SetMark(ctx, Mark{ItemID: itemID, State: state, At: at, Reason: reason})
		return err
	}
	for name, err := range map[string]error{
		"no item":           setMark("", Done, noon, ""),
		"long item":         setMark(strings.Repeat("x", 201), Done, noon, ""),
		"item of two lines": setMark("a\nb", Done, noon, ""),
		"item not UTF-8":    setMark("\xff", Done, noon, ""),
		"no state":          setMark("a", "", noon, ""),
		"unknown state":     setMark("a", "half done", noon, ""),
		"no time":           setMark("a", Done, time.Time{}, ""),
		"year 10000":        setMark("a", Done, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), ""),
		"reason for done":   setMark("a", Done, noon, "because"),
		"long reason":       setMark("a", NotForMe, noon, strings.Repeat("å", MaxReason+1)),
		"reason of 2 lines": setMark("a", NotForMe, noon, "a\nb"),
		"reversed reason":   setMark("a", NotForMe, noon, "a\u202eb"),
		"reason not UTF-8":  setMark("a", NotForMe, noon, "\xff"),
		"no key":            store.SetPreference(ctx, "", "x"),
		"long value":        store.SetPreference(ctx, "k", strings.Repeat("x", 64<<10+1)),
		"value not UTF-8":   store.SetPreference(ctx, "k", "\xff"),
	} {
		if !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: error %v, want ErrInvalid", name, err)
		}
	}
	if got := states(t, store); len(got) != 0 {
		t.Errorf("marks were kept: %v", got)
	}
}

func TestClose(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	for range 2 {
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := store.Marks(t.Context()); !errors.Is(err, ErrClosed) {
		t.Errorf("Marks: %v, want ErrClosed", err)
	}
	if _, err := store.SetMark(t.Context(), said("a", Done)); !errors.Is(err, ErrClosed) {
		t.Errorf("SetMark: %v, want ErrClosed", err)
	}
}

func TestCancelledContext(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := store.SetMark(ctx, said("a", Done)); !errors.Is(err, context.Canceled) {
		t.Errorf("SetMark: %v, want context.Canceled", err)
	}
	if _, err := OpenStore(ctx, dir); !errors.Is(err, context.Canceled) {
		t.Errorf("OpenStore: %v, want context.Canceled", err)
	}
	mustSet(t, store, "b", Done) // the connection is usable afterwards
	if got := states(t, store); !maps.Equal(got, map[string]State{"b": Done}) {
		t.Errorf("states = %v", got)
	}
}

// Only this user may read who is responsible for what in the company.
func TestFilesArePrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // the user's profile folder is private there
	}
	dir := filepath.Join(t.TempDir(), "data")
	mustSet(t, mustOpen(t, dir), "a", Done)
	for _, name := range []string{"", FileName, FileName + "-wal", FileName + "-shm"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%q has mode %v", name, info.Mode())
		}
	}
}

func TestConcurrentWriters(t *testing.T) {
	dir := t.TempDir()
	stores := []*Store{mustOpen(t, dir), mustOpen(t, dir)}
	const writers, writes = 8, 10
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for n := range writes {
				store, item := stores[w%2], fmt.Sprintf("item-%d-%d", w, n)
				if _, err := store.SetMark(t.Context(), said(item, Done)); err != nil {
					t.Error(err)
				}
				if err := store.SetNote(t.Context(), Note{ItemID: item, Text: item}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	for i, store := range stores {
		if got := len(states(t, store)); got != writers*writes {
			t.Errorf("store %d sees %d marks, want %d", i, got, writers*writes)
		}
		if got := len(mustNotes(t, store)); got != writers*writes {
			t.Errorf("store %d sees %d notes, want %d", i, got, writers*writes)
		}
	}
}

// A program that holds the file for too long gets the user an answer, and the
// write can be tried again.
func TestBusy(t *testing.T) {
	dir := t.TempDir()
	const wait = 20 * time.Millisecond
	store, err := openStore(t.Context(), dir, wait)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	release := holdWriteLock(t, mustOpen(t, dir))
	if _, err := store.SetMark(t.Context(), said("a", Done)); !errors.Is(err, ErrBusy) {
		t.Errorf("SetMark: %v, want ErrBusy", err)
	}
	if _, err := openStore(t.Context(), dir, wait); !errors.Is(err, ErrBusy) {
		t.Errorf("openStore: %v, want ErrBusy", err)
	}
	if got := states(t, store); len(got) != 0 { // reading is not hindered
		t.Errorf("states = %v", got)
	}
	release()
	mustSet(t, store, "a", Done)
}

func TestFileDeletedWhileOpen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	store, err := OpenStore(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := store.SetMark(t.Context(), said("employee-updates", Done)); !errors.Is(err, ErrMoved) {
		t.Errorf("ticking in a deleted file: %v, want ErrMoved", err)
	}
}
