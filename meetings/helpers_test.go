package meetings

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/meetings/credentials"
	"hjemmekontor/meetings/link"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// hush is in all that is secret in these tests.
const hush = "hush4567"

// ring is a keyring that can fail.
type ring struct {
	secrets map[credentials.Name]string
	memory  bool
	err     error
}

func newRing() *ring { return &ring{secrets: make(map[credentials.Name]string)} }

func (r *ring) Get(_ context.Context, name credentials.Name) (string, error) {
	secret, found := r.secrets[name]
	if r.err == nil && !found {
		return "", credentials.ErrNotFound
	}
	return secret, r.err
}

func (r *ring) Set(_ context.Context, name credentials.Name, secret string) error {
	if _, err := credentials.ParseName(string(name)); err != nil {
		return err
	}
	if r.err == nil {
		r.secrets[name] = secret
	}
	return r.err
}

func (r *ring) Delete(ctx context.Context, name credentials.Name) error {
	if _, err := r.Get(ctx, name); err != nil {
		return err
	}
	delete(r.secrets, name)
	return nil
}

func (r *ring) InMemory() bool { return r.memory }

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

// mustUnlock opens a store in dir with its key in a keyring.
func mustUnlock(t testing.TB, dir string, keyring Keyring) *Store {
	t.Helper()
	store := mustOpen(t, dir)
	if err := store.Unlock(t.Context(), keyring); err != nil {
		t.Fatal(err)
	}
	return store
}

// must ends the test unless all went well.
func must(t testing.TB, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

// meeting recognises a meeting.
func meeting(t testing.TB, text string) link.Meeting {
	t.Helper()
	m, err := link.Recognise(text)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// fill keeps something of everything, some of it secret.
func fill(t testing.TB, store *Store, keyring Keyring) {
	t.Helper()
	ctx := t.Context()
	_, added := NewFavourites(store, keyring).Add(ctx, "Morgenmøte", meeting(t, secretLink))
	_, err := store.Remind(ctx, "abc", noon)
	must(t, added, err,
		store.SetWay(ctx, "zoom", Browser),
		store.SetDismissed(ctx, "teams", true),
		store.SetSetting(ctx, "remind-minutes", "5"),
		store.AddRecent(ctx, noon, "Lønn "+hush, meeting(t, secretLink)),
		store.AddCalendar(ctx, aCalendar("c1"), 0),
		store.SaveCopy(ctx, "c1", Fetch{ETag: `"1"`, Fetched: noon}, Copy{[]byte("BEGIN:VCALENDAR " + hush), []string{"kari@" + hush}}),
	)
}

const (
	secretLink = "https://us02web.zoom.us/j/92345678901?pwd=" + hush
	plainLink  = "https://meet.google.com/abc-defg-hij"
)

func aCalendar(id string) Calendar {
	return Calendar{ID: id, Kind: Address, Name: "Jobb", Place: "outlook.office365.com"}
}

// runSQL runs SQL on a file by a connection of its own.
func runSQL(t testing.TB, path, script string) {
	t.Helper()
	conn, err := sqlite.OpenConn(path, sqlite.OpenReadWrite|sqlite.OpenCreate)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := sqlitex.ExecuteScript(conn, script, nil); err != nil {
		t.Fatal(err)
	}
}

// filled fills a store in dir, closes it and returns the path of its file.
func filled(t testing.TB, dir string, keyring Keyring) string {
	t.Helper()
	store, err := OpenStore(t.Context(), dir)
	must(t, err)
	must(t, store.Unlock(t.Context(), keyring))
	fill(t, store, keyring)
	must(t, store.Close())
	return filepath.Join(dir, FileName)
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func writeFile(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// garbage is n bytes that are no database.
func garbage(n int) []byte { return bytes.Repeat([]byte("\xde\xad\xbe\xef"), (n+3)/4)[:n] }
