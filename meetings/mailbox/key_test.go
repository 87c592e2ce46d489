package mailbox

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// python is the system's interpreter, which Debian's packages are for; another
// may come first in PATH.
const python = "/usr/bin/python3"

// TestKeyVectors checks what the reference made once and is checked in.
func TestKeyVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/keys.json")
	if err != nil {
		t.Fatal(err)
	}
	checkKeys(t, data)
}

// TestKeysAgainstReference checks what the reference makes now, from randomness
// of today.
func TestKeysAgainstReference(t *testing.T) {
	seed := make([]byte, 16)
	rand.Read(seed)
	data, err := exec.Command(python, "testdata/keys.py", hex.EncodeToString(seed)).Output()
	if err != nil {
		t.Fatalf("the Debian package magic-wormhole is needed: %v", err)
	}
	checkKeys(t, data)
}

func checkKeys(t *testing.T, data []byte) {
	t.Helper()
	var vectors []struct {
		Key, Side, Phase, Verifier, Plaintext, Sealed string
		PhaseKey                                      string `json:"phase_key"`
	}
	if err := json.Unmarshal(data, &vectors); err != nil || len(vectors) == 0 {
		t.Fatalf("%d vectors, %v", len(vectors), err)
	}
	unhex := func(s string) []byte {
		b, err := hex.DecodeString(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for i, v := range vectors {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			key, plaintext := unhex(v.Key), unhex(v.Plaintext)
			if got := deriveKey(key, purposeVerifier); hex.EncodeToString(got[:]) != v.Verifier {
				t.Errorf("verifier %x, want %s", got, v.Verifier)
			}
			box := phaseKey(key, v.Side, v.Phase)
			if hex.EncodeToString(box[:]) != v.PhaseKey {
				t.Errorf("phase key %x, want %s", box, v.PhaseKey)
			}
			if got, ok := open(box, unhex(v.Sealed)); !ok || !bytes.Equal(got, plaintext) {
				t.Errorf("opened %x, %t, want %s", got, ok, v.Plaintext)
			}
			if got, ok := open(box, seal(box, plaintext)); !ok || !bytes.Equal(got, plaintext) {
				t.Errorf("opened own %x, %t, want %s", got, ok, v.Plaintext)
			}
		})
	}
}

func TestOpenRefusesWhatWasChanged(t *testing.T) {
	key := deriveKey([]byte("key"), "test")
	sealed := seal(key, []byte("hei"))
	for i := range sealed {
		changed := bytes.Clone(sealed)
		changed[i] ^= 1
		if got, ok := open(key, changed); ok {
			t.Fatalf("opened %q with byte %d changed", got, i)
		}
		if got, ok := open(key, sealed[:i]); ok {
			t.Fatalf("opened %q cut to %d bytes", got, i)
		}
	}
}
