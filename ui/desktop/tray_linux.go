package desktop

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/godbus/dbus/v5"
)

// The D-Bus name and property by which a desktop says that it shows tray icons
// (StatusNotifierItem 0.1). Stock GNOME does not.
const (
	watcher     = "org.kde.StatusNotifierWatcher"
	watcherPath = "/StatusNotifierWatcher"
	hostThere   = watcher + ".IsStatusNotifierHostRegistered"
)

// HasTray reports whether the desktop shows tray icons.
func HasTray(ctx context.Context) bool {
	const answer = time.Second
	if !hasBus() {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, answer)
	defer cancel()
	conn, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer func() { _ = conn.Close() }()
	var there dbus.Variant
	get := conn.Object(watcher, watcherPath).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get",
		dbus.FlagNoAutoStart, watcher, hostThere[len(watcher)+1:])
	if get.Store(&there) != nil {
		return false
	}
	registered, ok := there.Value().(bool)
	return ok && registered
}

// hasBus reports whether there is a session bus; asking for one where there is
// none would start it.
func hasBus() bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	runtime := os.Getenv("XDG_RUNTIME_DIR")
	_, err := os.Stat(filepath.Join(runtime, "bus"))
	return runtime != "" && err == nil
}
