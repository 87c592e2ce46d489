package organisation

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"testing"
)

// parseErrors are all that Parse may say.
var parseErrors = []error{ErrNotOrganisation, ErrCutShort, ErrBadSignature, ErrTooLarge, ErrNewer, ErrInvalid}

func isOneOf(err error, allowed []error) bool {
	return slices.ContainsFunc(allowed, func(one error) bool { return errors.Is(err, one) })
}

// Whatever a file holds, it is refused in known words or is what was signed.
func FuzzParse(f *testing.F) {
	f.Add(readTestFile(f, "testdata/format-1.hjemmekontor"))
	f.Add(sign(f, small, newKey(f)).Raw)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Parse(data)
		if err != nil {
			if file != nil || !isOneOf(err, parseErrors) {
				t.Fatalf("Parse = %v, %v", file, err)
			}
			return
		}
		if !bytes.Equal(file.Raw, data) || !bytes.HasSuffix(data, file.content) {
			t.Fatal("the file is not what was given")
		}
	})
}

// Whatever somebody signs, what is taken keeps the rules, and is the same when
// it is signed again.
func FuzzContent(f *testing.F) {
	key := newKey(f)
	for _, o := range []Organisation{example(), small} {
		f.Add(sign(f, o, key).content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		o, err := decode(content)
		if err != nil && !errors.Is(err, ErrInvalid) && !errors.Is(err, ErrNewer) {
			t.Fatalf("decode: %v", err)
		}
		data := signJSON(t, string(content), key, trustedComment(o))
		file, err := Parse(data)
		if err != nil {
			if !isOneOf(err, parseErrors) {
				t.Fatalf("Parse: %v", err)
			}
			return
		}
		checkTaken(t, file, key)
	})
}

// checkTaken looks at an organisation that has passed all checks.
func checkTaken(t *testing.T, file *File, key Key) {
	t.Helper()
	again, err := Sign(file.Organisation, key, file.Organisation.Made)
	if err != nil {
		t.Fatalf("taken, but not to be signed: %v", err)
	}
	if normal := file.Organisation.Normalise(); !reflect.DeepEqual(again.Organisation, normal.Normalise()) {
		t.Fatalf("normalises on from\n%+v\nto\n%+v", again.Organisation, normal.Normalise())
	}
	for _, room := range file.Organisation.Rooms {
		if legible := Legible(room.Link); normaliseAddress(legible, "https") != normaliseAddress(room.Link, "https") {
			t.Fatalf("%q is shown as %q, which leads elsewhere", room.Link, legible)
		}
	}
	draft, err := MarshalDraft(file.Organisation)
	if err != nil {
		t.Fatal(err)
	}
	if read, err := ParseDraft(draft); err != nil || !reflect.DeepEqual(read, file.Organisation) {
		t.Fatalf("kept as %+v, %v", read, err)
	}
}

// Whatever somebody pastes, only https addresses come of it, and a link made of
// one leads to the same.
func FuzzParseSource(f *testing.F) {
	key := newKey(f).Public()
	f.Add("https://firma.no/firma.hjemmekontor")
	f.Add(Source{URL: "https://firma.no/f?a=b&c=d", Key: &key}.String())
	f.Add("hjemmekontor:organisation?from=javascript:alert(1)")
	f.Add("HJEMMEKONTOR://organisation?from=https%3A%2F%2Fbl\u00e5b\u00e6r.no")
	f.Fuzz(func(t *testing.T, text string) {
		source, err := ParseSource(text)
		if err != nil {
			return
		}
		if err := download.check(source.URL); err != nil {
			t.Fatalf("%q leads to %q: %v", text, source.URL, err)
		}
		again, err := ParseSource(source.String())
		if err != nil || again.URL != source.URL || (again.Key == nil) != (source.Key == nil) || source.Key != nil && *again.Key != *source.Key {
			t.Fatalf("%q is written as %q and read as %v, %v", text, source, again, err)
		}
	})
}

// The part of reading a key that asks no passphrase, since scrypt is slow by
// design.
func FuzzParseKeyFile(f *testing.F) {
	key := newKey(f)
	f.Add([]byte(key.Text()))
	locked, err := key.lock(passphrase, littleMemory)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(locked)
	f.Fuzz(func(t *testing.T, data []byte) {
		form, err := parseKeyFile(data)
		if err != nil {
			if !errors.Is(err, ErrNotKey) {
				t.Fatalf("parseKeyFile: %v", err)
			}
			return
		}
		if form.cost.operations > maxCost.operations || form.cost.memory > maxCost.memory || len(form.data) != keyFileSize {
			t.Fatalf("takes a key that costs %+v", form.cost)
		}
		if key, err := ParseKey(string(data)); err == nil && sign(t, example(), key).Key != key.Public() {
			t.Fatal("it signs as another")
		}
	})
}
