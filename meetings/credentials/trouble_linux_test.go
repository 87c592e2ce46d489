package credentials

import (
	"context"
	"errors"
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
	})
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
	if _, err := k.Get(short, testName); !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, ErrPending) {
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
