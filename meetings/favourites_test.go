package meetings

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hjemmekontor/meetings/credentials"
	"hjemmekontor/meetings/link"
)

// names are those of the favourites, in order.
func names(t *testing.T, store *Store) []string {
	t.Helper()
	all, err := store.Favourites(t.Context())
	must(t, err)
	var names []string
	for _, f := range all {
		names = append(names, f.Name)
	}
	return names
}

func TestFavourites(t *testing.T) {
	unknown := link.Meeting{Name: "møte.firma.no", Address: "https://møte.firma.no/rom/" + hush, Kind: link.Join}
	beside := meeting(t, "https://us02web.zoom.us/j/92345678901\nPasscode: 123456")
	for name, test := range map[string]struct {
		meeting link.Meeting
		secret  bool
	}{
		"plain":                 {meeting(t, plainLink), false},
		"with a passcode":       {meeting(t, secretLink), true},
		"a passcode beside it":  {beside, true},
		"of an unknown service": {unknown, true},
	} {
		t.Run(name, func(t *testing.T) {
			store, keyring, ctx := mustOpen(t, t.TempDir()), newRing(), t.Context()
			favourites := NewFavourites(store, keyring)
			added, err := favourites.Add(ctx, "Morgenmøte", test.meeting)
			must(t, err)
			all, err := store.Favourites(ctx)
			if !slices.Equal(all, []Favourite{added}) || added.Secret != test.secret || len(keyring.secrets) > 0 != test.secret || err != nil {
				t.Errorf("kept is %+v with %d secrets, %v", all, len(keyring.secrets), err)
			}
			if strings.Contains(fmt.Sprintf("%+v %+v", added, added.Meeting()), hush) {
				t.Error("the favourite holds the secret")
			}
			got, err := favourites.Open(ctx, added.ID)
			if got.Address != test.meeting.Address || got.Passcode() != test.meeting.Passcode() || got.Service != test.meeting.Service || err != nil {
				t.Errorf("opened %v with %q, %v", got, got.Address, err)
			}
		})
	}
}

// A favourite whose passcode cannot be had can still be opened without it.
func TestFavouriteWithoutItsSecret(t *testing.T) {
	for _, want := range []error{credentials.ErrLocked, credentials.ErrNoKeyring, credentials.ErrNotFound} {
		store, keyring := mustOpen(t, t.TempDir()), newRing()
		favourites := NewFavourites(store, keyring)
		added, err := favourites.Add(t.Context(), "Morgenmøte", meeting(t, secretLink))
		must(t, err)
		keyring.err = want
		m, err := favourites.Open(t.Context(), added.ID)
		if !errors.Is(err, want) || m.Service != "zoom" || m.Secret() || m.Number() == "" {
			t.Errorf("opened %v, %v, want %v", m, err, want)
		}
	}
}

func TestDeleteFavouriteAndPutItBack(t *testing.T) {
	store, keyring, ctx := mustOpen(t, t.TempDir()), newRing(), t.Context()
	favourites := NewFavourites(store, keyring)
	var ids []string
	for _, name := range []string{"a", "b", "c"} {
		f, err := favourites.Add(ctx, name, meeting(t, secretLink))
		must(t, err)
		ids = append(ids, f.ID)
	}
	deleted, err := favourites.Delete(ctx, ids[1])
	must(t, err)
	if got := names(t, store); !slices.Equal(got, []string{"a", "c"}) || len(keyring.secrets) != 2 {
		t.Errorf("left are %v and %d secrets", got, len(keyring.secrets))
	}
	if strings.Contains(fmt.Sprintf("%v %+v %#v", deleted, deleted, deleted), hush) {
		t.Error("the deleted one prints its secret")
	}
	must(t, favourites.PutBack(ctx, deleted))
	m, err := favourites.Open(ctx, ids[1])
	if got := names(t, store); !slices.Equal(got, []string{"a", "b", "c"}) || m.Address != secretLink || err != nil {
		t.Errorf("put back are %v, %v", got, err)
	}
	if _, err := favourites.Delete(ctx, "gone"); !errors.Is(err, ErrNotFound) {
		t.Errorf("deleting what is gone: %v", err)
	}
}

// A keyring that does not let go keeps the favourite; one that is not there does
// not.
func TestDeleteFavouriteInTrouble(t *testing.T) {
	for _, test := range []struct {
		err  error
		left int
	}{{credentials.ErrLocked, 1}, {credentials.ErrGone, 1}, {credentials.ErrNoKeyring, 0}} {
		store, keyring := mustOpen(t, t.TempDir()), newRing()
		favourites := NewFavourites(store, keyring)
		added, err := favourites.Add(t.Context(), "a", meeting(t, secretLink))
		must(t, err)
		keyring.err = test.err
		_, err = favourites.Delete(t.Context(), added.ID)
		if got := names(t, store); len(got) != test.left || (err != nil) != (test.left == 1) {
			t.Errorf("%v: left are %v, %v", test.err, got, err)
		}
	}
}

// What cannot be kept leaves nothing behind, in neither place.
func TestAddFavouriteInTrouble(t *testing.T) {
	store, keyring, ctx := mustOpen(t, t.TempDir()), newRing(), t.Context()
	favourites := NewFavourites(store, keyring)
	for name, add := range map[string]func() error{
		"no name": func() error { _, err := favourites.Add(ctx, "", meeting(t, secretLink)); return err },
		"a call of ours": func() error {
			_, err := favourites.Add(ctx, "a", link.Meeting{Kind: link.Own, Address: "hjemmekontor:call/1-a"})
			return err
		},
	} {
		if err := add(); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	keyring.err = credentials.ErrLocked
	if _, err := favourites.Add(ctx, "a", meeting(t, secretLink)); !errors.Is(err, credentials.ErrLocked) {
		t.Errorf("locked: %v", err)
	}
	keyring.err = nil
	runSQL(t, filepath.Join(store.dir, FileName), fmt.Sprintf(`
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
INSERT INTO favourite SELECT 'f' || i, i, 'a', '', '', '', 0 FROM n;`, MaxFavourites))
	if _, err := favourites.Add(ctx, "one more", meeting(t, secretLink)); !errors.Is(err, ErrTooMany) {
		t.Errorf("one too many: %v", err)
	}
	if len(names(t, store)) != MaxFavourites || len(keyring.secrets) > 0 {
		t.Errorf("left are %d and %d secrets", len(names(t, store)), len(keyring.secrets))
	}
}

func TestMoveFavourite(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	favourites := NewFavourites(store, newRing())
	ids := make(map[string]string)
	for _, name := range []string{"a", "b", "c", "d"} {
		f, err := favourites.Add(t.Context(), name, meeting(t, plainLink))
		must(t, err)
		ids[name] = f.ID
	}
	for _, test := range []struct {
		name string
		to   int
		want string
	}{{"a", 2, "b c a d"}, {"d", 0, "d b c a"}, {"d", 99, "b c a d"}, {"a", -1, "a b c d"}, {"b", 1, "a b c d"}} {
		must(t, store.MoveFavourite(t.Context(), ids[test.name], test.to))
		if got := strings.Join(names(t, store), " "); got != test.want {
			t.Errorf("%s to %d gives %s, want %s", test.name, test.to, got, test.want)
		}
	}
	must(t, store.RenameFavourite(t.Context(), ids["a"], "Allmøte"))
	if got := names(t, store)[0]; got != "Allmøte" {
		t.Errorf("the new name is %s", got)
	}
	for _, err := range []error{store.MoveFavourite(t.Context(), "gone", 0), store.RenameFavourite(t.Context(), "gone", "a")} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("what is gone: %v", err)
		}
	}
}
