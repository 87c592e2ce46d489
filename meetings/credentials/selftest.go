package credentials

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
)

// testKind is that of the entry with which Test tries the keyring.
const testKind Kind = "test"

// Test tries the keyring as it will be used: it keeps an entry, reads it back
// and deletes it. A nil error means that all of that worked; otherwise the error
// is one of the package's. What a test that was cut short has left is taken away
// by the next one. After [Keyring.UseMemory] it tries the memory.
func (k *Keyring) Test(ctx context.Context) error {
	const name = Name(testKind + "/keyring")
	secret := rand.Text()
	if err := k.Set(ctx, name, secret); err != nil {
		return fmt.Errorf("testing keyring: %w", err)
	}
	kept, err := k.Get(ctx, name)
	switch {
	case err == nil && kept != secret:
		err = fmt.Errorf("testing keyring: %w: it does not hold what was written", ErrRefused)
	case err != nil:
		err = fmt.Errorf("testing keyring: %w", err)
	}
	if deleted := k.Delete(ctx, name); deleted != nil {
		err = errors.Join(err, fmt.Errorf("testing keyring: %w", deleted))
	}
	return err
}
