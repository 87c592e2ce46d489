package meetings

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"

	"zombiezen.com/go/sqlite"

	"hjemmekontor/meetings/credentials"
)

// Keyring is where secrets lie. A *[credentials.Keyring] is one.
type Keyring interface {
	Get(ctx context.Context, name credentials.Name) (string, error)
	Set(ctx context.Context, name credentials.Name, secret string) error
	Delete(ctx context.Context, name credentials.Name) error
	// InMemory reports whether secrets are kept for this run only.
	InMemory() bool
}

var _ Keyring = (*credentials.Keyring)(nil)

// keyName is what the store's key is kept under.
const keyName = credentials.Name(credentials.StoreKey + "/meetings")

// Unlock takes the store's key from the keyring, or makes one and keeps it
// there. What was sealed with a key that is lost is dropped as soon as it is
// read. The errors are those of package credentials; the store then works on
// without a key, as it does after Unlock with a keyring that keeps secrets for
// this run only: nothing sealed is written, and what is there is not read.
//
// The keyring may ask the user first, so Unlock is called when there is a
// reason to, and with a deadline. A store that is unlocked stays so.
func (s *Store) Unlock(ctx context.Context, keyring Keyring) error {
	select { // or two callers would each make a key
	case s.unlocking <- struct{}{}:
		defer func() { <-s.unlocking }()
	case <-ctx.Done():
		return fmt.Errorf("unlocking %s: %w: %w", FileName, credentials.ErrPending, ctx.Err())
	}
	if s.Unlocked() || keyring.InMemory() {
		return nil
	}
	key, err := readKey(ctx, keyring)
	if errors.Is(err, credentials.ErrNotFound) || errors.Is(err, errNoKey) {
		key, err = makeKey(ctx, keyring)
	}
	if err != nil {
		return fmt.Errorf("unlocking %s: %w", FileName, err)
	}
	return s.seal.use(key)
}

// Unlocked reports whether the store can read and write what is sealed.
func (s *Store) Unlocked() bool { return s.seal.ready() }

// HasSealed reports whether there is anything that only the key can open: a
// reason to [Store.Unlock] when the program starts.
func (s *Store) HasSealed(ctx context.Context) (found bool, err error) {
	err = s.read(ctx, "looking for what is sealed", func(conn *sqlite.Conn) error {
		n, err := queryInt(conn, `
SELECT EXISTS (SELECT 1 FROM calendar_copy) OR EXISTS (SELECT 1 FROM recent WHERE sealed = 1);`)
		found = n != 0
		return err
	})
	return found, err
}

// errNoKey says that what lies in the keyring is no key of ours.
var errNoKey = errors.New("not a key")

func readKey(ctx context.Context, keyring Keyring) ([]byte, error) {
	text, err := keyring.Get(ctx, keyName)
	if err != nil {
		return nil, err
	}
	key, err := hex.DecodeString(text)
	if err != nil || len(key) != keySize {
		return nil, errNoKey
	}
	return key, nil
}

// makeKey reads back what it has kept: another instance may have made one at
// the same moment, and the one that lies there in the end is the one to use.
func makeKey(ctx context.Context, keyring Keyring) ([]byte, error) {
	key := make([]byte, keySize)
	_, _ = rand.Read(key) // which never fails
	if err := keyring.Set(ctx, keyName, hex.EncodeToString(key)); err != nil {
		return nil, err
	}
	return readKey(ctx, keyring)
}

// newID returns a random ID. It can be part of a name in the keyring.
func newID() string {
	id := make([]byte, 8)
	_, _ = rand.Read(id)
	return hex.EncodeToString(id)
}
