package datafile

import (
	"strings"
	"testing"
)

func TestDecode(t *testing.T) {
	for data, want := range map[string]string{
		`{"name": "x"}`:             "",
		"{\"name\": \"x\"}\n":       "",
		`{"name": "x", "fax": "1"}`: "fax",
		`{"name": "x"} {}`:          "data after the end",
		`{"name": "x"} x`:           "data after the end",
		`{"name": 1}`:               "number",
		`{"name":`:                  "EOF",
		``:                          "EOF",
	} {
		var into struct{ Name string }
		err := Decode([]byte(data), &into)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", data, err, want)
		}
		if err == nil && into.Name != "x" {
			t.Errorf("%s: read %+v", data, into)
		}
	}
}

func TestIsID(t *testing.T) {
	for s, want := range map[string]bool{
		"a": true, "employee-mfa-on": true, "a1-2": true,
		"": false, "1a": false, "A": false, "a-": false, "-a": false, "a--b": false, "a b": false, "å": false, "a\n": false,
	} {
		if IsID(s) != want {
			t.Errorf("IsID(%q) = %t", s, !want)
		}
	}
}

func TestIsHTTPS(t *testing.T) {
	for address, want := range map[string]bool{
		"https://nsm.no/rad": true,
		"http://nsm.no/":     false,
		"https:///rad":       false,
		"https://x@nsm.no/":  false,
		"file:///etc/passwd": false,
		"nsm.no":             false,
		"":                   false,
	} {
		if IsHTTPS(address) != want {
			t.Errorf("IsHTTPS(%q) = %t", address, !want)
		}
	}
}
