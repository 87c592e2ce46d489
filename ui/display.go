package ui

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// HasDisplay tells whether there is a screen to show a window on. On Windows
// and macOS there always is; elsewhere a Wayland or X11 server must answer.
func HasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return answers(waylandSocket()) || answers(x11Address(os.Getenv("DISPLAY")))
}

// address is where a display server listens.
type address struct{ network, name string }

// answers tells whether somebody listens at an address.
func answers(a address) bool {
	if a.name == "" {
		return false
	}
	const patience = time.Second
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	conn, err := new(net.Dialer).DialContext(ctx, a.network, a.name)
	if err != nil {
		return false
	}
	_ = conn.Close()
	return true
}

func waylandSocket() address {
	name := os.Getenv("WAYLAND_DISPLAY")
	if name == "" {
		return address{}
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
	}
	return address{"unix", name}
}

// x11Address reads a DISPLAY such as ":0", "unix:0" or "host:10.0" (X(7)).
func x11Address(display string) address {
	host, number, found := strings.Cut(display, ":")
	if strings.HasPrefix(display, "/") {
		return address{"unix", display}
	}
	if !found {
		return address{}
	}
	number, _, _ = strings.Cut(number, ".")
	if host == "" || host == "unix" {
		return address{"unix", "/tmp/.X11-unix/X" + number}
	}
	return address{"tcp", net.JoinHostPort(host, port(number))}
}

// port is the TCP port of an X11 display: 6000 and its number.
func port(display string) string {
	const base = 6000
	n := 0
	for _, digit := range display {
		if digit < '0' || digit > '9' || n > base {
			return ""
		}
		n = 10*n + int(digit-'0')
	}
	return strconv.Itoa(base + n)
}
