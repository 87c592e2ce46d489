package meetings

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStoreKeeps(t *testing.T) {
	dir, keyring := t.TempDir(), newRing()
	filled(t, dir, keyring)
	store := mustUnlock(t, dir, keyring)
	ctx := t.Context()
	ways, err := store.Ways(ctx)
	if !maps.Equal(ways, map[string]Way{"zoom": Browser}) || err != nil {
		t.Errorf("ways are %v, %v", ways, err)
	}
	dismissed, err := store.Dismissed(ctx)
	if !maps.Equal(dismissed, map[string]bool{"teams": true}) || err != nil {
		t.Errorf("dismissed are %v, %v", dismissed, err)
	}
	if value, found, err := store.Setting(ctx, "remind-minutes"); value != "5" || !found || err != nil {
		t.Errorf("the setting is %q, %v, %v", value, found, err)
	}
	must(t, store.SetWay(ctx, "zoom", App), store.SetDismissed(ctx, "teams", false), store.SetSetting(ctx, "remind-minutes", "0"))
	ways, _ = store.Ways(ctx)
	dismissed, _ = store.Dismissed(ctx)
	value, _, _ := store.Setting(ctx, "remind-minutes")
	if ways["zoom"] != App || dismissed["teams"] || value != "0" {
		t.Errorf("after the change: %v, %v, %q", ways, dismissed, value)
	}
}

// Nothing secret lies in the folder, in whatever file.
func TestNothingSecretInTheClear(t *testing.T) {
	dir, keyring := t.TempDir(), newRing()
	store := mustUnlock(t, dir, keyring)
	fill(t, store, keyring)
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, entry := range entries {
		if bytes.Contains(readFile(t, filepath.Join(dir, entry.Name())), []byte(hush)) {
			t.Errorf("%s holds the secret", entry.Name())
		}
	}
	if len(entries) == 0 {
		t.Error("there are no files")
	}
}

// A user is reminded of a meeting once, also by the next run.
func TestRemindOnce(t *testing.T) {
	dir := t.TempDir()
	for run, want := range []bool{true, false, false} {
		store := mustOpen(t, dir)
		if first, err := store.Remind(t.Context(), "abc", noon); first != want || err != nil {
			t.Errorf("run %d: %v, %v", run, first, err)
		}
	}
	store := mustOpen(t, dir)
	if first, err := store.Remind(t.Context(), "later", noon.Add(3*rememberReminded)); !first || err != nil {
		t.Errorf("of another: %v, %v", first, err)
	}
	if first, err := store.Remind(t.Context(), "abc", noon); !first || err != nil {
		t.Errorf("what is long past is not forgotten: %v, %v", first, err)
	}
}

func TestInvalidIsNotKept(t *testing.T) {
	store, ctx := mustOpen(t, t.TempDir()), t.Context()
	for name, err := range map[string]error{
		"way":             store.SetWay(ctx, "zoom", "by horse"),
		"service":         store.SetWay(ctx, "", App),
		"tool":            store.SetDismissed(ctx, "te ams", true),
		"setting":         store.SetSetting(ctx, "key", strings.Repeat("x", maxSetting+1)),
		"not UTF-8":       store.SetSetting(ctx, "key", "\xff"),
		"name":            store.AddCalendar(ctx, Calendar{ID: "a", Kind: File, Place: "/a"}, 0),
		"name that turns": store.RenameCalendar(ctx, "a", "a\u202eb"),
		"two lines":       store.RenameFavourite(ctx, "a", "a\nb"),
		"long name":       store.RenameFavourite(ctx, "a", strings.Repeat("x", maxName+1)),
		"copy":            store.SaveCopy(ctx, "a", Fetch{}, Copy{Data: make([]byte, MaxCopy+1)}),
	} {
		if !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
}

func TestClosed(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	must(t, store.Close(), store.Close())
	if _, err := store.Ways(t.Context()); !errors.Is(err, ErrClosed) {
		t.Errorf("Ways: %v, want ErrClosed", err)
	}
}

func TestGivenUp(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := store.SetWay(ctx, "zoom", App); !errors.Is(err, context.Canceled) {
		t.Errorf("SetWay: %v, want context.Canceled", err)
	}
}

// What is written to a file that was deleted would be lost.
func TestMoved(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	must(t, os.Rename(filepath.Join(dir, FileName), filepath.Join(dir, "elsewhere.db")))
	if err := store.SetWay(t.Context(), "zoom", App); !errors.Is(err, ErrMoved) {
		t.Errorf("SetWay: %v, want ErrMoved", err)
	}
}
