// Package spake2 is the symmetric form of the SPAKE2 key exchange over Ed25519,
// byte for byte as the Python package spake2 (SPAKE2_Symmetric) has it, which is
// what magic-wormhole speaks. It differs from RFC 9382, which came later, in how
// the group element S, the password scalar and the transcript are made.
//
// Both sides call [Start] with the same password, send the message they get to
// each other and call [State.Finish] with the one they receive. Equal passwords
// give equal keys; whether they were equal the caller must find out by using the
// key. Whoever takes part learns from one run only whether one guess was right.
package spake2

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"filippo.io/edwards25519"
)

// MessageSize is the length of a message in bytes: a side byte and a point.
const MessageSize = 1 + pointSize

// KeySize is the length of the key in bytes.
const KeySize = sha256.Size

const (
	pointSize = 32
	// scalarSeed is how many bytes of hash are reduced to a scalar or a
	// coordinate: 16 more than needed, so that the bias is negligible.
	scalarSeed = 32 + 16
	// randomSeed is how many random bytes are reduced to a secret scalar.
	randomSeed = 64
	// sideSymmetric marks a message as from a side with no role.
	sideSymmetric = 'S'
)

// Errors of [State.Finish].
var (
	// ErrMessage: what came is not a message of this exchange.
	ErrMessage = errors.New("malformed key exchange message")
	// ErrReflected: what came is our own message.
	ErrReflected = errors.New("key exchange message reflected")
)

// State is one side between sending its message and receiving the other's.
// It is for one use, and not for several goroutines.
type State struct {
	password []byte
	identity []byte
	secret   *edwards25519.Scalar // x
	blind    *edwards25519.Scalar // pw
	message  []byte               // X* = x·B + pw·S, encoded
	finished bool
}

// Start begins an exchange. The identity names the protocol; both sides must
// give the same. Random bytes are read from random, normally crypto/rand.Reader.
func Start(password, identity []byte, random io.Reader) (*State, error) {
	seed := make([]byte, randomSeed)
	if _, err := io.ReadFull(random, seed); err != nil {
		return nil, fmt.Errorf("reading random bytes: %w", err)
	}
	s := &State{
		password: slices.Clone(password),
		identity: slices.Clone(identity),
		secret:   reduce(seed),
		blind:    passwordScalar(password),
	}
	public := new(edwards25519.Point).ScalarBaseMult(s.secret)
	blinding := new(edwards25519.Point).ScalarMult(s.blind, symmetricElement())
	s.message = public.Add(public, blinding).Bytes()
	return s, nil
}

// Message is what the other side must receive.
func (s *State) Message() []byte {
	return append([]byte{sideSymmetric}, s.message...)
}

// Finish takes the other side's message and gives the key. It can be called
// once: a second answer would be a second guess at the password.
func (s *State) Finish(theirs []byte) ([]byte, error) {
	if s.finished {
		return nil, fmt.Errorf("%w: a second one", ErrMessage)
	}
	s.finished = true
	if len(theirs) != MessageSize || theirs[0] != sideSymmetric {
		return nil, ErrMessage
	}
	theirs = theirs[1:]
	if bytes.Equal(theirs, s.message) {
		return nil, ErrReflected
	}
	public, err := decodeElement(theirs)
	if err != nil {
		return nil, err
	}
	unblinding := new(edwards25519.Point).ScalarMult(s.blind, symmetricElement())
	shared := public.Subtract(public, unblinding)
	shared.ScalarMult(s.secret, shared)
	return s.transcript(theirs, shared.Bytes()), nil
}

// transcript hashes everything both sides have seen. No side comes first, so
// the two messages are sorted.
func (s *State) transcript(theirs, shared []byte) []byte {
	first, second := s.message, theirs
	if bytes.Compare(first, second) > 0 {
		first, second = second, first
	}
	password, identity := sha256.Sum256(s.password), sha256.Sum256(s.identity)
	h := sha256.New()
	for _, part := range [][]byte{password[:], identity[:], first, second, shared} {
		h.Write(part)
	}
	return h.Sum(nil)
}

// passwordScalar spreads the password over the scalars.
func passwordScalar(password []byte) *edwards25519.Scalar {
	return reduce(expand(password, "SPAKE2 pw"))
}

// symmetricElement is S, a point whose logarithm nobody knows because it is
// hashed from a public word.
var symmetricElement = sync.OnceValue(func() *edwards25519.Point {
	return hashToElement([]byte("symmetric"))
})

// expand is HKDF-SHA256 with an empty salt.
func expand(secret []byte, info string) []byte {
	out, err := hkdf.Key(sha256.New, secret, nil, info, scalarSeed)
	if err != nil {
		panic("spake2: " + err.Error()) // only for lengths beyond 8160 bytes
	}
	return out
}
