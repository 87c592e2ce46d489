package organisation

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestRoundTrip(t *testing.T) {
	key := newKey(t)
	signed := sign(t, example(), key)
	read, err := Parse(signed.Raw)
	if err != nil {
		t.Fatal(err)
	}
	want := changed(func(o *Organisation) { o.Made = noon })
	if !reflect.DeepEqual(read.Organisation, want) {
		t.Errorf("read\n%+v\nwant\n%+v", read.Organisation, want)
	}
	if read.Key != key.Public() || !bytes.Equal(read.Raw, signed.Raw) {
		t.Error("the key or the bytes are others")
	}
	if again := sign(t, example(), key); !bytes.Equal(again.Raw, signed.Raw) {
		t.Error("the same organisation signed twice gives two files")
	}
}

// The file of the first release is read by every later one.
func TestFirstFormatStaysReadable(t *testing.T) {
	file, err := Parse(readTestFile(t, "testdata/format-1.hjemmekontor"))
	if err != nil {
		t.Fatal(err)
	}
	want := changed(func(o *Organisation) { o.Made = noon })
	if !reflect.DeepEqual(file.Organisation, want) {
		t.Errorf("read\n%+v\nwant\n%+v", file.Organisation, want)
	}
	if got, want := file.Fingerprint(), "03554 61791 38772 73736 90143 91863"; got != want {
		t.Errorf("fingerprint %s, want %s", got, want)
	}
}

// Mail programs may change how the lines in front of the JSON end.
func TestHeaderWithCRLF(t *testing.T) {
	raw := sign(t, example(), newKey(t)).Raw
	header, content, _ := bytes.Cut(raw, []byte("\n{"))
	crlf := append(bytes.ReplaceAll(header, []byte("\n"), []byte("\r\n")), "\r\n{"...)
	file, err := Parse(append(crlf, content...))
	if err != nil || file.Organisation.Name != example().Name {
		t.Errorf("Parse: %v", err)
	}
	if _, err := Parse(bytes.ReplaceAll(raw, []byte("\n"), []byte("\r\n"))); !errors.Is(err, ErrBadSignature) {
		t.Errorf("with other bytes in the JSON: %v, want ErrBadSignature", err)
	}
}

// small is the least that a company can hand out.
var small = Organisation{ID: "fjord", Version: 1, Name: "Fjord"}

func TestCutShortAtEveryByte(t *testing.T) {
	raw := sign(t, example(), newKey(t)).Raw
	for n := range raw {
		if file, err := Parse(raw[:n]); file != nil || !errors.Is(err, ErrCutShort) {
			t.Fatalf("cut at %d of %d: %v, %v", n, len(raw), file, err)
		}
	}
}

func TestNoByteCanBeChanged(t *testing.T) {
	raw := sign(t, small, newKey(t)).Raw
	for n := bytes.Index(raw, []byte("\n{")) + 1; n < len(raw); n++ {
		altered := bytes.Clone(raw)
		altered[n] ^= 1
		if file, err := Parse(altered); file != nil || err == nil {
			t.Fatalf("byte %d changed: accepted", n)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	key := newKey(t)
	raw := sign(t, example(), key).Raw
	other := sign(t, example(), newKey(t)).Raw
	comment := trustedComment(example())
	lines := bytes.SplitAfterN(raw, []byte("\n"), 8)
	join := func(from ...[]byte) []byte { return bytes.Join(from, nil) }
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrCutShort},
		{"a web page", []byte("<!DOCTYPE html>\n<html></html>\n"), ErrNotOrganisation},
		{"a picture", []byte("\x89PNG\r\n\x1a\n"), ErrNotOrganisation},
		{"one long line", bytes.Repeat([]byte("x"), 1000), ErrNotOrganisation},
		{"zeros", make([]byte, 1000), ErrNotOrganisation},
		{"the link to one", []byte("hjemmekontor:organisation?from=https://firma.no"), ErrNotOrganisation},
		{"too large", append(bytes.Clone(raw), make([]byte, MaxFileSize)...), ErrTooLarge},
		{"a later envelope", replaced(t, raw, "organisation 1\n", "organisation 2\n"), ErrNewer},
		{"an envelope of no version", replaced(t, raw, "organisation 1\n", "organisation 0\n"), ErrNotOrganisation},
		{"a version of many digits", replaced(t, raw, "organisation 1\n", "organisation 1"+repeat("0", 99)+"\n"), ErrNotOrganisation},
		{"no key", join(lines[0], lines[3], lines[4], lines[5], lines[6], lines[7]), ErrBadSignature},
		{"a damaged key", replaced(t, raw, key.Public().String(), "RWQ"+repeat("A", 50)), ErrBadSignature},
		{"a line without end", replaced(t, raw, "untrusted comment: ", "untrusted comment: "+repeat("x", 20000)), ErrBadSignature},
		{"another's key", replaced(t, raw, key.Public().String(), newKey(t).Public().String()), ErrBadSignature},
		{"another's signature", join(lines[0], lines[1], lines[2], bytes.Join(bytes.SplitAfterN(other, []byte("\n"), 8)[3:7], nil), lines[7]), ErrBadSignature},
		{"another trusted comment", replaced(t, raw, "version 3\n", "version 4\n"), ErrBadSignature},
		{"another content", replaced(t, raw, "02800", "02801"), ErrBadSignature},
		{"more behind", append(bytes.Clone(raw), "{}\n"...), ErrBadSignature},
		{"signed: a later format", signJSON(t, `{"format": 2, "invented": "later"}`, key, comment), ErrNewer},
		{"signed: no format", signJSON(t, `{}`, key, comment), ErrInvalid},
		{"signed: nothing", signJSON(t, "", key, comment), ErrInvalid},
		{"signed: a list", signJSON(t, "[]", key, comment), ErrInvalid},
		{"signed: null", signJSON(t, "null", key, comment), ErrInvalid},
		{"signed: two documents", signJSON(t, `{"format": 1}{"format": 1}`, key, comment), ErrInvalid},
		{"signed: deep", signJSON(t, repeat("[", 20000), key, comment), ErrInvalid},
		{"signed: half", signJSON(t, `{"format": 1, "name": "Fj`, key, comment), ErrInvalid},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file, err := Parse(test.data)
			if file != nil || !errors.Is(err, test.want) {
				t.Errorf("Parse = %v, %v, want %v", file, err, test.want)
			}
		})
	}
}

// Whoever has a key can sign anything; the rules hold for that too.
func TestParseRefusesSigned(t *testing.T) {
	key := newKey(t)
	stamped := changed(func(o *Organisation) { o.Made = noon })
	content, err := encode(stamped)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Parse(signJSON(t, string(content), key, trustedComment(stamped))); err != nil {
		t.Fatalf("unchanged: %v", err)
	}
	tests := []struct{ name, old, new, want string }{
		{"unknown field", `"format": 1,`, `"format": 1, "fax": "1",`, "fax"},
		{"unknown field of an item", `"months": 6`, `"months": 6, "probe": "disk"`, "probe"},
		{"name used twice", `"name": "Fjord & Bygg AS"`, `"name": "Fjord & Bygg AS", "name": "X"`, "used twice"},
		{"name in another case", `"mailbox"`, `"Mailbox"`, "not allowed"},
		{"routine used twice", `"general": {`, `"phishing": {"nb": "Ta det med ro."}, "general": {`, "used twice"},
		{"not UTF-8", `Fjord & Bygg`, "Fjord \xff Bygg", "UTF-8"},
		{"half a character", `Fjord & Bygg`, `Fjord \ud800 Bygg`, "name: character not allowed"},
		{"long unknown field", `"format": 1,`, `"format": 1, "` + repeat("x", 5000) + `": 1,`, "…"},
		{"ID used twice", `own-keys`, `own-vpn`, "items[1].id: used twice"},
		{"javascript", `https://meet.firma.no/morgen`, `javascript:alert(1)//`, "rooms[0].link: other kind of address"},
		{"file", `https://hjemmekontor.firma.no`, `file:///etc/passwd`, "server: other kind of address"},
		{"no ID", `"id": "fjordbygg-as"`, `"id": ""`, "trusted comment"},
		{"another company's ID", `"id": "fjordbygg-as"`, `"id": "fjordbank-asa"`, "trusted comment"},
		{"another version", `"version": 3`, `"version": 4`, "trusted comment"},
		{"no date", `"made": "2026-11-23T12:00:00Z",`, ``, "made: empty"},
		{"impossible date", `"made": "2026-11-23T12`, `"made": "2026-13-23T12`, "month"},
		{"part of a second", `12:00:00Z`, `12:00:00.5Z`, "made: number out of range"},
		{"text for a number", `"months": 6`, `"months": "6"`, "months"},
		{"huge number", `"months": 6`, `"months": 1e99`, "months"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := signJSON(t, string(replaced(t, content, test.old, test.new)), key, trustedComment(stamped))
			file, err := Parse(data)
			if file != nil || !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("Parse = %v, %v, want ErrInvalid with %q", file, err, test.want)
			}
			if len(err.Error()) > 400 {
				t.Errorf("error of %d bytes", len(err.Error()))
			}
		})
	}
}

// Text that looks like markup is text, and comes back letter for letter.
func TestMarkupIsText(t *testing.T) {
	markup := `<b onclick="x">Fjord</b> & [lenke](javascript:x) \n %s {{.Name}}`
	file := sign(t, changed(func(o *Organisation) { o.Name = markup }), newKey(t))
	if file.Organisation.Name != markup {
		t.Errorf("name %q, want %q", file.Organisation.Name, markup)
	}
}

func TestSignRefuses(t *testing.T) {
	key := newKey(t)
	long := Text{NB: repeat("å", MaxText), EN: repeat("å", MaxText)}
	tests := []struct {
		name string
		o    Organisation
		key  Key
		want error
	}{
		{"no key", example(), Key{}, ErrNotKey},
		{"no name", changed(func(o *Organisation) { o.Name = " " }), key, ErrEmpty},
		{"no version", changed(func(o *Organisation) { o.Version = 0 }), key, ErrOutOfRange},
		{"no ID", changed(func(o *Organisation) { o.ID = "" }), key, ErrEmpty},
		{"more than a file holds", changed(func(o *Organisation) {
			o.Items = nil
			for i := range 35 {
				o.Items = append(o.Items, Item{ID: fmt.Sprint("own-", i), Role: "employee", Priority: "must", Title: Text{NB: "x"}, Why: long, How: long})
			}
		}), key, ErrTooLarge},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if file, err := Sign(test.o, test.key, noon); file != nil || !errors.Is(err, test.want) {
				t.Errorf("Sign = %v, %v, want %v", file, err, test.want)
			}
		})
	}
}

func TestSignNormalisesAndDates(t *testing.T) {
	oslo := time.FixedZone("CET", 3600)
	o := changed(func(o *Organisation) {
		o.Name = "  Fjord \u00a0Bygg\u00ad AS "
		o.Rooms[0].Link = "meet.firma.no/morgen"
	})
	file, err := Sign(o, newKey(t), time.Date(2026, 11, 23, 13, 0, 0, 999, oslo))
	if err != nil {
		t.Fatal(err)
	}
	got := file.Organisation
	if got.Name != "Fjord Bygg AS" || got.Rooms[0].Link != "https://meet.firma.no/morgen" || got.Made != noon {
		t.Errorf("signed %q, %q, %v", got.Name, got.Rooms[0].Link, got.Made)
	}
	if o.Rooms[0].Link != "meet.firma.no/morgen" {
		t.Error("the caller's organisation was changed")
	}
}
