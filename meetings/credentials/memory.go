package credentials

import (
	"context"
	"maps"
	"slices"
)

// UseMemory keeps secrets in memory from now on, until [Keyring.Close] or
// [Keyring.UseKeyring]. What lies in the system's keyring stays there, and is
// not seen meanwhile. Nothing that hangs in the system holds these calls up.
func (k *Keyring) UseMemory() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.memory == nil {
		k.memory = make(map[Name]string)
	}
}

// InMemory reports whether secrets are kept for this run only.
func (k *Keyring) InMemory() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.memory != nil
}

// UseKeyring moves what is kept in memory to the system's keyring, where it
// takes the place of entries of the same name, and keeps secrets there from now
// on. On an error everything stays in memory.
func (k *Keyring) UseKeyring(ctx context.Context) error {
	for {
		k.mu.Lock()
		before := maps.Clone(k.memory)
		k.mu.Unlock()
		if err := k.move(ctx, before); err != nil {
			return err
		}
		if k.leaveMemory(before) {
			return nil
		}
		// Somebody has changed a secret meanwhile.
	}
}

func (k *Keyring) move(ctx context.Context, secrets map[Name]string) error {
	for _, name := range slices.Sorted(maps.Keys(secrets)) {
		err := k.queue(ctx, TaskSet, name, func(ctx context.Context, v vault) error {
			return v.set(ctx, name, secrets[name])
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// leaveMemory returns to the system's keyring if memory still holds what has
// been moved there, and reports whether it did.
func (k *Keyring) leaveMemory(moved map[Name]string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !maps.Equal(k.memory, moved) {
		return false
	}
	clear(k.memory)
	k.memory = nil
	return true
}

// memory is a vault that is gone with the program.
type memory map[Name]string

func (m memory) get(_ context.Context, name Name) (string, error) {
	secret, found := m[name]
	if !found {
		return "", ErrNotFound
	}
	return secret, nil
}

func (m memory) set(_ context.Context, name Name, secret string) error {
	m[name] = secret
	return nil
}

func (m memory) delete(_ context.Context, name Name) error {
	if _, found := m[name]; !found {
		return ErrNotFound
	}
	delete(m, name)
	return nil
}

func (m memory) deleteAll(context.Context) error {
	clear(m)
	return nil
}

func (m memory) names(context.Context) ([]Name, error) { return slices.Collect(maps.Keys(m)), nil }
