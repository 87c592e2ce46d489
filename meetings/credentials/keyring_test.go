package credentials

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/zalando/go-keyring"
)

const testName Name = "organisation-key/3f0a91"

// ends waits for a call that runs beside the test.
func ends(t *testing.T, call func() error, want ...error) (wait func()) {
	done := make(chan error, 1)
	go func() { done <- call() }()
	return func() {
		t.Helper()
		err := receive(t, done)
		for _, w := range want {
			if !errors.Is(err, w) {
				t.Errorf("ended with %v, want %v", err, w)
			}
		}
		if len(want) == 0 && err != nil {
			t.Error(err)
		}
	}
}

func TestCallsComeOneByOne(t *testing.T) {
	vault := newFakeVault()
	k, _ := vault.begin(t)
	const calls = 20
	vault.answer(2 * calls)
	var all sync.WaitGroup
	for i := range calls {
		all.Go(func() {
			name, secret := Name(fmt.Sprintf("a/%d", i)), fmt.Sprint("secret ", i)
			if err := k.Set(t.Context(), name, secret); err != nil {
				t.Error(err)
			}
			if got, err := k.Get(t.Context(), name); got != secret || err != nil {
				t.Errorf("read back %q, %v", got, err)
			}
		})
	}
	all.Wait()
}

// Whoever leaves while the keyring is at work is told so, and what came of it
// is told to whom it concerns.
func TestLeaveDuringSet(t *testing.T) {
	vault := newFakeVault()
	k, late := vault.begin(t)
	ctx, leave := context.WithCancel(t.Context())
	wait := ends(t, func() error { return k.Set(ctx, testName, "secret") }, ErrPending, context.Canceled)
	receive(t, vault.opened)
	leave()
	wait()
	vault.answer(1)
	if got, want := receive(t, late), (Late{TaskSet, testName, nil}); got != want {
		t.Errorf("late came %v, want %v", got, want)
	}
	vault.answer(1)
	if secret, err := k.Get(t.Context(), testName); secret != "secret" || err != nil {
		t.Errorf("read %q, %v", secret, err)
	}
}

// A call that has not had its turn leaves nothing behind.
func TestLeaveBeforeTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		vault := newFakeVault()
		k, late := vault.begin(t)
		first := ends(t, func() error { return k.Set(t.Context(), testName, "first") })
		receive(t, vault.opened)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		err := k.Set(ctx, testName, "second")
		if !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, ErrPending) {
			t.Errorf("ended with %v", err)
		}
		vault.answer(1)
		first()
		synctest.Wait()
		if len(late) > 0 || vault.memory[testName] != "first" {
			t.Errorf("late came %d, kept %q", len(late), vault.memory[testName])
		}
	})
}

func TestNothingIsDoneForWhoHasLeft(t *testing.T) {
	k, _ := newFakeVault().begin(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	// Nobody lets the vault answer: it must not be asked.
	for range 20 {
		if err := k.Set(ctx, testName, "secret"); !errors.Is(err, context.Canceled) || errors.Is(err, ErrPending) {
			t.Fatalf("ended with %v", err)
		}
	}
}

func TestCloseDoesNotHang(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		vault := newFakeVault()
		var late []Late
		k := start(vault, func(l Late) { late = append(late, l) })
		wait := ends(t, func() error { return k.Set(t.Context(), testName, "secret") }, ErrPending, ErrClosed)
		receive(t, vault.opened)
		began := time.Now()
		if err := k.Close(); !errors.Is(err, ErrPending) {
			t.Errorf("closing said %v", err)
		}
		if took := time.Since(began); took != closeWait {
			t.Errorf("closing took %v, want %v", took, closeWait)
		}
		wait()
		vault.answer(1)
		synctest.Wait()
		if len(late) != 1 || late[0].Err != nil {
			t.Errorf("late came %v", late)
		}
		if err := k.Close(); err != nil {
			t.Errorf("closing again said %v", err)
		}
		if _, err := k.Get(t.Context(), testName); !errors.Is(err, ErrClosed) {
			t.Errorf("reading from a closed keyring: %v", err)
		}
	})
}

func TestBadSecretsAndNames(t *testing.T) {
	k, _ := newFakeVault().begin(t)
	tests := []struct {
		name   Name
		secret string
		want   error
	}{
		{testName, "", ErrEmpty},
		{testName, strings.Repeat("a", MaxSecret+1), ErrTooLarge},
		{"", "secret", ErrName},
		{"organisation-key", "secret", ErrName},
		{"organisation-key/../a", "secret", ErrName},
	}
	for _, memory := range []bool{false, true} {
		if memory {
			k.UseMemory()
		}
		for _, test := range tests {
			if err := k.Set(t.Context(), test.name, test.secret); !errors.Is(err, test.want) {
				t.Errorf("keeping %.20q under %q: %v, want %v", test.secret, test.name, err, test.want)
			}
		}
	}
}

func TestMemory(t *testing.T) {
	k, _ := newFakeVault().begin(t) // which nobody lets answer
	ctx := t.Context()
	k.UseMemory()
	if !k.InMemory() {
		t.Error("does not say that it is in memory")
	}
	for _, name := range []Name{"a/2", "a/1", "a/3"} {
		if err := k.Set(ctx, name, "secret "+string(name)); err != nil {
			t.Fatal(err)
		}
	}
	k.UseMemory() // keeps what is there
	if secret, err := k.Get(ctx, "a/1"); secret != "secret a/1" || err != nil {
		t.Errorf("read %q, %v", secret, err)
	}
	if err := k.Delete(ctx, "a/2"); err != nil {
		t.Error(err)
	}
	if err := k.Delete(ctx, "a/2"); !errors.Is(err, ErrNotFound) {
		t.Errorf("deleting again: %v", err)
	}
	if names, err := k.Names(ctx); !slices.Equal(names, []Name{"a/1", "a/3"}) || err != nil {
		t.Errorf("names are %q, %v", names, err)
	}
	if err := k.DeleteAll(ctx); err != nil {
		t.Error(err)
	}
	if _, err := k.Get(ctx, "a/1"); !errors.Is(err, ErrNotFound) {
		t.Errorf("reading what is deleted: %v", err)
	}
}

// Secrets in memory are within reach while the system hangs, and gone in the end.
func TestMemoryWhileSystemHangs(t *testing.T) {
	vault := newFakeVault()
	k := start(vault, nil)
	ctx, leave := context.WithCancel(t.Context())
	wait := ends(t, func() error { return k.Set(ctx, testName, "first") }, ErrPending)
	receive(t, vault.opened)
	leave()
	wait()
	k.UseMemory()
	if err := k.Set(t.Context(), testName, "second"); err != nil {
		t.Error(err)
	}
	if secret, err := k.Get(t.Context(), testName); secret != "second" || err != nil {
		t.Errorf("read %q, %v", secret, err)
	}
	vault.answer(1)
	if err := k.Close(); err != nil {
		t.Error(err)
	}
	if len(k.memory) > 0 {
		t.Error("secrets are left in memory")
	}
	if _, err := k.Get(t.Context(), testName); !errors.Is(err, ErrClosed) {
		t.Errorf("reading from a closed keyring: %v", err)
	}
}

// Where there is no keyring, secrets are kept all the same once the user has
// agreed.
func TestMemoryWithoutKeyring(t *testing.T) {
	k := ring{err: keyring.ErrUnsupportedPlatform}.on(t)
	if err := k.Set(t.Context(), testName, "secret"); !errors.Is(err, ErrNoKeyring) {
		t.Errorf("keeping said %v", err)
	}
	k.UseMemory()
	if err := k.Set(t.Context(), testName, "secret"); err != nil {
		t.Fatal(err)
	}
	if secret, err := k.Get(t.Context(), testName); secret != "secret" || err != nil {
		t.Errorf("read %q, %v", secret, err)
	}
}

func TestPrintsNoSecret(t *testing.T) {
	k, _ := newFakeVault().begin(t)
	k.UseMemory()
	const secret = "hush"
	if err := k.Set(t.Context(), testName, secret); err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("opened", "keyring", k)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("opened", "keyring", k)
	for _, text := range []string{
		fmt.Sprint(k), fmt.Sprintf("%+v %#v %d %s %q %x", k, k, k, k, k, k),
		fmt.Sprintf("%v %+v %#v", []*Keyring{k}, struct{ K *Keyring }{k}, struct{ k *Keyring }{k}), log.String(),
	} {
		if strings.Contains(text, secret) {
			t.Errorf("printed the secret: %s", text)
		}
	}
}
