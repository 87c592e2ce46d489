package chooser

import (
	"path/filepath"
	"testing"
)

func TestPathOf(t *testing.T) {
	const folder, home = "/home/anna/Dokumenter", "/home/anna"
	tests := map[string]string{
		"/tmp":                        "/tmp",
		" /tmp \n":                    "/tmp",
		"Juni":                        folder + "/Juni",
		"../Bilder/":                  home + "/Bilder",
		"":                            folder,
		".":                           folder,
		"~":                           home,
		"~/Bilder":                    home + "/Bilder",
		"~ola":                        folder + "/~ola",
		`"/tmp/a b"`:                  "/tmp/a b",
		"'/tmp/a b'":                  "/tmp/a b",
		"«~/Bilder»":                  home + "/Bilder",
		`"/tmp`:                       folder + `/"/tmp`,
		`"`:                           folder + `/"`,
		"file:///tmp/a%20b.json":      "/tmp/a b.json",
		`"file:///tmp/%C3%A5"`:        "/tmp/å",
		"file://localhost/tmp":        "/tmp",
		"FILE:///tmp":                 "/tmp",
		"file:///tmp/%zz":             folder + "/file:/tmp/%zz",
		"file://tjener/tmp":           folder + "/file:/tjener/tmp",
		"file:tmp":                    folder + "/file:tmp",
		"https://example.com/tmp":     folder + "/https:/example.com/tmp",
		"/tmp/../../../etc//./passwd": "/etc/passwd",
		"fil: og mappe":               folder + "/fil: og mappe",
	}
	for typed, want := range tests {
		if got := pathOf(typed, folder, home); got != filepath.FromSlash(want) {
			t.Errorf("%q leads to %q, want %q", typed, got, want)
		}
	}
}

func FuzzPathOf(f *testing.F) {
	for _, typed := range []string{"~/a", `"b"`, "file:///c%20d", "file://host/e", "..", "«f»"} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if got := pathOf(typed, "/home/anna", "/home"); !filepath.IsAbs(got) || filepath.Clean(got) != got {
			t.Errorf("%q leads to %q", typed, got)
		}
	})
}
