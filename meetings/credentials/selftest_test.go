package credentials

import (
	"context"
	"errors"
	"testing"

	"github.com/zalando/go-keyring"
)

// checkEmpty makes sure that nothing is kept.
func checkEmpty(t *testing.T, k *Keyring) {
	t.Helper()
	if names, err := k.Names(t.Context()); len(names) > 0 || err != nil {
		t.Errorf("left are %q, %v", names, err)
	}
}

func TestTest(t *testing.T) {
	k := ring{memory: memory{"test/keyring": "of a test that was cut short"}}.on(t)
	if err := k.Test(t.Context()); err != nil {
		t.Error(err)
	}
	checkEmpty(t, k)
	k.UseMemory()
	if err := k.Test(t.Context()); err != nil {
		t.Errorf("in memory: %v", err)
	}
	checkEmpty(t, k)
}

// undeletable is a keyring whose owner says no to deleting.
type undeletable struct{ ring }

func (undeletable) Delete(string, string) error { return nil }

func TestTestSaysWhatIsWrong(t *testing.T) {
	given, cancel := context.WithCancel(t.Context())
	cancel()
	stuck := system{undeletable{ring{memory: memory{}}}, opens, ring{}.list}
	for name, test := range map[string]struct {
		ctx  context.Context
		k    *Keyring
		want error
	}{
		"locked":            {t.Context(), ring{err: ErrLocked}.on(t), ErrLocked},
		"gone":              {t.Context(), ring{err: ErrGone}.on(t), ErrGone},
		"none":              {t.Context(), ring{err: keyring.ErrUnsupportedPlatform}.on(t), ErrNoKeyring},
		"refuses to keep":   {t.Context(), ring{memory: memory{}, forgetful: true}.on(t), ErrRefused},
		"refuses to delete": {t.Context(), begun(t, stuck), ErrRefused},
		"given up":          {given, ring{memory: memory{}}.on(t), context.Canceled},
	} {
		if err := test.k.Test(test.ctx); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}

func TestKinds(t *testing.T) {
	seen := make(map[Kind]bool)
	for _, kind := range Kinds() {
		if _, err := NewName(kind, "a"); err != nil || seen[kind] || kind == testKind {
			t.Errorf("%q: %v", kind, err)
		}
		seen[kind] = true
	}
	for _, kind := range []Kind{OrganisationKey, Calendar, MeetingLink, StoreKey} {
		if !seen[kind] {
			t.Errorf("%q is not listed", kind)
		}
	}
}
