package credentials

import (
	"context"
	"crypto/rand"
	"strings"
)

// Test tries whether the system's keyring keeps what it is given: it writes an
// entry, reads it back and deletes it. It asks the system also while secrets
// are kept in memory, so that the user learns when that is no longer needed.
func (k *Keyring) Test(ctx context.Context) error {
	return k.queue(ctx, taskTest, "", func(ctx context.Context, v vault) error {
		// A name of its own for each test, since another instance may be at it.
		name, err := NewName(kindTest, rand.Text())
		if err != nil {
			return err
		}
		if err := v.set(ctx, name, strings.Repeat(rand.Text(), 4)); err != nil {
			return err
		}
		return v.delete(ctx, name)
	})
}
