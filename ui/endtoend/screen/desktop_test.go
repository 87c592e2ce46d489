package screen

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/zalando/go-keyring"
)

func TestUnlockKeyring(t *testing.T) {
	s := Start(t, 400, 300)
	s.UnlockKeyring(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", s.bus)
	if err := keyring.Set("hjemmekontor", "prøve", "hemmelig"); err != nil {
		t.Fatal(err)
	}
	got, err := keyring.Get("hjemmekontor", "prøve")
	if err != nil || got != "hemmelig" {
		t.Errorf("read back %q, %v", got, err)
	}
}

func TestDropReachesTheProgram(t *testing.T) {
	s := Start(t, 900, 600)
	p := s.Launch(t, window)
	s.WaitFor(t, "Send svaret", patience)
	folder := t.TempDir()
	file := filepath.Join(folder, "Åse & co 100 %.txt")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.Drop(t, file, folder)
	s.WaitFor(t, "Sluppet: 2", patience)
	if got, want := p.Stdout(), "sluppet: "+file+"\nsluppet: "+folder+"\n"; got != want {
		t.Errorf("the program was given %q, want %q", got, want)
	}
}

func TestNothingToDropOn(t *testing.T) {
	s := Start(t, 400, 300)
	d, err := newDrag(s.Display, "file:///tmp\r\n")
	if err == nil {
		d.conn.Close()
		t.Fatal("something on an empty screen takes what is dropped")
	}
	if !strings.Contains(err.Error(), "no window") {
		t.Errorf("the error is %q", err)
	}
}

func TestNotificationsAreToldInOrder(t *testing.T) {
	s := Start(t, 400, 300)
	s.ShowNotifications(t)
	if got := s.Notifications(t); len(got) != 0 {
		t.Errorf("before the first there are %q", got)
	}
	bus, err := dbus.Connect(s.bus)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = bus.Close() }()
	want := []Notification{{"Vindu", "Husk å puste"}, {"Vindu", "Husk å puste"}, {"Vindu", "Og å drikke vann"}}
	for _, n := range want {
		// The same in a row are two all the same, and one that never expires
		// is told of.
		const never = int32(0)
		call := bus.Object(dunstName, dunstPath).Call(dunstName+".Notify", 0, "vindu", uint32(0), "",
			n.Title, n.Text, []string{}, map[string]dbus.Variant{}, never)
		if call.Err != nil {
			t.Fatal(call.Err)
		}
	}
	if got := s.Notifications(t); !slices.Equal(got, want) {
		t.Errorf("told %q, want %q", got, want)
	}
	if got := s.Notifications(t); !slices.Equal(got, want) {
		t.Errorf("the second time told %q", got)
	}
}
