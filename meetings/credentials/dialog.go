//go:build !windows && !darwin

package credentials

import (
	"context"
	"fmt"

	"github.com/godbus/dbus/v5"
)

// serviceWatch notices when the Secret Service leaves the bus, which nothing
// else tells a caller that waits for the end of a dialog. The match rule is on
// the connection that go-keyring shares, whose own wait for a dialog ends with
// any signal.
type serviceWatch struct {
	conn    *dbus.Conn
	signals chan *dbus.Signal
	rule    []dbus.MatchOption
	gone    bool
}

func watchService(ctx context.Context, conn *dbus.Conn) (*serviceWatch, error) {
	w := &serviceWatch{
		conn: conn,
		// Room for what comes while nobody receives; godbus keeps the rest.
		signals: make(chan *dbus.Signal, 8),
		rule: []dbus.MatchOption{
			dbus.WithMatchSender("org.freedesktop.DBus"),
			dbus.WithMatchInterface("org.freedesktop.DBus"),
			dbus.WithMatchMember("NameOwnerChanged"),
			dbus.WithMatchArg(0, secretsName),
		},
	}
	conn.Signal(w.signals)
	if err := conn.AddMatchSignalContext(ctx, w.rule...); err != nil {
		conn.RemoveSignal(w.signals)
		return nil, err
	}
	return w, nil
}

// stop ends the watch and reports whether the service has left.
func (w *serviceWatch) stop() bool {
	_ = w.conn.RemoveMatchSignal(w.rule...)
	w.conn.RemoveSignal(w.signals)
	for !w.gone {
		select {
		case signal, open := <-w.signals:
			w.gone = !open || isLeaving(signal)
		default:
			return false
		}
	}
	return true
}

// ask opens a dialog and waits until the user has answered it, or ctx ends. The
// dialog is then left standing: gnome-keyring aborts when one is dismissed by
// the program that wanted it (seen with 42.1), and all that is open closes.
func (w *serviceWatch) ask(ctx context.Context, prompt dbus.ObjectPath) error {
	rule := []dbus.MatchOption{dbus.WithMatchObjectPath(prompt), dbus.WithMatchInterface(promptInterface)}
	if err := w.conn.AddMatchSignalContext(ctx, rule...); err != nil {
		return err
	}
	defer func() { _ = w.conn.RemoveMatchSignal(rule...) }()
	if err := w.conn.Object(secretsName, prompt).CallWithContext(ctx, promptInterface+".Prompt", 0, "").Err; err != nil {
		return err
	}
	for {
		select {
		case signal, open := <-w.signals:
			switch {
			case !open || isLeaving(signal):
				w.gone = true
				return fmt.Errorf("%w while its dialog stood", ErrGone)
			case signal.Path == prompt && signal.Name == promptInterface+".Completed":
				return answer(signal)
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// answer tells what the user has made of a dialog.
func answer(completed *dbus.Signal) error {
	var dismissed bool
	var result dbus.Variant
	if err := dbus.Store(completed.Body, &dismissed, &result); err != nil {
		return fmt.Errorf("%w: unexpected answer from the dialog", ErrRefused)
	}
	if dismissed {
		return fmt.Errorf("%w: the dialog was dismissed", ErrLocked)
	}
	return nil
}

// isLeaving reports whether a signal says that the service has left the bus.
func isLeaving(signal *dbus.Signal) bool {
	var name, before, after string
	return signal.Name == "org.freedesktop.DBus.NameOwnerChanged" &&
		dbus.Store(signal.Body, &name, &before, &after) == nil &&
		name == secretsName && after == ""
}
