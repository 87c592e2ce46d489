package credentials

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// Whoever leaves while a dialog stands has changed nothing, and the next one
// finds the same dialog.
func TestLeaveDialog(t *testing.T) {
	d := newDesk(t)
	d.lock(t)
	p := d.prompt(t)
	k, late := open(t)
	ctx, leave := context.WithCancel(t.Context())
	first := ends(t, func() error { return k.Set(ctx, testName, "first") }, ErrPending, context.Canceled)
	dialog := receive(t, p.dialogs)
	leave()
	first()
	second := ends(t, func() error { return k.Set(patience(t), "a/2", "second") })
	dialog.enter(t, password)
	second()
	if l := receive(t, late); l.Task != TaskSet || l.Name != testName || !errors.Is(l.Err, context.Canceled) {
		t.Errorf("late came %v", l)
	}
	if names, err := k.Names(patience(t)); !slices.Equal(names, []Name{"a/2"}) || err != nil {
		t.Errorf("names are %q, %v", names, err)
	}
	if len(p.dialogs) > 0 {
		t.Error("the user was asked twice")
	}
}

func TestCloseWhileDialogStands(t *testing.T) {
	d := newDesk(t)
	d.lock(t)
	p := d.prompt(t)
	k, _ := open(t)
	wait := ends(t, func() error { return k.Set(patience(t), testName, "secret") }, ErrPending, ErrClosed)
	receive(t, p.dialogs)
	if err := k.Close(); err != nil {
		t.Error(err)
	}
	wait()
}

// The keyring, or the bus, dies in the middle of a call.
func TestGone(t *testing.T) {
	set := func(t *testing.T, k *Keyring) func() {
		return ends(t, func() error { return k.Set(patience(t), testName, "hush") }, ErrGone)
	}
	t.Run("service while a dialog stands", func(t *testing.T) {
		d := newDesk(t)
		service := d.lock(t)
		p := d.prompt(t)
		k, _ := open(t)
		wait := set(t, k)
		receive(t, p.dialogs)
		kill(service)
		wait()
		d.unlock(t) // and is there again
		if err := k.Set(patience(t), testName, "secret"); err != nil {
			t.Error(err)
		}
	})
	t.Run("bus while a dialog stands", func(t *testing.T) {
		d := newDesk(t)
		d.lock(t)
		p := d.prompt(t)
		k, _ := open(t)
		wait := set(t, k)
		receive(t, p.dialogs)
		kill(d.bus)
		wait()
	})
	t.Run("service instead of answering", func(t *testing.T) {
		d := newDesk(t)
		service := d.unlock(t)
		k, _ := open(t)
		asked := d.asked(t)
		stop(t, service.Process)
		wait := set(t, k)
		receive(t, asked)
		kill(service)
		wait()
		d.unlock(t) // and is there again, with what it held
		if err := k.Test(patience(t)); err != nil {
			t.Error(err)
		}
	})
}

// Another keyring daemon takes the place of one that died while nobody used it,
// as when the user logs out and in; what was kept is there.
func TestGoneAndBack(t *testing.T) {
	d := newDesk(t)
	k, _ := open(t)
	service := d.unlock(t)
	for _, secret := range []string{"first", "second", "third"} {
		if err := k.Set(patience(t), testName, secret); err != nil {
			t.Fatal(err)
		}
		kill(service)
		if err := k.Test(patience(t)); !errors.Is(err, ErrNoKeyring) && !errors.Is(err, ErrGone) {
			t.Errorf("while it is gone: %v", err)
		}
		service = d.unlock(t)
		if got, err := k.Get(patience(t), testName); got != secret || err != nil {
			t.Errorf("when it is back: %q, %v", got, err)
		}
	}
}

// What the bus and the Secret Service say is told as what it means.
func TestBusErrors(t *testing.T) {
	named := func(name string) error { return dbus.Error{Name: name, Body: []any{"hush"}} }
	for _, test := range []struct{ err, want error }{
		{named("org.freedesktop.Secret.Error.IsLocked"), ErrLocked},
		{errors.New("failed to unlock correct collection '/org/freedesktop/secrets/collection/login'"), ErrLocked},
		{named("org.freedesktop.DBus.Error.AccessDenied"), ErrRefused},
		{named("org.freedesktop.DBus.Error.ServiceUnknown"), ErrNoKeyring},
		{named("org.freedesktop.DBus.Error.Spawn.ChildExited"), ErrNoKeyring},
		{named("org.freedesktop.DBus.Error.NoReply"), ErrGone},
		{named("org.freedesktop.Secret.Error.NoSession"), ErrGone},
		{named("org.freedesktop.Secret.Error.NoSuchObject"), ErrNotFound},
		{dbus.ErrClosed, ErrGone},
		{io.ErrUnexpectedEOF, ErrGone},
		{fmt.Errorf("writing: %w", syscall.EPIPE), ErrGone},
	} {
		k := ring{err: test.err}.on(t)
		_, err := k.Get(t.Context(), testName)
		for call, err := range map[string]error{"get": err, "set": k.Set(t.Context(), testName, "hush"), "test": k.Test(t.Context())} {
			if !errors.Is(err, test.want) {
				t.Errorf("%s with %v: %v, want %v", call, test.err, err, test.want)
			}
		}
	}
}

// A keyring that hangs holds nobody up, and what came of the change is told.
func TestHangs(t *testing.T) {
	d := newDesk(t)
	service := d.unlock(t)
	k, late := open(t)
	asked := d.asked(t)
	stop(t, service.Process)
	ctx, leave := context.WithCancel(t.Context())
	wait := ends(t, func() error { return k.Set(ctx, testName, "secret") }, ErrPending, context.Canceled)
	receive(t, asked)
	leave()
	wait()
	short, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := k.Get(short, testName); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("reading behind it: %v", err)
	}
	kill(service)
	if l := receive(t, late); l.Name != testName || !errors.Is(l.Err, ErrGone) {
		t.Errorf("late came %v", l)
	}
}

func stop(t *testing.T, p *os.Process) {
	t.Helper()
	if err := p.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
}

// asked returns a channel that is closed when somebody calls the Secret Service.
func (d *desk) asked(t *testing.T) <-chan struct{} {
	t.Helper()
	conn := d.connect(t)
	rules := []string{"type='method_call',destination='" + secretsName + "'"}
	if err := conn.BusObject().Call("org.freedesktop.DBus.Monitoring.BecomeMonitor", 0, rules, uint(0)).Err; err != nil {
		t.Fatal(err)
	}
	messages := make(chan *dbus.Message, 100)
	conn.Eavesdrop(messages)
	t.Cleanup(func() { // not left to Close, which may be at it while a message comes
		conn.Eavesdrop(nil)
		close(messages)
	})
	asked := make(chan struct{})
	go func() {
		defer close(asked)
		for message := range messages {
			if message.Type == dbus.TypeMethodCall {
				return
			}
		}
	}()
	return asked
}
