package remote

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hjemmekontor/meetings/calendar/calendartest"
)

// A real server's file: fetched, not sent again, and sent when it has changed.
func TestNginx(t *testing.T) {
	dir := t.TempDir()
	save := func(name, content string) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	save("kari.ics", document(zone, eventOf("a")))
	save("private/kari.ics", example)
	save("login.html", "<!DOCTYPE html><h1>Logg inn</h1>")
	server := calendartest.Nginx(t, dir)
	client := NewClient(Config{Roots: server.Authority.Pool()})
	fetch := func(path string, since Validators) (Answer, error) {
		return client.Fetch(t.Context(), server.URL+path, since)
	}

	answer, err := fetch("/kari.ics", Validators{})
	if err != nil || string(answer.Data) != document(zone, eventOf("a")) || answer.Validators.ETag == "" || answer.Validators.LastModified == "" {
		t.Fatalf("Fetch: %v, %+v, %v", answer, answer.Validators, err)
	}
	if again, err := fetch("/kari.ics", answer.Validators); err != nil || !again.NotModified {
		t.Errorf("again: %v, %v", again, err)
	}
	save("kari.ics", document(eventOf("changed")))
	if newer, err := fetch("/kari.ics", answer.Validators); err != nil || !strings.Contains(string(newer.Data), "changed") {
		t.Errorf("changed: %v, %v", newer, err)
	}

	for path, want := range map[string]error{
		"/private/kari.ics": ErrRefused, "/nobody.ics": ErrNotFound, "/login.html": ErrNotCalendar,
	} {
		_, err := fetch(path, Validators{})
		wantReason(t, err, want)
	}
	busy, err := fetch("/busy", Validators{})
	wantReason(t, err, ErrBusy)
	if busy.RetryAfter != 15*time.Minute {
		t.Errorf("Retry-After %v", busy.RetryAfter)
	}
	_, err = client.Discover(t.Context(), server.URL, server.User, server.Password)
	var failure *Error
	if !errors.As(err, &failure) {
		t.Errorf("Discover: %v", err)
	}

	server.Stop()
	_, err = fetch("/kari.ics", Validators{})
	wantReason(t, err, ErrUnreachable)
}

// The authorities are those that the system names, and no proxy is asked.
func TestSystemRoots(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "kari.ics"), []byte(example), 0o600); err != nil {
		t.Fatal(err)
	}
	server := calendartest.Nginx(t, dir)
	for roots, want := range map[string]string{
		server.CA:                         "<nil>",
		calendartest.NewAuthority(t).File: ErrCertificate.Error(),
	} {
		child := exec.CommandContext(t.Context(), os.Args[0])
		child.Env = append(os.Environ(), childAddress+"="+server.URL+"/kari.ics", "SSL_CERT_FILE="+roots,
			"SSL_CERT_DIR="+t.TempDir(), "HTTPS_PROXY=http://127.0.0.1:1", "ALL_PROXY=http://127.0.0.1:1")
		said, err := child.CombinedOutput()
		if err != nil || !strings.Contains(string(said), want) {
			t.Errorf("with %s: %v\n%s", filepath.Base(roots), err, said)
		}
	}
}
