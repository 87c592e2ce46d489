//go:build !windows && !darwin

package credentials

import (
	"errors"
	"io"
	"net"
	"strings"
	"syscall"

	"github.com/godbus/dbus/v5"
)

// busReasons are what errors of the bus and of the Secret Service mean.
var busReasons = map[string]error{
	// Nobody offers the service, or what should start it does not.
	"org.freedesktop.DBus.Error.ServiceUnknown": ErrNoKeyring,
	"org.freedesktop.DBus.Error.NameHasNoOwner": ErrNoKeyring,
	"org.freedesktop.DBus.Error.TimedOut":       ErrNoKeyring,
	// The one that was asked left without an answer.
	"org.freedesktop.DBus.Error.NoReply":      ErrGone,
	"org.freedesktop.DBus.Error.Disconnected": ErrGone,
	// Another has taken its place, and knows nothing of the session.
	"org.freedesktop.Secret.Error.NoSession": ErrGone,
	"org.freedesktop.Secret.Error.IsLocked":  ErrLocked,
	// The entry went between search and reading.
	"org.freedesktop.Secret.Error.NoSuchObject": ErrNotFound,
	"org.freedesktop.DBus.Error.AccessDenied":   ErrRefused,
	"org.freedesktop.DBus.Error.AuthFailed":     ErrRefused,
}

// systemReason returns which of reasons an error from D-Bus means, or nil.
func systemReason(err error) error {
	if failed, ok := errors.AsType[dbus.Error](err); ok {
		if strings.HasPrefix(failed.Name, "org.freedesktop.DBus.Error.Spawn.") {
			return ErrNoKeyring
		}
		return busReasons[failed.Name]
	}
	_, onWire := errors.AsType[*net.OpError](err)
	switch {
	case onWire, errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF),
		errors.Is(err, dbus.ErrClosed), errors.Is(err, syscall.EPIPE):
		return ErrGone
	case strings.HasPrefix(err.Error(), "failed to unlock correct collection"):
		return ErrLocked // go-keyring has no other name for it
	}
	return nil
}
