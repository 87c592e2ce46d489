package spake2

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"filippo.io/edwards25519"
)

type vectorFile struct {
	SymmetricElement string `json:"symmetric_element"`
	Vectors          []struct {
		Password string `json:"password"`
		Identity string `json:"identity"`
		RandomA  string `json:"random_a"`
		RandomB  string `json:"random_b"`
		MessageA string `json:"message_a"`
		MessageB string `json:"message_b"`
		Key      string `json:"key"`
	} `json:"vectors"`
}

// TestVectors checks what the reference made once and is checked in.
func TestVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	checkVectors(t, data)
}

// TestReference checks what the reference makes now, from randomness of today.
func TestReference(t *testing.T) {
	seed := make([]byte, 16)
	rand.Read(seed)
	// Debian's packages are for the system's interpreter, not another in PATH.
	cmd := exec.Command("/usr/bin/python3", "testdata/vectors.py", hex.EncodeToString(seed))
	data, err := cmd.Output()
	if err != nil {
		t.Fatalf("the Debian package python3-spake2 is needed: %v", err)
	}
	checkVectors(t, data)
}

func checkVectors(t *testing.T, data []byte) {
	t.Helper()
	var file vectorFile
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if got := hex.EncodeToString(symmetricElement().Bytes()); got != file.SymmetricElement {
		t.Fatalf("S = %s, want %s", got, file.SymmetricElement)
	}
	if len(file.Vectors) == 0 {
		t.Fatal("no vectors")
	}
	for i, v := range file.Vectors {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			a := start(t, v.Password, v.Identity, v.RandomA)
			b := start(t, v.Password, v.Identity, v.RandomB)
			if got := hex.EncodeToString(a.Message()); got != v.MessageA {
				t.Errorf("message a = %s, want %s", got, v.MessageA)
			}
			if got := hex.EncodeToString(b.Message()); got != v.MessageB {
				t.Errorf("message b = %s, want %s", got, v.MessageB)
			}
			for _, side := range []struct {
				state  *State
				theirs string
			}{{a, v.MessageB}, {b, v.MessageA}} {
				key, err := side.state.Finish(unhex(t, side.theirs))
				if err != nil || hex.EncodeToString(key) != v.Key {
					t.Errorf("key = %x, %v, want %s", key, err, v.Key)
				}
			}
		})
	}
}

func TestDifferentPasswordsGiveDifferentKeys(t *testing.T) {
	for name, other := range map[string][2]string{
		"password": {"7-fjord-molo", "app"},
		"identity": {"7-fjord-brunost", "other app"},
	} {
		t.Run(name, func(t *testing.T) {
			a, _ := Start([]byte("7-fjord-brunost"), []byte("app"), rand.Reader)
			b, _ := Start([]byte(other[0]), []byte(other[1]), rand.Reader)
			keyA, errA := a.Finish(b.Message())
			keyB, errB := b.Finish(a.Message())
			if errA != nil || errB != nil || bytes.Equal(keyA, keyB) {
				t.Errorf("keys %x and %x, errors %v and %v", keyA, keyB, errA, errB)
			}
		})
	}
}

func TestFinishRefuses(t *testing.T) {
	honest, _ := Start([]byte("pw"), nil, rand.Reader)
	point := func(p *edwards25519.Point) []byte { return append([]byte{'S'}, p.Bytes()...) }
	minusZero := append([]byte{'S', 1}, make([]byte, 31)...)
	minusZero[32] = 0x80
	order2 := append([]byte{'S', 0xec}, bytes.Repeat([]byte{0xff}, 31)...)
	order2[32] = 0x7f
	small, err := new(edwards25519.Point).SetBytes(order2[1:])
	if err != nil {
		t.Fatal(err)
	}
	honestPoint, _ := new(edwards25519.Point).SetBytes(honest.Message()[1:])
	for name, theirs := range map[string][]byte{
		"nothing":         nil,
		"too short":       honest.Message()[:32],
		"too long":        append(honest.Message(), 0),
		"side A":          append([]byte{'A'}, honest.Message()[1:]...),
		"zero":            point(edwards25519.NewIdentityPoint()),
		"negative zero":   minusZero,
		"order two":       order2,
		"order twice L":   point(small.Add(small, honestPoint)),
		"not on curve":    append([]byte{'S', 2}, make([]byte, 31)...),
		"not reduced":     append([]byte{'S', 0xf0}, append(bytes.Repeat([]byte{0xff}, 30), 0x7f)...),
		"all bits set":    append([]byte{'S'}, bytes.Repeat([]byte{0xff}, 32)...),
		"a second answer": honest.Message(),
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := Start([]byte("pw"), nil, rand.Reader)
			if name == "a second answer" {
				if _, err := s.Finish(theirs); err != nil {
					t.Fatal(err)
				}
			}
			if key, err := s.Finish(theirs); !errors.Is(err, ErrMessage) {
				t.Errorf("key %x, error %v, want %v", key, err, ErrMessage)
			}
		})
	}
}

func TestReflectionRefused(t *testing.T) {
	s, _ := Start([]byte("pw"), nil, rand.Reader)
	if _, err := s.Finish(s.Message()); !errors.Is(err, ErrReflected) {
		t.Errorf("error %v, want %v", err, ErrReflected)
	}
}

func FuzzFinish(f *testing.F) {
	honest, _ := Start([]byte("pw"), nil, rand.Reader)
	f.Add(honest.Message())
	f.Add([]byte("S"))
	f.Add(bytes.Repeat([]byte{'S'}, MessageSize))
	f.Fuzz(func(t *testing.T, theirs []byte) {
		s, _ := Start([]byte("pw"), nil, rand.Reader)
		if key, err := s.Finish(theirs); err == nil && len(key) != KeySize {
			t.Errorf("a key of %d bytes", len(key))
		}
	})
}

func start(t *testing.T, password, identity, random string) *State {
	t.Helper()
	s, err := Start(unhex(t, password), unhex(t, identity), bytes.NewReader(unhex(t, random)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
