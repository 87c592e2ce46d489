package credentials

import (
	"bytes"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// busConfig is a session that starts no services by itself.
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

// desk is a D-Bus session of its own, and the home of a user in it.
type desk struct {
	dir string
	bus *exec.Cmd
}

// newDesk starts a session, and makes it the one of this process until the
// test ends.
func newDesk(t *testing.T) *desk {
	t.Helper()
	dir, err := os.MkdirTemp("", "ring") // short, as the path of a socket must be
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	d := &desk{dir: dir}
	socket := filepath.Join(dir, "bus")
	config := filepath.Join(dir, "bus.conf")
	if err := os.WriteFile(config, []byte(strings.Replace(busConfig, "SOCKET", socket, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	d.bus = d.start(t, "", "dbus-daemon", "--nofork", "--nopidfile", "--config-file="+config)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+socket)
	waitUntil(t, "the bus to listen", func() bool {
		conn, err := net.Dial("unix", socket)
		if err == nil {
			conn.Close()
		}
		return err == nil
	})
	t.Cleanup(func() { disconnect(t) })
	return d
}

// disconnect ends the connection to the bus that the process shares, as the
// end of the process would.
func disconnect(t *testing.T) {
	if conn, err := dbus.SessionBus(); err == nil {
		if err := conn.Close(); err != nil {
			t.Logf("closing the connection: %v", err)
		}
	}
}

// start runs a program until the test ends.
func (d *desk) start(t *testing.T, input, program string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = []string{
		"HOME=" + d.dir, "XDG_DATA_HOME=" + d.dir, "XDG_RUNTIME_DIR=" + d.dir, "PATH=" + os.Getenv("PATH"),
		"DBUS_SESSION_BUS_ADDRESS=unix:path=" + filepath.Join(d.dir, "bus"),
	}
	cmd.Stdin = strings.NewReader(input)
	said := &output{}
	cmd.Stdout, cmd.Stderr = said, said
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v: run `.ci/setup test`", err)
	}
	t.Cleanup(func() {
		kill(cmd)
		if t.Failed() {
			t.Logf("%s said: %s", program, said)
		}
	})
	return cmd
}

// kill ends a program, as when it crashes.
func kill(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

// password opens the user's keyring.
const password = "correct horse"

// unlock starts gnome-keyring with the user's keyring open.
func (d *desk) unlock(t *testing.T) *exec.Cmd {
	t.Helper()
	cmd := d.start(t, password, "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
	d.await(t, secretsName)
	return cmd
}

// lock starts gnome-keyring with a keyring that the user has to open.
func (d *desk) lock(t *testing.T) *exec.Cmd {
	t.Helper()
	kill(d.unlock(t))
	return d.empty(t)
}

// empty starts gnome-keyring without opening anything. A user who is new has no
// keyring then.
func (d *desk) empty(t *testing.T) *exec.Cmd {
	t.Helper()
	cmd := d.start(t, "", "gnome-keyring-daemon", "--foreground", "--components=secrets")
	d.await(t, secretsName)
	return cmd
}

// await waits until somebody owns a name on the bus.
func (d *desk) await(t *testing.T, name string) {
	t.Helper()
	conn := d.connect(t)
	waitUntil(t, "an owner of "+name, func() bool {
		var owned bool
		err := conn.BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, name).Store(&owned)
		return err == nil && owned
	})
}

// connect returns a connection of the test's own.
func (d *desk) connect(t *testing.T) *dbus.Conn {
	t.Helper()
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

func waitUntil(t *testing.T, what string, ready func() bool) {
	t.Helper()
	for deadline := time.Now().Add(startTimeout); !ready(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("waited in vain for " + what)
		}
	}
}

// output collects what a program says.
type output struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}
