package credentials

import (
	"context"
	"maps"
	"slices"
)

// UseMemory keeps secrets in memory from now on, until [Keyring.Close]. What
// lies in the system's keyring stays there, and is not seen meanwhile. Nothing
// that hangs in the system holds these calls up.
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
