package meetings

import (
	"bytes"
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"zombiezen.com/go/sqlite"

	"hjemmekontor/meetings/credentials"
)

func TestSealBox(t *testing.T) {
	var box, other sealBox
	if _, err := box.seal("recent", "a", []byte("x")); !errors.Is(err, errLocked) {
		t.Errorf("sealing without a key: %v", err)
	}
	must(t, box.use(bytes.Repeat([]byte{1}, keySize)), other.use(bytes.Repeat([]byte{2}, keySize)))
	sealed, err := box.seal("recent", "a", []byte(hush))
	must(t, err)
	again, err := box.seal("recent", "a", []byte(hush))
	if bytes.Equal(sealed, again) || bytes.Contains(sealed, []byte(hush)) || err != nil {
		t.Error("the same sealed twice looks the same, or is legible")
	}
	if plain, err := box.open("recent", "a", sealed); string(plain) != hush || err != nil {
		t.Errorf("opened %q, %v", plain, err)
	}
	changed := bytes.Clone(sealed)
	changed[len(changed)-1]++
	for name, open := range map[string]func() ([]byte, error){
		"another row":   func() ([]byte, error) { return box.open("recent", "b", sealed) },
		"another table": func() ([]byte, error) { return box.open("calendar_copy", "a", sealed) },
		"another key":   func() ([]byte, error) { return other.open("recent", "a", sealed) },
		"changed":       func() ([]byte, error) { return box.open("recent", "a", changed) },
		"cut":           func() ([]byte, error) { return box.open("recent", "a", sealed[:10]) },
		"nothing":       func() ([]byte, error) { return box.open("recent", "a", nil) },
		"newer":         func() ([]byte, error) { return box.open("recent", "a", append([]byte{2}, sealed[1:]...)) },
	} {
		if plain, err := open(); !errors.Is(err, errUnreadable) || plain != nil {
			t.Errorf("%s: %q, %v, want errUnreadable", name, plain, err)
		}
	}
}

// With a key that was lost or changed, what was sealed is dropped, and everything
// works on.
func TestLostKey(t *testing.T) {
	for name, lose := range map[string]func(*ring){
		"lost":    func(r *ring) { delete(r.secrets, keyName) },
		"changed": func(r *ring) { r.secrets[keyName] = string(bytes.Repeat([]byte("ab"), keySize)) },
		"no key":  func(r *ring) { r.secrets[keyName] = "welcome" },
	} {
		t.Run(name, func(t *testing.T) {
			dir, keyring := t.TempDir(), newRing()
			filled(t, dir, keyring)
			lose(keyring)
			store, ctx := mustUnlock(t, dir, keyring), t.Context()
			if recents, err := store.Recents(ctx); len(recents) > 0 || err != nil {
				t.Errorf("recents are %v, %v", recents, err)
			}
			if _, err := store.Copy(ctx, "c1"); !errors.Is(err, ErrNotFound) {
				t.Errorf("the copy: %v", err)
			}
			for _, table := range []string{"recent", "calendar_copy"} {
				if n := count(t, store, table); n > 0 {
					t.Errorf("left are %d rows of %s", n, table)
				}
			}
			calendars, err := store.Calendars(ctx)
			if len(calendars) != 1 || calendars[0].Fetch.ETag != "" || err != nil {
				t.Errorf("the server would send no copy: %+v, %v", calendars, err)
			}
			must(t, store.SaveCopy(ctx, "c1", Fetch{}, Copy{Data: []byte("new")}), store.AddRecent(ctx, noon, "", meeting(t, secretLink)))
			if c, err := store.Copy(ctx, "c1"); string(c.Data) != "new" || err != nil {
				t.Errorf("the new copy is %q, %v", c.Data, err)
			}
		})
	}
}

func count(t *testing.T, store *Store, table string) (n int) {
	t.Helper()
	must(t, store.read(t.Context(), "counting", func(conn *sqlite.Conn) (err error) {
		n, err = queryInt(conn, "SELECT count(*) FROM "+table+";")
		return err
	}))
	return n
}

// Without a key nothing sealed is written, what is there stays, and everything
// else works.
func TestWithoutKey(t *testing.T) {
	for name, keyring := range map[string]*ring{
		"none":      {err: credentials.ErrNoKeyring},
		"locked":    {err: credentials.ErrLocked},
		"in memory": {memory: true},
	} {
		t.Run(name, func(t *testing.T) {
			dir, ctx := t.TempDir(), t.Context()
			filled(t, dir, newRing())
			store := mustOpen(t, dir)
			if err := store.Unlock(ctx, keyring); !errors.Is(err, keyring.err) {
				t.Errorf("Unlock: %v, want %v", err, keyring.err)
			}
			if store.Unlocked() {
				t.Fatal("there is a key")
			}
			if _, err := store.Copy(ctx, "c1"); !errors.Is(err, ErrNotFound) {
				t.Errorf("the copy: %v", err)
			}
			must(t, store.AddCalendar(ctx, aCalendar("c2"), 1),
				store.SaveCopy(ctx, "c2", Fetch{ETag: `"1"`, Failures: 3}, Copy{Data: []byte(hush)}),
				store.AddRecent(ctx, noon, hush, meeting(t, secretLink)))
			calendars, err := store.Calendars(ctx)
			if f := calendars[1].Fetch; f.ETag != "" || f.Failures != 3 || err != nil {
				t.Errorf("kept is %+v, %v", f, err)
			}
			recents, err := store.Recents(ctx)
			if len(recents) != 1 || recents[0].Title != "" || recents[0].Meeting.Secret() || err != nil {
				t.Errorf("recents are %v, %v", recents, err)
			}
			if bytes.Contains(readFile(t, dir+"/"+FileName+"-wal"), []byte(hush)) {
				t.Error("the secret was written")
			}
		})
	}
}

// Whoever has kept nothing that is sealed need not be asked for a password.
func TestHasSealed(t *testing.T) {
	store, keyring, ctx := mustOpen(t, t.TempDir()), newRing(), t.Context()
	check := func(when string, want bool) {
		t.Helper()
		if got, err := store.HasSealed(ctx); got != want || err != nil {
			t.Errorf("%s: %v, %v", when, got, err)
		}
	}
	must(t, store.AddRecent(ctx, noon, "", meeting(t, plainLink)))
	check("without a key", false)
	must(t, store.Unlock(ctx, keyring), store.AddRecent(ctx, noon, "", meeting(t, secretLink)))
	check("with a recent meeting", true)
	must(t, store.ForgetRecents(ctx), store.AddCalendar(ctx, aCalendar("c1"), 0))
	check("with a calendar alone", false)
	must(t, store.SaveCopy(ctx, "c1", Fetch{}, Copy{}))
	check("with a copy", true)
}

// slowRing is a keyring that asks its user first.
type slowRing struct {
	*ring
	kept int
}

func (r *slowRing) Get(ctx context.Context, name credentials.Name) (string, error) {
	time.Sleep(time.Minute)
	return r.ring.Get(ctx, name)
}

func (r *slowRing) Set(ctx context.Context, name credentials.Name, secret string) error {
	r.kept++
	return r.ring.Set(ctx, name, secret)
}

// Of several that need the key at once, one makes it; and who waits may leave.
func TestUnlockTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store, keyring := mustOpen(t, t.TempDir()), &slowRing{ring: newRing()}
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				if err := store.Unlock(t.Context(), keyring); err != nil {
					t.Error(err)
				}
			})
		}
		synctest.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := store.Unlock(ctx, keyring); !errors.Is(err, credentials.ErrPending) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("who left got %v", err)
		}
		all.Wait()
		if keyring.kept != 1 || !store.Unlocked() {
			t.Errorf("%d keys were made", keyring.kept)
		}
	})
}
