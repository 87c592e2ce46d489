package ui

import (
	"net"
	"path/filepath"
	"runtime"
	"testing"
)

func TestX11Address(t *testing.T) {
	tests := []struct {
		display string
		want    address
	}{
		{"", address{}},
		{"no colon", address{}},
		{":0", address{"unix", "/tmp/.X11-unix/X0"}},
		{":1.2", address{"unix", "/tmp/.X11-unix/X1"}},
		{"unix:7", address{"unix", "/tmp/.X11-unix/X7"}},
		{"/private/tmp/com.apple.launchd.x/org.xquartz:0", address{"unix", "/private/tmp/com.apple.launchd.x/org.xquartz:0"}},
		{"localhost:10.0", address{"tcp", "localhost:6010"}},
		{"192.0.2.7:0", address{"tcp", "192.0.2.7:6000"}},
		{"host:evil", address{"tcp", "host:"}},
		{"host:99999999999999999999", address{"tcp", "host:"}},
	}
	for _, tt := range tests {
		if got := x11Address(tt.display); got != tt.want {
			t.Errorf("x11Address(%q) = %+v, want %+v", tt.display, got, tt.want)
		}
	}
}

func TestHasDisplay(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		if !HasDisplay() {
			t.Error("there is none, where there always is one")
		}
		return
	}
	folder := t.TempDir()
	wayland := filepath.Join(folder, "wayland-7")
	listenAt(t, wayland)
	x11 := filepath.Join(folder, "x11")
	listenAt(t, x11)
	gone := filepath.Join(folder, "gone")
	tests := []struct {
		name, display, wayland string
		want                   bool
	}{
		{"neither", "", "", false},
		{"X11 alone", x11, "", true},
		{"Wayland by name", "", "wayland-7", true},
		{"Wayland by path", "", wayland, true},
		{"Wayland gone, X11 there", x11, "wayland-8", true},
		{"a server that is gone", gone, "", false},
		{"both gone", gone, "wayland-8", false},
		{"senseless", "host:evil", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("XDG_RUNTIME_DIR", folder)
			t.Setenv("DISPLAY", tt.display)
			t.Setenv("WAYLAND_DISPLAY", tt.wayland)
			if got := HasDisplay(); got != tt.want {
				t.Errorf("HasDisplay = %v, want %v", got, tt.want)
			}
		})
	}
}

// listenAt answers at a socket until the test ends.
func listenAt(t *testing.T, name string) {
	t.Helper()
	listener, err := net.Listen("unix", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
}
