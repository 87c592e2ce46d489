package meetings

import (
	"crypto/aes"
	"crypto/cipher"
	"errors"
	"sync"
)

// keySize is the length of the store's key, in bytes.
const keySize = 32

// sealVersion is the first byte of all that is sealed.
const sealVersion = 1

var (
	// errLocked says that the store has no key.
	errLocked = errors.New("store is locked")
	// errUnreadable says that something was not sealed with this key for this
	// place, or was changed since.
	errUnreadable = errors.New("sealed with another key or changed")
)

// sealBox seals what is not to lie in the clear: a version byte, then AES-256-GCM
// with a random nonce in front (NIST SP 800-38D). The table and the row's ID are
// the associated data, so that one row does not pass for another.
type sealBox struct {
	mu   sync.RWMutex
	aead cipher.AEAD // nil without a key
}

func (b *sealBox) use(key []byte) error {
	block, err := aes.NewCipher(key)
	if err != nil {
		return err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.aead = aead
	return nil
}

func (b *sealBox) forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.aead = nil
}

func (b *sealBox) ready() bool { return b.current() != nil }

func (b *sealBox) current() cipher.AEAD {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.aead
}

// seal seals what a row of a table holds. Without a key the error is errLocked.
func (b *sealBox) seal(table, id string, plain []byte) ([]byte, error) {
	aead := b.current()
	if aead == nil {
		return nil, errLocked
	}
	return aead.Seal([]byte{sealVersion}, nil, plain, associated(table, id)), nil
}

// open returns what was sealed. The error is errLocked or errUnreadable.
func (b *sealBox) open(table, id string, sealed []byte) ([]byte, error) {
	aead := b.current()
	switch {
	case aead == nil:
		return nil, errLocked
	case len(sealed) == 0 || sealed[0] != sealVersion:
		return nil, errUnreadable
	}
	plain, err := aead.Open(nil, nil, sealed[1:], associated(table, id))
	if err != nil {
		return nil, errUnreadable
	}
	return plain, nil
}

func associated(table, id string) []byte { return []byte(table + "/" + id) }
