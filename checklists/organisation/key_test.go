package organisation

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

func TestKeyText(t *testing.T) {
	key := newKey(t)
	text := key.Text()
	if len(text) > 1000 {
		t.Errorf("%d bytes are too many for a keyring", len(text))
	}
	again, err := ParseKey(text)
	if err != nil || again.Public() != key.Public() {
		t.Fatalf("ParseKey: %v", err)
	}
	if !bytes.Equal(sign(t, example(), again).Raw, sign(t, example(), key).Raw) {
		t.Error("it signs otherwise")
	}
}

func TestPublicKey(t *testing.T) {
	key := newKey(t).Public()
	if again, err := ParsePublicKey(key.String()); err != nil || again != key {
		t.Errorf("ParsePublicKey: %v", err)
	}
	for _, text := range []string{"", "RWQ", key.String()[1:], key.String() + "AAAA", "AAAA" + key.String()[4:], repeat("é", 28)} {
		if _, err := ParsePublicKey(text); err == nil {
			t.Errorf("%q: accepted", text)
		}
	}
}

// Two keys with the same minisign ID, which their owner can choose, are told
// apart by their fingerprints.
func TestFingerprintIsOfTheWholeKey(t *testing.T) {
	a, b := newKey(t).Public(), newKey(t).Public()
	copy(b.bytes[:10], a.bytes[:10])
	if a.Fingerprint() == b.Fingerprint() {
		t.Error("they have the same fingerprint")
	}
}

func TestKeyIsNotPrinted(t *testing.T) {
	key := newKey(t)
	form, err := parseKeyFile([]byte(key.Text()))
	if err != nil {
		t.Fatal(err)
	}
	secret := form.data[offsetKey+8 : offsetKey+24]
	tells := []string{
		base64.StdEncoding.EncodeToString(form.data)[100:120],
		fmt.Sprintf("%x", secret), fmt.Sprintf("%X", secret), strings.Trim(fmt.Sprintf("%d", secret), "[]"), fmt.Sprintf("%q", secret),
	}
	type holder struct {
		Shown  Key
		hidden Key
	}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "key", key, "holder", holder{key, key})
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "key", key, "holder", holder{key, key})
	inJSON, err := json.Marshal(holder{key, key})
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{key.String(), key.GoString(), log.String(), string(inJSON)}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T"} {
		texts = append(texts, fmt.Sprintf(verb, key), fmt.Sprintf(verb, &key), fmt.Sprintf(verb, holder{key, key}), fmt.Sprintf(verb, []Key{key}))
	}
	for _, text := range texts {
		for _, tell := range tells {
			if strings.Contains(text, tell) {
				t.Fatalf("the key is printed: %s", text)
			}
		}
	}
}

func TestCheckPassphrase(t *testing.T) {
	for passphrase, want := range map[string]error{
		"":                      ErrTooFewCharacters,
		"ni tegn å":             ErrTooFewCharacters,
		"ti tegn øå":            nil,
		"ni tegn a\u030a":       ErrTooFewCharacters, // one accent typed by itself
		"tab\tand more":         ErrBadCharacter,
		"line\nand more":        ErrBadCharacter,
		"not \xff UTF-8 at all": ErrBadCharacter,
		repeat("x", 1000):       nil,
		repeat("x", 1001):       ErrTooLong,
		repeat("\u0958", 200):   ErrTooLong, // becomes six bytes each
	} {
		if err := CheckPassphrase(passphrase); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", passphrase, err, want)
		}
	}
}

const passphrase = "blåbær på fjellet"

// littleMemory keeps the tests quick.
const littleMemory = 1 << 20

func TestRestoreKey(t *testing.T) {
	key := newKey(t)
	file, err := key.lock(passphrase, littleMemory)
	if err != nil {
		t.Fatal(err)
	}
	restored, err := RestoreKey(file, passphrase)
	if err != nil || restored.Text() != key.Text() {
		t.Fatalf("RestoreKey: %v", err)
	}
	if _, err := RestoreKey(file, "bla\u030abær på fjellet"); err != nil {
		t.Errorf("with the accent typed by itself: %v", err)
	}
	if _, err := RestoreKey(bytes.ReplaceAll(file, []byte("\n"), []byte("\r\n")), passphrase); err != nil {
		t.Errorf("with other line ends: %v", err)
	}
	if _, err := RestoreKey(file, "blåbær i skogen"); !errors.Is(err, ErrWrongPassphrase) {
		t.Errorf("with another passphrase: %v, want ErrWrongPassphrase", err)
	}
	if _, err := RestoreKey([]byte(key.Text()), ""); err != nil {
		t.Errorf("a key without passphrase: %v", err)
	}
	if bytes.Contains(file, []byte(key.Text()[100:140])) {
		t.Error("the backup holds the key in the open")
	}
}

func TestBackUpRefuses(t *testing.T) {
	if _, err := newKey(t).BackUp("short"); !errors.Is(err, ErrTooFewCharacters) {
		t.Errorf("a short passphrase: %v", err)
	}
	if _, err := (Key{}).BackUp(passphrase); !errors.Is(err, ErrNotKey) {
		t.Errorf("no key: %v", err)
	}
}

func TestRestoreKeyRefuses(t *testing.T) {
	key := newKey(t)
	file, err := key.lock(passphrase, littleMemory)
	if err != nil {
		t.Fatal(err)
	}
	comment, _, _ := bytes.Cut(file, []byte("\n"))
	with := func(change func(data []byte)) []byte {
		form, err := parseKeyFile(file)
		if err != nil {
			t.Fatal(err)
		}
		change(form.data)
		return fmt.Appendf(nil, "%s\n%s\n", comment, base64.StdEncoding.EncodeToString(form.data))
	}
	costing := func(operations, memory uint64) []byte {
		return with(func(data []byte) {
			binary.LittleEndian.PutUint64(data[offsetCost:], operations)
			binary.LittleEndian.PutUint64(data[offsetCost+8:], memory)
		})
	}
	// The public half, behind the key's ID and the seed.
	mixed := newKey(t)
	open, err := parseKeyFile([]byte(mixed.Text()))
	if err != nil {
		t.Fatal(err)
	}
	public := key.Public()
	copy(open.data[offsetKey+8+32:offsetSum], public.bytes[10:])
	halves := fmt.Appendf(nil, "%s\n%s\n", comment, base64.StdEncoding.EncodeToString(open.data))
	tests := map[string][]byte{
		"nothing":               nil,
		"a picture":             []byte("\x89PNG\r\n\x1a\n"),
		"a comment alone":       append(bytes.Clone(comment), '\n'),
		"no comment":            file[len(comment)+1:],
		"cut short":             file[:len(file)-20],
		"too large":             append(bytes.Clone(file), make([]byte, MaxKeyFile)...),
		"a public key":          []byte("untrusted comment: x\n" + key.Public().String() + "\n"),
		"another algorithm":     with(func(data []byte) { data[0] = 'X' }),
		"another encryption":    with(func(data []byte) { copy(data[offsetKDF:], "Ar") }),
		"another checksum":      with(func(data []byte) { copy(data[offsetHash:], "S2") }),
		"all the memory":        costing(1<<22, 1<<62),
		"2 GiB":                 costing(1<<22, 1<<31),
		"all the time":          costing(1<<62, 1<<20),
		"most of either":        costing(1<<64-1, 1<<64-1),
		"halves of two keys":    halves,
		"an organisation file":  sign(t, example(), key).Raw,
		"organisation key text": []byte(key.Public().Fingerprint()),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := RestoreKey(data, passphrase); !errors.Is(err, ErrNotKey) {
				t.Errorf("RestoreKey: %v, want ErrNotKey", err)
			}
			if _, err := ParseKey(string(data)); !errors.Is(err, ErrNotKey) {
				t.Errorf("ParseKey: %v, want ErrNotKey", err)
			}
		})
	}
	if _, err := ParseKey(string(file)); !errors.Is(err, ErrNotKey) {
		t.Errorf("ParseKey of a backup: %v, want ErrNotKey", err)
	}
}
