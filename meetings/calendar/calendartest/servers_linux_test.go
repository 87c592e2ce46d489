package calendartest

import (
	"crypto/tls"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestNginx(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"kari.ics", "private/kari.ics"} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, file, "BEGIN:VCALENDAR")
	}
	server := Nginx(t, dir)
	for _, path := range []string{"/kari.ics", "/private/kari.ics"} {
		if got := server.Do(t, "GET", path, "", ""); got != "BEGIN:VCALENDAR" {
			t.Errorf("%s: %q", path, got)
		}
	}
	wantStopped(t, server)
}

func TestRadicale(t *testing.T) {
	server := Radicale(t)
	work := server.MakeCalendar(t, "work", "Jobb", "#0082c9", "VEVENT")
	server.PutEvent(t, work, "a", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\n"+
		"DTSTAMP:20260302T120000Z\r\nDTSTART:20260302T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
	if got := server.Do(t, "GET", work+"a.ics", "", ""); !strings.Contains(got, "UID:a") {
		t.Errorf("kept as %q", got)
	}
	wantStopped(t, server)
}

// wantStopped looks at the way in and at the end of it.
func wantStopped(t *testing.T, server *Server) {
	t.Helper()
	address := strings.TrimPrefix(server.URL, "https://")
	if conn, err := tls.Dial("tcp", address, &tls.Config{MinVersion: tls.VersionTLS12}); err == nil {
		conn.Close()
		t.Error("the certificate is trusted by everybody")
	}
	server.Stop()
	if conn, err := net.Dial("tcp", address); err == nil {
		conn.Close()
		t.Error("still there")
	}
}
