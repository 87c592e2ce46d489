package credentials

import (
	"context"
	"errors"
	"fmt"

	"github.com/zalando/go-keyring"
)

// system is the vault that the operating system has. What go-keyring does not
// do are the functions openSystem, listSystem and systemReason of each system.
type system struct {
	ring  keyring.Keyring
	begin func(ctx context.Context) (end func(error) error, err error)
	list  func(ctx context.Context) ([]string, error)
}

func newSystem() system { return system{goKeyring{}, openSystem, listSystem} }

// goKeyring is the keyring behind the functions of package keyring.
type goKeyring struct{}

func (goKeyring) Get(service, user string) (string, error) { return keyring.Get(service, user) }
func (goKeyring) Set(service, user, secret string) error   { return keyring.Set(service, user, secret) }
func (goKeyring) Delete(service, user string) error        { return keyring.Delete(service, user) }
func (goKeyring) DeleteAll(service string) error           { return keyring.DeleteAll(service) }

// open makes sure that there is a keyring and that it is open, with the user's
// help if need be. end is to be given what came of the call that it was opened
// for, and says what that means.
func (s system) open(ctx context.Context) (end func(error) error, err error) {
	finish, err := s.begin(ctx)
	if err != nil {
		return nil, classify(err)
	}
	return func(err error) error { return classify(finish(err)) }, nil
}

func (s system) get(_ context.Context, name Name) (string, error) {
	return s.ring.Get(Service, string(name))
}

// set reads back what it has written: go-keyring returns no error when the user
// has said no to a question of the keyring's.
func (s system) set(_ context.Context, name Name, secret string) error {
	if err := s.ring.Set(Service, string(name), secret); err != nil {
		return without(secret, classify(err))
	}
	kept, err := s.ring.Get(Service, string(name))
	if errors.Is(err, keyring.ErrNotFound) || err == nil && kept != secret {
		return fmt.Errorf("%w: it does not hold what was written", ErrRefused)
	}
	return err
}

// delete looks whether the entry is gone, for the same reason.
func (s system) delete(_ context.Context, name Name) error {
	if err := s.ring.Delete(Service, string(name)); err != nil {
		return err
	}
	switch _, err := s.ring.Get(Service, string(name)); {
	case err == nil:
		return fmt.Errorf("%w: the entry is still there", ErrRefused)
	case errors.Is(err, keyring.ErrNotFound):
		return nil
	default:
		return err
	}
}

func (s system) deleteAll(ctx context.Context) error {
	if err := s.ring.DeleteAll(Service); err != nil {
		return err
	}
	left, err := s.list(ctx)
	if err == nil && len(left) > 0 {
		err = fmt.Errorf("%w: %d entries are still there", ErrRefused, len(left))
	}
	return err
}

// names leaves out what has no name of ours, which deleteAll takes all the same.
func (s system) names(ctx context.Context) ([]Name, error) {
	entries, err := s.list(ctx)
	if err != nil {
		return nil, err
	}
	var names []Name
	for _, entry := range entries {
		if name, err := ParseName(entry); err == nil {
			names = append(names, name)
		}
	}
	return names, nil
}
