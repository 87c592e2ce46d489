package screen

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/godbus/dbus/v5"
)

// Notification is what a program has told the user by way of the desktop.
type Notification struct {
	Title, Text string
}

// dunstConfig lets every notification stand until it is looked at, and never
// takes two that say the same for one.
const dunstConfig = `[global]
stack_duplicates = false
history_length = 100
idle_threshold = 0
`

// ShowNotifications starts a notification service (dunst) on the Screen's D-Bus
// session, without which a program's notifications go nowhere.
func (s *Screen) ShowNotifications(t testing.TB) {
	t.Helper()
	config := filepath.Join(s.dir, "dunstrc")
	if err := os.WriteFile(config, []byte(dunstConfig), 0o600); err != nil {
		t.Fatalf("writing the notification service's settings: %v", err)
	}
	cmd := exec.Command(find(t, "dunst", "dunst"), "-config", config)
	cmd.Env = s.environ(s.Home)
	errs := startQuietly(t, cmd)
	waitUntil(t, func() bool { return s.ownsName(t, dunstName) }, func() string {
		return "the notification service did not start: " + errs.String()
	})
}

// The notification service on the bus, and the methods that only dunst has.
const (
	dunstName = "org.freedesktop.Notifications"
	dunstPath = "/org/freedesktop/Notifications"
	closeAll  = "org.dunstproject.cmd0.NotificationCloseAll"
	history   = "org.dunstproject.cmd0.NotificationListHistory"
)

// Notifications takes down every notification that is on the screen and returns
// all that have been shown since [Screen.ShowNotifications], the oldest first.
func (s *Screen) Notifications(t testing.TB) []Notification {
	t.Helper()
	bus, err := dbus.Connect(s.bus)
	if err != nil {
		t.Fatalf("connecting to the D-Bus session: %v", err)
	}
	defer func() { _ = bus.Close() }()
	dunst := bus.Object(dunstName, dunstPath)
	if err := dunst.CallWithContext(t.Context(), closeAll, 0).Err; err != nil {
		t.Fatalf("taking notifications down: %v", err)
	}
	var told []map[string]dbus.Variant // the newest first
	if err := dunst.CallWithContext(t.Context(), history, 0).Store(&told); err != nil {
		t.Fatalf("reading notifications: %v", err)
	}
	shown := make([]Notification, len(told))
	for i, n := range told {
		title, _ := n["summary"].Value().(string)
		text, _ := n["body"].Value().(string)
		shown[len(told)-1-i] = Notification{Title: title, Text: text}
	}
	return shown
}
