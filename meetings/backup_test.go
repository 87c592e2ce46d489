package meetings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hjemmekontor/meetings/link"
)

// On the machine that it was made on, a backup brings the favourites back with
// their passcodes; on another one without.
func TestBackup(t *testing.T) {
	ctx, keyring := t.Context(), newRing()
	store := mustOpen(t, t.TempDir())
	favourites := NewFavourites(store, keyring)
	secret, err := favourites.Add(ctx, "Ukemøte", meeting(t, secretLink))
	must(t, err)
	_, err = favourites.Add(ctx, "Lunsj", meeting(t, plainLink))
	must(t, err)
	must(t, store.SetWay(ctx, "zoom", Browser))
	path := filepath.Join(t.TempDir(), "meetings.json")
	must(t, store.SaveBackup(ctx, path))
	if data, err := os.ReadFile(path); err != nil || strings.Contains(string(data), hush) {
		t.Errorf("the backup holds a passcode, or %v", err)
	}

	for name, there := range map[string]*Store{"the same machine": store, "another": mustOpen(t, t.TempDir())} {
		t.Run(name, func(t *testing.T) {
			must(t, there.SetWay(ctx, "teams", App))
			must(t, CheckBackup(path))
			must(t, there.RestoreBackup(ctx, path))
			if got := names(t, there); !slices.Equal(got, []string{"Ukemøte", "Lunsj"}) {
				t.Errorf("the favourites are %q", got)
			}
			if ways, err := there.Ways(ctx); err != nil || len(ways) != 1 || ways["zoom"] != Browser {
				t.Errorf("the ways are %v, %v", ways, err)
			}
		})
	}
	if m, err := favourites.Open(ctx, secret.ID); err != nil || m.Address != meeting(t, secretLink).Address {
		t.Errorf("restored, it opens %v, %v", m, err)
	}
}

func TestBackupIsTrustedInNothing(t *testing.T) {
	favourite := func(change string) string {
		return fmt.Sprintf(`{"version":1,"favourites":[{"id":"a1","name":"Møte","kind":"join"%s}],"ways":{}}`, change)
	}
	many := strings.Repeat(`{"id":"x","name":"x","kind":"join"},`, MaxFavourites) + `{"id":"x","name":"x","kind":"join"}`
	for name, test := range map[string]struct {
		content string
		want    error
	}{
		"sound":             {favourite(""), nil},
		"nothing":           {"", ErrNotBackup},
		"something else":    {`["a"]`, ErrNotBackup},
		"no version":        {`{}`, ErrNotBackup},
		"a newer version":   {`{"version":2}`, ErrNewer},
		"an endless file":   {favourite(`,"service":"` + strings.Repeat("x", maxBackup) + `"`), ErrNotBackup},
		"a name of lines":   {favourite(`,"name":"a\nb"`), ErrNotBackup},
		"no name":           {favourite(`,"name":""`), ErrNotBackup},
		"a bad ID":          {favourite(`,"id":"../x"`), ErrNotBackup},
		"an endless link":   {favourite(`,"address":"https://` + strings.Repeat("x", link.MaxAddress) + `"`), ErrNotBackup},
		"one ID twice":      {`{"version":1,"favourites":[{"id":"a","name":"x"},{"id":"a","name":"y"}]}`, ErrNotBackup},
		"too many":          {`{"version":1,"favourites":[` + many + `]}`, ErrTooMany},
		"an unheard-of way": {`{"version":1,"ways":{"zoom":"telephone"}}`, ErrNotBackup},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "meetings.json")
			must(t, os.WriteFile(path, []byte(test.content), 0o600))
			store := mustOpen(t, t.TempDir())
			must(t, store.SetWay(t.Context(), "zoom", App))
			if err := CheckBackup(path); !errors.Is(err, test.want) {
				t.Errorf("checking gives %v, want %v", err, test.want)
			}
			if err := store.RestoreBackup(t.Context(), path); !errors.Is(err, test.want) {
				t.Errorf("restoring gives %v, want %v", err, test.want)
			}
			if ways, err := store.Ways(t.Context()); err != nil || test.want != nil && ways["zoom"] != App {
				t.Errorf("what was there is gone: %v, %v", ways, err)
			}
		})
	}
}
