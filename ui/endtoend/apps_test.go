package endtoend

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// app is another program on the desk, which opens addresses of a scheme by
// writing them down.
type app struct {
	scheme, entry, list string
}

// install registers an app for a scheme, as its own installer would.
func (d *desk) install(t *testing.T, scheme string) *app {
	t.Helper()
	a := &app{
		scheme: scheme,
		entry:  filepath.Join(d.Home, "data", "applications", scheme+".desktop"),
		list:   filepath.Join(d.Home, scheme+".opened"),
	}
	script := d.lay(t, scheme, []byte("#!/bin/sh\necho \"$1\" >>'"+a.list+"'\n"))
	if err := os.Chmod(script, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(a.entry), 0o700); err != nil {
		t.Fatal(err)
	}
	entry := "[Desktop Entry]\nType=Application\nName=" + scheme + "\nExec=" + script + " %u\n"
	if err := os.WriteFile(a.entry, []byte(entry), 0o600); err != nil {
		t.Fatal(err)
	}
	defaults := filepath.Join(d.Home, "config", "mimeapps.list")
	known, err := os.ReadFile(defaults)
	if errors.Is(err, fs.ErrNotExist) {
		known, err = []byte("[Default Applications]\n"), nil
	}
	if err != nil {
		t.Fatal(err)
	}
	known = append(known, "x-scheme-handler/"+scheme+"="+scheme+".desktop\n"...)
	if err := os.WriteFile(defaults, known, 0o600); err != nil {
		t.Fatal(err)
	}
	return a
}

// uninstall takes the app away again.
func (a *app) uninstall(t *testing.T) {
	t.Helper()
	if err := os.Remove(a.entry); err != nil {
		t.Fatal(err)
	}
}

// opened is the addresses that the app was given so far.
func (a *app) opened(t *testing.T) []string {
	t.Helper()
	written, err := os.ReadFile(a.list)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return strings.Fields(string(written))
}

// awaitOpened waits until the app has been given its nth address, which has to
// be as wanted.
func (a *app) awaitOpened(t *testing.T, n int, want string) {
	t.Helper()
	waitFor(t, "the app for "+a.scheme+" to be given "+want, func() bool { return len(a.opened(t)) >= n })
	if got := a.opened(t); len(got) != n || got[n-1] != want {
		t.Fatalf("the app for %s was given %q, the last of which is not %q", a.scheme, got, want)
	}
}

// checkSecret fails if words that are secret stand in the log, in a file of the
// data folder, or in the process list.
func (d *desk) checkSecret(t *testing.T, secrets ...string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(d.data, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("the data folder holds %q, %v", files, err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range secrets {
			if bytes.Contains(content, []byte(secret)) {
				t.Errorf("%q stands in %s", secret, filepath.Base(file))
			}
		}
	}
	for _, line := range d.processes(t) {
		for _, secret := range secrets {
			if strings.Contains(line, secret) {
				t.Errorf("%q stands in the process list: %s", secret, line)
			}
		}
	}
}

// processes is the command lines of all programs on the desk (proc(5)).
func (d *desk) processes(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("/proc/[0-9]*")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, process := range found {
		env, err := os.ReadFile(filepath.Join(process, "environ"))
		if err != nil || !bytes.Contains(env, []byte("HOME="+d.Home+"\x00")) {
			continue // gone by now, or somebody else's
		}
		if line, err := os.ReadFile(filepath.Join(process, "cmdline")); err == nil {
			lines = append(lines, strings.ReplaceAll(string(line), "\x00", " "))
		}
	}
	return lines
}
