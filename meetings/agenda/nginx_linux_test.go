package agenda

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hjemmekontor/meetings/calendar/calendartest"
	"hjemmekontor/meetings/calendar/remote"
)

// With a real server: added by its secret address, seen, changed; and still seen
// when it has been taken back.
func TestNginx(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, hush+".ics")
	start := midnight(time.Now()).AddDate(0, 0, 1).Add(9 * time.Hour)
	budget := event("budsjett", start, time.Hour, "LOCATION:https://meet.google.com/abc-defg-hij")
	must(t, os.WriteFile(file, document(budget), 0o600))
	server := calendartest.Nginx(t, folder)
	client := remote.NewClient(remote.Config{Roots: server.Authority.Pool()})
	typed := strings.Replace(server.URL, "https://", "webcal://", 1) + "/" + hush + ".ics"

	dir, keyring := t.TempDir(), newRing()
	a, views, end := begin(t, dir, keyring, client, 0)
	_, err := a.AddAddress(t.Context(), Address{URL: typed})
	must(t, err)
	v := await(t, views, "the meeting", func(v View) bool { return len(v.Meetings) == 1 })
	if m := v.Meetings[0]; m.Title != "budsjett" || !m.Start.Equal(start) || m.Meeting == nil || v.Calendars[0].Name != "Jobb" {
		t.Errorf("shown is %+v", v)
	}
	if _, err := a.AddAddress(t.Context(), Address{URL: typed}); !errors.Is(err, ErrAlready) {
		t.Errorf("the same again: %v", err)
	}
	end()

	must(t, os.WriteFile(file, document(budget, event("allmote", start.Add(time.Hour), time.Hour)), 0o600))
	_, views, end = begin(t, dir, keyring, client, 20*time.Minute)
	await(t, views, "the change", func(v View) bool { return len(v.Meetings) == 2 && v.Calendars[0].Trouble == nil && !v.Busy })
	end()

	must(t, os.Remove(file))
	_, views, end = begin(t, dir, keyring, client, 40*time.Minute)
	v = await(t, views, "the trouble", func(v View) bool { return v.Calendars[0].Trouble != nil })
	if !errors.Is(v.Calendars[0].Trouble, remote.ErrNotFound) || len(v.Meetings) != 2 {
		t.Errorf("of what is not shared any more: %v, and %d meetings", v.Calendars[0].Trouble, len(v.Meetings))
	}
	if text := v.Calendars[0].Trouble.Error(); strings.Contains(text, hush) {
		t.Errorf("the error says too much: %s", text)
	}
	hidden(t, dir, hush, "budsjett", "meet.google.com")
	end()
	hidden(t, dir, hush, "budsjett", "meet.google.com")
}

// hidden checks that words can be read in no file of a folder.
func hidden(t *testing.T, dir string, words ...string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	must(t, err)
	for _, file := range files {
		content, err := os.ReadFile(file)
		must(t, err)
		for _, word := range words {
			if bytes.Contains(content, []byte(word)) {
				t.Errorf("%q lies in the clear in %s", word, filepath.Base(file))
			}
		}
	}
}
