package credentials

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"
)

// ring stands in for go-keyring, to give what no keyring on this machine gives:
// another system's limits and errors. (go-keyring's own mock cannot be taken
// back, and other tests here want the real one; see TestMock.)
type ring struct {
	memory
	err       error // of every call
	forgetful bool  // says yes to every change and makes none
}

func (r ring) Get(_, user string) (string, error) {
	secret, found := r.memory[Name(user)]
	if r.err == nil && !found {
		return "", keyring.ErrNotFound
	}
	return secret, r.err
}

func (r ring) Set(_, user, secret string) error {
	if r.err == nil && !r.forgetful {
		r.memory[Name(user)] = secret
	}
	return r.err
}

func (r ring) Delete(_, user string) error {
	if _, err := r.Get(Service, user); err != nil || r.forgetful {
		return err
	}
	delete(r.memory, Name(user))
	return nil
}

func (r ring) DeleteAll(string) error {
	if r.err == nil && !r.forgetful {
		clear(r.memory)
	}
	return r.err
}

func (r ring) list(context.Context) ([]string, error) {
	var entries []string
	for name := range r.memory {
		entries = append(entries, string(name))
	}
	return entries, r.err
}

// on starts a Keyring that is closed with the test.
func (r ring) on(t *testing.T) *Keyring { return begun(t, system{r, opens, r.list}) }

// opens is a keyring that is open.
func opens(context.Context) (end func(error) error, err error) {
	return func(err error) error { return err }, nil
}

// begun starts a Keyring that is closed with the test.
func begun(t *testing.T, s system) *Keyring {
	k := start(s, nil)
	t.Cleanup(func() {
		if err := k.Close(); err != nil {
			t.Error(err)
		}
	})
	return k
}

func TestSystemErrors(t *testing.T) {
	const secret = "hush"
	tests := []struct {
		name string
		err  error
		want error
	}{
		{"too large for Windows", keyring.ErrSetDataTooBig, ErrTooLarge},
		{"no such system", keyring.ErrUnsupportedPlatform, ErrNoKeyring},
		{"says the secret", errors.New("cannot keep " + secret), ErrRefused},
		{"anything", errors.New("out of paper"), nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := ring{err: test.err}.on(t).Set(t.Context(), testName, secret)
			if err == nil || test.want != nil && !errors.Is(err, test.want) {
				t.Fatalf("got %v, want %v", err, test.want)
			}
			if strings.Contains(err.Error(), secret) {
				t.Errorf("the error says the secret: %v", err)
			}
			if !errors.Is(test.want, ErrRefused) && !errors.Is(err, test.err) {
				t.Errorf("%v does not say why", err)
			}
		})
	}
}

func TestSystemKeeps(t *testing.T) {
	k := ring{memory: memory{}}.on(t)
	for _, secret := range []string{strings.Repeat("a", MaxSecret), "blåbær\x00\n"} {
		if err := k.Set(t.Context(), testName, secret); err != nil {
			t.Error(err)
		}
		if got, err := k.Get(t.Context(), testName); got != secret || err != nil {
			t.Errorf("read back %.20q, %v", got, err)
		}
	}
	if names, err := k.Names(t.Context()); !slices.Equal(names, []Name{testName}) || err != nil {
		t.Errorf("names are %q, %v", names, err)
	}
}

// A change that the user has refused is not taken for made.
func TestSystemRefuses(t *testing.T) {
	k := ring{memory: memory{testName: "old"}, forgetful: true}.on(t)
	for what, err := range map[string]error{
		"new secret":     k.Set(t.Context(), "a/1", "new"),
		"changed secret": k.Set(t.Context(), testName, "new"),
		"delete":         k.Delete(t.Context(), testName),
		"delete all":     k.DeleteAll(t.Context()),
	} {
		if !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestNamesOfOthers(t *testing.T) {
	k := ring{memory: memory{
		"later-kind/1": "", "": "", "organisation-key/b": "", "Somebody else's": "", "organisation-key/a": "",
	}}.on(t)
	names, err := k.Names(t.Context())
	want := []Name{"later-kind/1", "organisation-key/a", "organisation-key/b"}
	if !slices.Equal(names, want) || err != nil {
		t.Errorf("names are %q, %v, want %q", names, err, want)
	}
}

func TestPanicBecomesError(t *testing.T) {
	err := guard(func() error { panic("hush") })
	if !errors.Is(err, ErrGone) || strings.Contains(err.Error(), "hush") {
		t.Errorf("got %v", err)
	}
}
