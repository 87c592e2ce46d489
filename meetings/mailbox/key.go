package mailbox

import (
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"

	"golang.org/x/crypto/nacl/secretbox"
)

const (
	keySize   = 32
	nonceSize = 24
	// sealOverhead is how much longer a sealed message is than its plaintext.
	sealOverhead = nonceSize + secretbox.Overhead
)

// purposeVerifier derives what two people may compare to know that nobody is
// in between.
const purposeVerifier = "wormhole:verifier"

// deriveKey makes a key for one purpose from the key of the exchange.
func deriveKey(key []byte, purpose string) [keySize]byte {
	out, err := hkdf.Key(sha256.New, key, nil, purpose, keySize)
	if err != nil {
		panic("mailbox: " + err.Error()) // only for lengths beyond 8160 bytes
	}
	return [keySize]byte(out)
}

// phaseKey is the key of one message. Each is used once, since a side never
// sends a phase twice with different plaintext.
func phaseKey(key []byte, side, phase string) [keySize]byte {
	sideHash, phaseHash := sha256.Sum256([]byte(side)), sha256.Sum256([]byte(phase))
	return deriveKey(key, "wormhole:phase:"+string(sideHash[:])+string(phaseHash[:]))
}

// seal encrypts with NaCl's secretbox; the random nonce comes first.
func seal(key [keySize]byte, plaintext []byte) []byte {
	var nonce [nonceSize]byte
	rand.Read(nonce[:]) // never fails: crypto/rand ends the program instead
	return secretbox.Seal(nonce[:], plaintext, &nonce, &key)
}

// open decrypts what seal made; ok is false if it was made with another key or
// changed since.
func open(key [keySize]byte, sealed []byte) (plaintext []byte, ok bool) {
	if len(sealed) < sealOverhead {
		return nil, false
	}
	nonce := [nonceSize]byte(sealed[:nonceSize])
	return secretbox.Open([]byte{}, sealed[nonceSize:], &nonce, &key)
}
