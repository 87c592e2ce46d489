package launch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/adrg/xdg"
)

// startTimeout is how long what a test waits for may take on a busy machine.
const startTimeout = 20 * time.Second

// desk is the home of a user with nothing installed, and no D-Bus session.
type desk struct {
	dir string
}

// newDesk makes a desk the one of this process until the test ends. The
// desktop is as XDG_CURRENT_DESKTOP names it.
func newDesk(t *testing.T, desktop string) *desk {
	t.Helper()
	d := &desk{dir: t.TempDir()}
	t.Cleanup(xdg.Reload) // after the variables have been set back
	for name, value := range map[string]string{
		"HOME":                     d.dir,
		"XDG_CONFIG_HOME":          d.path("config"),
		"XDG_CONFIG_DIRS":          d.path("etc"),
		"XDG_DATA_HOME":            d.path("data"),
		"XDG_DATA_DIRS":            d.path("flatpak") + ":" + d.path("share"),
		"XDG_RUNTIME_DIR":          d.path("run"),
		"XDG_CURRENT_DESKTOP":      desktop,
		"DBUS_SESSION_BUS_ADDRESS": "unix:path=" + d.path("run/bus"),
		"DISPLAY":                  ":4711", // which nothing here connects to
		"BROWSER":                  d.path("no-such-browser"),
	} {
		t.Setenv(name, value)
	}
	xdg.Reload()
	return d
}

func (d *desk) path(name string) string { return filepath.Join(d.dir, name) }

// write puts a file on the desk, with its folders.
func (d *desk) write(t *testing.T, name, content string) {
	t.Helper()
	path := d.path(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o700); err != nil {
		t.Fatal(err)
	}
}

// install puts a program there that opens a scheme by writing the address to a
// file and ending with an exit code.
func (d *desk) install(t *testing.T, scheme, exit string) {
	t.Helper()
	d.write(t, "bin/"+scheme, "#!/bin/sh\nprintf %s \"$1\" >'"+d.path(scheme+".part")+"'\n"+
		"mv '"+d.path(scheme+".part")+"' '"+d.path(scheme+".opened")+"'\nexit "+exit+"\n")
	d.write(t, "data/applications/"+scheme+".desktop", entry("Exec="+d.path("bin/"+scheme)+" %u"))
	d.write(t, "config/mimeapps.list", d.read("config/mimeapps.list")+
		"[Default Applications]\nx-scheme-handler/"+scheme+"="+scheme+".desktop\n")
}

// entry is a desktop file with some lines in it.
func entry(lines string) string {
	return "[Desktop Entry]\nType=Application\nName=Møter\n" + lines + "\n"
}

func (d *desk) read(name string) string {
	content, err := os.ReadFile(d.path(name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		panic(err)
	}
	return string(content)
}

// opened waits for the address that a program was given.
func (d *desk) opened(t *testing.T, scheme string) string {
	t.Helper()
	waitUntil(t, scheme+" to be opened", func() bool { return d.read(scheme+".opened") != "" })
	return d.read(scheme + ".opened")
}

// waitUntil fails the test if done does not become true.
func waitUntil(t *testing.T, what string, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(startTimeout); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}
