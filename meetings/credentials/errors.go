package credentials

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/zalando/go-keyring"
)

// The ways in which a call can fail, found with errors.Is. What is beneath is
// wrapped; no error holds a secret.
var (
	// ErrNotFound means that there is no entry of that name.
	ErrNotFound = errors.New("not in the keyring")
	// ErrNoKeyring means that the system offers no keyring: on Linux no D-Bus
	// session or nothing on it that keeps secrets, on Windows a session without
	// credentials, such as one over the network.
	ErrNoKeyring = errors.New("no keyring")
	// ErrNoCollection is an ErrNoKeyring: the system has a program that keeps
	// secrets, but no keyring has been made in it yet.
	ErrNoCollection = fmt.Errorf("%w: none has been made yet", ErrNoKeyring)
	// ErrLocked means that the keyring is locked and stayed so: the user has
	// dismissed the dialog, or none could be shown.
	ErrLocked = errors.New("keyring is locked")
	// ErrRefused means that the keyring did not do what it was asked to, such
	// as when the user has said no to a question of its own.
	ErrRefused = errors.New("keyring refused")
	// ErrTooLarge means that the secret is longer than [MaxSecret].
	ErrTooLarge = errors.New("secret too large for a keyring")
	// ErrGone means that the keyring went away in the middle of the call. A
	// change may or may not have been made.
	ErrGone = errors.New("keyring went away")
	// ErrPending means that the caller left while the keyring was at work: on
	// this call, so that a change may yet be made (see [Late]), or still on one
	// before it.
	ErrPending = errors.New("keyring still at work")
	// ErrClosed means that the Keyring was closed.
	ErrClosed = errors.New("closed")
	// ErrName means that a name is not one.
	ErrName = errors.New("no name for a secret")
	// ErrEmpty means that a secret without content was to be kept.
	ErrEmpty = errors.New("secret is empty")
)

// reasons are those of the errors above that say what became of a call, the
// more exact ones first.
var reasons = []error{ErrNotFound, ErrNoCollection, ErrNoKeyring, ErrLocked, ErrRefused, ErrTooLarge, ErrGone}

// classify adds to an error from beneath the one of reasons that it means.
func classify(err error) error {
	if err == nil || knownReason(err) != nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	switch {
	case errors.Is(err, keyring.ErrNotFound):
		return because(ErrNotFound, err)
	case errors.Is(err, keyring.ErrSetDataTooBig):
		return because(ErrTooLarge, err)
	case errors.Is(err, keyring.ErrUnsupportedPlatform):
		return because(ErrNoKeyring, err)
	}
	return because(systemReason(err), err)
}

// knownReason returns which of reasons err carries, or nil.
func knownReason(err error) error {
	for _, reason := range reasons {
		if errors.Is(err, reason) {
			return reason
		}
	}
	return nil
}

// because joins the reason to err, if there is one.
func because(reason, err error) error {
	if reason == nil {
		return err
	}
	return fmt.Errorf("%w: %w", reason, err)
}

// without returns a classified error, or no more than its reason if the text
// holds the secret: what a keyring says is not in our hands.
func without(secret string, err error) error {
	if err == nil || !strings.Contains(err.Error(), secret) {
		return err
	}
	return cmp.Or(knownReason(err), ErrRefused)
}
