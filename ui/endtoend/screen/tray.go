package screen

import (
	"os/exec"
	"testing"

	"github.com/godbus/dbus/v5"
)

// The watcher keeps the list of the icons by the clock (StatusNotifierItem 0.1).
const (
	watcherName  = "org.kde.StatusNotifierWatcher"
	watcherPath  = "/StatusNotifierWatcher"
	watcherItems = watcherName + ".RegisteredStatusNotifierItems"
	// indicators is the watcher of the Debian package
	// ayatana-indicator-application.
	indicators = "/usr/libexec/ayatana-indicator-application/ayatana-indicator-application-service"
)

// ShowTray starts a service on the Screen's D-Bus session that takes icons for
// the place by the clock.
func (s *Screen) ShowTray(t testing.TB) {
	t.Helper()
	cmd := exec.Command(find(t, indicators, "ayatana-indicator-application"))
	cmd.Env = s.environ(s.Home)
	errs := startQuietly(t, cmd)
	waitUntil(t, func() bool { return s.ownsName(t, watcherName) }, func() string {
		return "the tray did not start: " + errs.String()
	})
}

// TrayIcons returns the icons by the clock, by their names on the bus.
func (s *Screen) TrayIcons(t testing.TB) []string {
	t.Helper()
	bus, err := dbus.Connect(s.bus)
	if err != nil {
		t.Fatalf("connecting to the D-Bus session: %v", err)
	}
	defer func() { _ = bus.Close() }()
	var icons []string
	if err := bus.Object(watcherName, watcherPath).StoreProperty(watcherItems, &icons); err != nil {
		t.Fatalf("looking for icons by the clock: %v", err)
	}
	return icons
}
