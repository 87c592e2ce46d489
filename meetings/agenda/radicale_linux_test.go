package agenda

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar/calendartest"
	"hjemmekontor/meetings/calendar/remote"
)

// patience is how long a view that is waited for may take on a busy machine.
const patience = 30 * time.Second

// await waits for a View that is as it should be.
func await(t *testing.T, views <-chan View, what string, ready func(View) bool) View {
	t.Helper()
	timeout := time.After(patience)
	for {
		select {
		case v := <-views:
			if ready(v) {
				return v
			}
		case <-timeout:
			t.Fatal("waited in vain for " + what)
		}
	}
}

// begin runs an Agenda on the real clock, ahead by some time, until end is
// called.
func begin(t *testing.T, dir string, keyring meetings.Keyring, client Fetcher, ahead time.Duration) (a *Agenda, views <-chan View, end func()) {
	t.Helper()
	store, err := meetings.OpenStore(t.Context(), dir)
	must(t, err)
	a = New(store, keyring, client, Options{})
	a.clock = func() time.Time { return time.Now().Add(ahead) }
	ctx, cancel := context.WithCancel(t.Context())
	shown, done := make(chan View, 100), make(chan error, 1)
	go func() { done <- a.Run(ctx, func(v View) { shown <- v }, func(Meeting) {}) }()
	return a, shown, func() {
		cancel()
		must(t, <-done, store.Close())
	}
}

// With a real server: found, added, seen, changed; and still seen when the server
// is gone.
func TestRadicale(t *testing.T) {
	server := calendartest.Radicale(t)
	path := server.MakeCalendar(t, "work", "Jobb", "#0082c9", "VEVENT")
	start := midnight(time.Now()).AddDate(0, 0, 1).Add(9 * time.Hour)
	server.PutEvent(t, path, "budsjett", string(document(event("budsjett", start, time.Hour, "LOCATION:https://meet.google.com/abc-defg-hij"))))
	client := remote.NewClient(remote.Config{Roots: server.Authority.Pool()})
	found, err := client.Discover(t.Context(), server.URL, server.User, server.Password)
	must(t, err)
	if len(found) != 1 {
		t.Fatalf("found are %v", found)
	}

	dir, keyring := t.TempDir(), newRing()
	a, views, end := begin(t, dir, keyring, client, 0)
	_, err = a.AddCalDAV(t.Context(), Account{URL: found[0].URL, User: server.User, Password: server.Password, Name: found[0].Name})
	must(t, err)
	v := await(t, views, "the meeting", func(v View) bool { return len(v.Meetings) == 1 })
	if m := v.Meetings[0]; m.Title != "budsjett" || !m.Start.Equal(start) || m.Meeting == nil || v.Calendars[0].Name != "Jobb" {
		t.Errorf("shown is %+v", v)
	}
	end()

	server.PutEvent(t, path, "allmote", string(document(event("allmote", start.Add(time.Hour), time.Hour))))
	_, views, end = begin(t, dir, keyring, client, 20*time.Minute)
	await(t, views, "the change", func(v View) bool { return len(v.Meetings) == 2 && v.Calendars[0].Trouble == nil && !v.Busy })
	end()

	server.Stop()
	_, views, end = begin(t, dir, keyring, client, 40*time.Minute)
	defer end()
	v = await(t, views, "the trouble", func(v View) bool { return v.Calendars[0].Trouble != nil })
	if !errors.Is(v.Calendars[0].Trouble, remote.ErrUnreachable) || len(v.Meetings) != 2 {
		t.Errorf("without the server: %v, and %d meetings", v.Calendars[0].Trouble, len(v.Meetings))
	}
	if text := v.Calendars[0].Trouble.Error(); strings.Contains(text, server.User) || strings.Contains(text, "work") {
		t.Errorf("the error says too much: %s", text)
	}
}
