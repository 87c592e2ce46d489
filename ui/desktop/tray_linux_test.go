package desktop

import (
	"bufio"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// newBus starts a session bus of the test's own.
func newBus(t *testing.T) {
	t.Helper()
	bus := exec.CommandContext(t.Context(), "dbus-daemon", "--session", "--nofork", "--print-address")
	said, err := bus.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := bus.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Wait() })
	address, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
}

func TestNoBusNoTray(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	if HasTray(t.Context()) {
		t.Error("there is a tray without a bus")
	}
}

// The watcher is the one of Ayatana's indicators; it counts as a desktop that
// shows icons once a panel has registered as its host.
func TestATrayIsThereOnceAPanelShowsIcons(t *testing.T) {
	newBus(t)
	if HasTray(t.Context()) {
		t.Fatal("there is a tray on an empty bus")
	}
	const service = "/usr/libexec/ayatana-indicator-application/ayatana-indicator-application-service"
	watching := exec.CommandContext(t.Context(), service)
	if err := watching.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = watching.Wait() })
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if !within(func() bool {
		var owned bool
		err := conn.BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, watcher).Store(&owned)
		return err == nil && owned
	}) {
		t.Fatal("the watcher never came")
	}
	if !within(func() bool { return HasTray(t.Context()) }) {
		t.Error("no tray, though there is a watcher")
	}
}

// within tries for a while.
func within(try func() bool) bool {
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if try() {
			return true
		}
	}
	return false
}
