package credentials

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// open starts a Keyring that is closed with the test. What comes late goes into
// the channel.
func open(t *testing.T) (*Keyring, <-chan Late) {
	late := make(chan Late, 10)
	k := New(func(l Late) { late <- l })
	t.Cleanup(func() {
		if err := k.Close(); err != nil {
			t.Error(err)
		}
	})
	return k, late
}

// patience is how long a call may take on a busy machine.
func patience(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), startTimeout)
	t.Cleanup(cancel)
	return ctx
}

func TestRealKeyring(t *testing.T) {
	newDesk(t).unlock(t)
	k, _ := open(t)
	ctx := patience(t)
	if _, err := k.Get(ctx, testName); !errors.Is(err, ErrNotFound) {
		t.Errorf("reading what was never kept: %v", err)
	}
	if err := k.Delete(ctx, testName); !errors.Is(err, ErrNotFound) {
		t.Errorf("deleting what was never kept: %v", err)
	}
	if err := k.DeleteAll(ctx); err != nil {
		t.Errorf("deleting all when there is nothing: %v", err)
	}
	for _, name := range []Name{testName, "a/1"} {
		if err := k.Set(ctx, name, "secret"); err != nil {
			t.Fatal(err)
		}
	}
	if err := k.Test(ctx); err != nil {
		t.Errorf("testing it: %v", err)
	}
	if names, err := k.Names(ctx); !slices.Equal(names, []Name{"a/1", testName}) || err != nil {
		t.Errorf("names are %q, %v", names, err)
	}
	if err := k.Delete(ctx, "a/1"); err != nil {
		t.Error(err)
	}
	if err := k.DeleteAll(ctx); err != nil {
		t.Error(err)
	}
	if names, err := k.Names(ctx); len(names) > 0 || err != nil {
		t.Errorf("names are %q, %v", names, err)
	}
}

func TestRealKeyringKeepsWhatFits(t *testing.T) {
	newDesk(t).unlock(t)
	k, _ := open(t)
	ctx := patience(t)
	for _, secret := range []string{"first", "blåbær\n", strings.Repeat("x", MaxSecret)} {
		if err := k.Set(ctx, testName, secret); err != nil {
			t.Fatal(err)
		}
		if got, err := k.Get(ctx, testName); got != secret || err != nil {
			t.Errorf("read back %.20q, %v", got, err)
		}
	}
	if err := k.Set(ctx, testName, strings.Repeat("y", MaxSecret+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("one byte too many: %v", err)
	}
	if got, err := k.Get(ctx, testName); got != strings.Repeat("x", MaxSecret) || err != nil {
		t.Errorf("after it there is %.20q, %v", got, err)
	}
}

// A secret outlives the program and the keyring.
func TestKeptForNextTime(t *testing.T) {
	d := newDesk(t)
	service := d.unlock(t)
	k, _ := open(t)
	if err := k.Set(patience(t), testName, "secret"); err != nil {
		t.Fatal(err)
	}
	kill(service)
	d.unlock(t)
	if got, err := k.Get(patience(t), testName); got != "secret" || err != nil {
		t.Errorf("read %q, %v", got, err)
	}
}

// Two instances that keep secrets at the same time both see all of them.
func TestSeveralProcesses(t *testing.T) {
	newDesk(t).unlock(t)
	var all sync.WaitGroup
	for _, name := range []string{"one", "two"} {
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		cmd.Env = append(os.Environ(), childName+"="+name)
		all.Go(func() {
			if said, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, said)
			}
		})
	}
	all.Wait()
	k, _ := open(t)
	if names, err := k.Names(patience(t)); len(names) != 2*childSecrets || err != nil {
		t.Errorf("names are %q, %v", names, err)
	}
}

func TestNoKeyring(t *testing.T) {
	tests := []struct {
		name string
		lack func(*testing.T)
		want error
	}{
		{"no bus", func(t *testing.T) { t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere") }, ErrNoKeyring},
		{"no address", func(t *testing.T) { t.Setenv("DBUS_SESSION_BUS_ADDRESS", "nonsense") }, ErrNoKeyring},
		{"bus ended", func(t *testing.T) { kill(newDesk(t).bus) }, ErrNoKeyring},
		{"nobody keeps secrets", func(t *testing.T) { newDesk(t) }, ErrNoKeyring},
		{"no collection", func(t *testing.T) { newDesk(t).empty(t) }, ErrNoCollection},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.lack(t)
			k, _ := open(t)
			ctx := patience(t)
			_, getErr := k.Get(ctx, testName)
			_, namesErr := k.Names(ctx)
			for what, err := range map[string]error{
				"get": getErr, "names": namesErr, "set": k.Set(ctx, testName, "hush"),
				"delete": k.Delete(ctx, testName), "delete all": k.DeleteAll(ctx), "test": k.Test(ctx),
			} {
				if !errors.Is(err, test.want) || !errors.Is(err, ErrNoKeyring) {
					t.Errorf("%s: %v, want %v", what, err, test.want)
				}
			}
		})
	}
}

// Where there is no bus, none is started.
func TestStartsNoBus(t *testing.T) {
	dir := t.TempDir()
	started := filepath.Join(dir, "started")
	script := "#!/bin/sh\ntouch " + started + "\nexit 1\n"
	if err := os.WriteFile(filepath.Join(dir, "dbus-launch"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	if service, err := connect(); err == nil { // the bus of whoever runs the test
		_ = service.Conn.Close()
	}
	if _, err := os.Stat(started); err == nil {
		t.Error("dbus-launch was started")
	}
}

func TestUnlock(t *testing.T) {
	t.Run("with password", func(t *testing.T) {
		d := newDesk(t)
		d.lock(t)
		p := d.prompt(t)
		k, _ := open(t)
		wait := ends(t, func() error { return k.Set(patience(t), testName, "secret") })
		receive(t, p.dialogs).enter(t, password)
		wait()
		if got, err := k.Get(patience(t), testName); got != "secret" || err != nil {
			t.Errorf("read %q, %v", got, err)
		}
	})
	t.Run("dismissed", func(t *testing.T) {
		d := newDesk(t)
		d.lock(t)
		p := d.prompt(t)
		k, _ := open(t)
		wait := ends(t, func() error { return k.Set(patience(t), testName, "secret") }, ErrLocked)
		receive(t, p.dialogs).dismiss()
		wait()
	})
	t.Run("nobody to ask", func(t *testing.T) {
		newDesk(t).lock(t)
		k, _ := open(t)
		if _, err := k.Names(patience(t)); !errors.Is(err, ErrLocked) {
			t.Errorf("got %v", err)
		}
	})
}
