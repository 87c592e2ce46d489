package checklists

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestPreferencesAreKept(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	if value, found, err := store.Preference(t.Context(), "language"); value != "" || found || err != nil {
		t.Errorf("before it is set: %q, %v, %v", value, found, err)
	}
	for _, value := range []string{"nb", "en", ""} {
		if err := store.SetPreference(t.Context(), "language", value); err != nil {
			t.Fatal(err)
		}
		if got, found, err := mustOpen(t, dir).Preference(t.Context(), "language"); got != value || !found || err != nil {
			t.Errorf("got %q, %v, %v, want %q", got, found, err, value)
		}
	}
}

func TestPeekPreferenceChangesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	if _, found := PeekPreference(t.Context(), dir, "language"); found {
		t.Error("found a preference where there is no file")
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
	store, err := OpenStore(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.SetPreference(t.Context(), "language", "en"); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if value, found := PeekPreference(t.Context(), dir, "language"); !found || value != "en" {
		t.Errorf("found %q, %v", value, found)
	}
}
