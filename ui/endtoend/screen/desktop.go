package screen

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"
)

// startBus starts a D-Bus session that listens on socket, and returns its
// address. Services the bus starts on request get env.
func startBus(t testing.TB, socket string, env []string) string {
	t.Helper()
	cmd := exec.Command(find(t, "dbus-daemon", "dbus"),
		"--session", "--nofork", "--nopidfile", "--address=unix:path="+socket)
	cmd.Env = env
	errs := startQuietly(t, cmd)
	waitUntil(t, func() bool { return isSocket(socket) }, func() string {
		return "the D-Bus session did not start: " + errs.String()
	})
	return "unix:path=" + socket
}

// openboxConfig lets every ordinary window fill the screen without a frame
// and take the keyboard, and leaves all keys and clicks to the program.
const openboxConfig = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><focusLast>yes</focusLast></focus>
  <desktops><number>1</number></desktops>
  <keyboard/>
  <mouse>
    <context name="Client">
      <mousebind button="Left" action="Press">
        <action name="Focus"/><action name="Raise"/>
      </mousebind>
    </context>
  </mouse>
  <applications>
    <application class="*"><decor>no</decor><focus>yes</focus></application>
    <application type="normal"><maximized>yes</maximized></application>
  </applications>
</openbox_config>
`

// startOpenbox starts the window manager and waits until it manages.
func (s *Screen) startOpenbox(t testing.TB) {
	t.Helper()
	config := filepath.Join(s.dir, "openbox.xml")
	if err := os.WriteFile(config, []byte(openboxConfig), 0o600); err != nil {
		t.Fatalf("writing the window manager's settings: %v", err)
	}
	cmd := exec.Command(find(t, "openbox", "openbox"), "--sm-disable", "--config-file", config)
	cmd.Env = s.environ(s.Home)
	errs := startQuietly(t, cmd)
	waitUntil(t, s.managed, func() string {
		return "the window manager did not start: " + errs.String()
	})
}

// managed reports whether a window manager has announced itself (EWMH,
// _NET_SUPPORTING_WM_CHECK).
func (s *Screen) managed() bool {
	const name = "_NET_SUPPORTING_WM_CHECK"
	atom, err := xproto.InternAtom(s.conn, true, uint16(len(name)), name).Reply()
	if err != nil || atom.Atom == 0 {
		return false
	}
	property, err := xproto.GetProperty(s.conn, false, s.root, atom.Atom,
		xproto.AtomWindow, 0, 1).Reply()
	return err == nil && property.ValueLen == 1
}

// UnlockKeyring starts the Secret Service (gnome-keyring) on the Screen's
// D-Bus session with an empty, unlocked keyring in the Screen's home.
func (s *Screen) UnlockKeyring(t testing.TB) {
	t.Helper()
	cmd := exec.Command(find(t, "gnome-keyring-daemon", "gnome-keyring"),
		"--foreground", "--unlock", "--components=secrets",
		"--control-directory="+filepath.Join(s.dir, "keyring"))
	cmd.Env = s.environ(s.Home)
	cmd.Stdin = strings.NewReader("test")
	errs := startQuietly(t, cmd)
	waitUntil(t, func() bool { return s.ownsName(t, "org.freedesktop.secrets") }, func() string {
		return "the keyring did not start: " + errs.String()
	})
}

// ownsName reports whether some service has taken name on the session's bus.
func (s *Screen) ownsName(t testing.TB, name string) bool {
	t.Helper()
	cmd := exec.Command(find(t, "dbus-send", "dbus"), "--bus="+s.bus, "--print-reply",
		"--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", "string:"+name)
	out, err := cmd.Output()
	return err == nil && strings.Contains(string(out), "boolean true")
}

// waitUntil polls ready for as long as a background program may take to
// start, and otherwise fails the test with what complaint says.
func waitUntil(t testing.TB, ready func() bool, complaint func() string) {
	t.Helper()
	for deadline := time.Now().Add(startTimeout); !ready(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal(complaint())
		}
	}
}

func isSocket(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode()&os.ModeSocket != 0
}
