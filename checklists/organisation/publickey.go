package organisation

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"aead.dev/minisign"
)

// publicKeySize is the length in bytes of a minisign public key: the letters
// "Ed", the key's ID and the key.
const publicKeySize = 2 + 8 + ed25519.PublicKeySize

// PublicKey tells who signed an organisation file. Keys are compared with ==.
type PublicKey struct{ bytes [publicKeySize]byte }

// ParsePublicKey reads the 56 characters of a minisign public key, as they
// stand on the second line of the key's file.
func ParsePublicKey(text string) (PublicKey, error) {
	var key PublicKey
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(data) != publicKeySize || binary.LittleEndian.Uint16(data) != minisign.EdDSA {
		return PublicKey{}, errors.New("not a minisign public key")
	}
	copy(key.bytes[:], data)
	return key, nil
}

// String returns the key as ParsePublicKey reads it.
func (k PublicKey) String() string { return base64.StdEncoding.EncodeToString(k.bytes[:]) }

// Fingerprint returns what two people compare over the phone: six groups of
// five digits, which are the same words to all who speak a language, where the
// letters of a hexadecimal number are easily misheard. They are made of the
// SHA-256 of the whole key, each group of the next five bytes, and hold
// 99 bits, so that nobody can make another key with the same. The ID that
// minisign shows for a key would not do: its owner can choose it.
func (k PublicKey) Fingerprint() string {
	sum := sha256.Sum256(k.bytes[:])
	groups := make([]string, 6)
	for i := range groups {
		var number [8]byte
		copy(number[3:], sum[5*i:5*i+5])
		groups[i] = fmt.Sprintf("%05d", binary.BigEndian.Uint64(number[:])%100_000)
	}
	return strings.Join(groups, " ")
}

// minisign returns the key as the library takes it.
func (k PublicKey) minisign() (minisign.PublicKey, error) {
	var key minisign.PublicKey
	err := key.UnmarshalText([]byte(k.String()))
	return key, err
}
