package organisation

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"runtime/debug"
	"strings"
	"unicode"
	"unicode/utf8"

	"aead.dev/minisign"
	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/scrypt"
	"golang.org/x/text/unicode/norm"
)

// Limits on a passphrase. MinPassphrase counts characters, MaxPassphrase bytes:
// minisign itself takes no more than 1023.
const (
	MinPassphrase = 10
	MaxPassphrase = 1000
)

// CheckPassphrase returns nil if a new backup may be locked with the
// passphrase, else ErrTooFewCharacters, ErrTooLong or ErrBadCharacter, which
// is a character that cannot be typed.
func CheckPassphrase(passphrase string) error {
	composed := phraseBytes(passphrase)
	switch {
	case !utf8.ValidString(passphrase), strings.ContainsFunc(passphrase, unicode.IsControl):
		return ErrBadCharacter
	case utf8.RuneCount(composed) < MinPassphrase:
		return ErrTooFewCharacters
	case len(composed) > MaxPassphrase:
		return ErrTooLong
	}
	return nil
}

// backupMemory is what it takes to try one passphrase: with N=2^17, r=8 and p=1
// scrypt's work is what OWASP's Password Storage Cheat Sheet recommends.
// minisign's own 1 GiB is more than an office's older laptops have to spare.
const backupMemory = 128 << 20

// BackUp returns the key locked with a passphrase, as a minisign secret key
// file that minisign itself can sign with. It takes about a second and 128 MiB.
// The error is one of [CheckPassphrase], or ErrNotKey for the zero Key.
func (k Key) BackUp(passphrase string) ([]byte, error) {
	if err := CheckPassphrase(passphrase); err != nil {
		return nil, fmt.Errorf("passphrase: %w", err)
	}
	if k.private == nil {
		return nil, ErrNotKey
	}
	return k.lock(passphrase, backupMemory)
}

// lock writes the format that minisign describes under "Secret key format":
// algorithms, salt, cost, and the key with its checksum under scrypt's stream.
func (k Key) lock(passphrase string, memory uint32) ([]byte, error) {
	form, err := parseKeyFile([]byte(k.Text()))
	if err != nil {
		return nil, err
	}
	data := form.data
	copy(data[offsetKDF:], scryptAlgorithm)
	if _, err := rand.Read(data[offsetSalt:offsetCost]); err != nil {
		return nil, err
	}
	// By libsodium's rule, a 32nd as many operations give p=1.
	binary.LittleEndian.PutUint64(data[offsetCost:], uint64(memory/32))
	binary.LittleEndian.PutUint64(data[offsetCost+8:], uint64(memory))
	signed := append(bytes.Clone(data[:offsetKDF]), data[offsetKey:offsetSum]...)
	sum := blake2b.Sum256(signed)
	copy(data[offsetSum:], sum[:])

	const r = 8
	n := int(memory / (128 * r))
	stream, err := scrypt.Key(phraseBytes(passphrase), data[offsetSalt:offsetCost], n, r, 1, keyFileSize-offsetKey)
	if err != nil {
		return nil, fmt.Errorf("locking signing key: %w", err)
	}
	defer debug.FreeOSMemory()
	for i, b := range stream {
		data[offsetKey+i] ^= b
	}
	return fmt.Appendf(nil, "%sminisign encrypted secret key\n%s\n", untrustedComment,
		base64.StdEncoding.EncodeToString(data)), nil
}

// RestoreKey opens a backup, or any other minisign secret key file. The error
// is ErrNotKey or ErrWrongPassphrase; the passphrase of a file that has none
// does not matter. A file made by minisign itself takes some seconds and 1 GiB,
// and none can ask for more.
func RestoreKey(data []byte, passphrase string) (Key, error) {
	form, err := parseKeyFile(data)
	if err != nil {
		return Key{}, err
	}
	if !form.encrypted {
		return ParseKey(string(data))
	}
	defer debug.FreeOSMemory()
	private, err := minisign.DecryptKey(string(phraseBytes(passphrase)), data)
	if err != nil {
		return Key{}, ErrWrongPassphrase
	}
	return checkedKey(private)
}

// phraseBytes composes accents, which systems type differently.
func phraseBytes(passphrase string) []byte { return norm.NFC.Bytes([]byte(passphrase)) }
