package spake2

import (
	"bytes"
	"math/big"
	"slices"

	"filippo.io/edwards25519"
)

// minusOne is the scalar L-1, L being the order of the prime-order group.
var minusOne = new(edwards25519.Scalar).Negate(one())

func one() *edwards25519.Scalar {
	b := make([]byte, 32)
	b[0] = 1
	s, err := new(edwards25519.Scalar).SetCanonicalBytes(b)
	if err != nil {
		panic("spake2: " + err.Error()) // 1 is canonical
	}
	return s
}

// reduce reads up to 64 bytes as a big-endian number modulo L, in constant time.
func reduce(bigEndian []byte) *edwards25519.Scalar {
	wide := make([]byte, 64)
	copy(wide, bigEndian)
	slices.Reverse(wide[:len(bigEndian)])
	s, err := new(edwards25519.Scalar).SetUniformBytes(wide)
	if err != nil {
		panic("spake2: " + err.Error()) // 64 bytes are always taken
	}
	return s
}

// decodeElement reads a point and accepts only what an honest side can send:
// a canonical encoding of a point of the prime-order group other than zero.
// Points of small order would otherwise tell an attacker bits of the secret.
func decodeElement(encoded []byte) (*edwards25519.Point, error) {
	p, err := new(edwards25519.Point).SetBytes(encoded)
	if err != nil || !bytes.Equal(p.Bytes(), encoded) || !inPrimeGroup(p) {
		return nil, ErrMessage
	}
	return p, nil
}

// inPrimeGroup tells whether L·P is zero and P is not. L itself is zero as a
// scalar, hence (L-1)·P + P.
func inPrimeGroup(p *edwards25519.Point) bool {
	zero := edwards25519.NewIdentityPoint()
	multiple := new(edwards25519.Point).ScalarMult(minusOne, p)
	return multiple.Add(multiple, p).Equal(zero) == 1 && p.Equal(zero) == 0
}

// hashToElement finds a point of the prime-order group from a public seed: the
// first y coordinate from the seed's hash upwards that lies on the curve, with
// the even x, times the cofactor. Not in constant time.
func hashToElement(seed []byte) *edwards25519.Point {
	prime := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 255), big.NewInt(19))
	y := new(big.Int).SetBytes(expand(seed, "SPAKE2 arbitrary element"))
	for ; ; y.Add(y, big.NewInt(1)) {
		y.Mod(y, prime)
		encoded := y.FillBytes(make([]byte, pointSize))
		slices.Reverse(encoded)
		p, err := new(edwards25519.Point).SetBytes(encoded)
		if err != nil {
			continue // not on the curve
		}
		p.MultByCofactor(p)
		if inPrimeGroup(p) {
			return p
		}
	}
}
