package agenda

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"hjemmekontor/meetings/calendar"
	"hjemmekontor/meetings/credentials"
)

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	must(t, os.WriteFile(path, data, 0o600))
	now := time.Now()
	must(t, os.Chtimes(path, now, now))
}

// A file is read again when it has changed; one that is gone leaves what was
// read last, also in the next run.
func TestFile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		path := filepath.Join(t.TempDir(), "vakter.ics")
		write(t, path, document(event("Vakt", at("09:00"), time.Hour)))
		r, ctx := d.start(t), t.Context()
		_, err := r.AddFile(ctx, path)
		must(t, err)
		if s := r.view().Calendars[0]; s.Where != "vakter.ics" || s.Name != "Jobb" || r.titles() != "Vakt" {
			t.Errorf("the calendar is %+v, shown are %s", s, r.titles())
		}
		r.wait(10 * time.Minute)
		write(t, path, document(event("Natt", at("09:00"), time.Hour)))
		if r.wait(time.Minute); r.titles() != "Natt" {
			t.Errorf("after a minute there are %s", r.titles())
		}
		write(t, path, document(event("Kveld", at("10:00"), time.Hour)))
		must(t, r.Wake(ctx))
		if got := r.titles(); got != "Kveld" {
			t.Errorf("when the window comes to the front there are %s", got)
		}
		shows := r.shows()
		if r.wait(time.Hour); r.shows() != shows {
			t.Errorf("told %d times that nothing has changed", r.shows()-shows)
		}
		must(t, os.Remove(path))
		for range 2 {
			if r.wait(2 * time.Minute); !errors.Is(r.trouble(), ErrFileMissing) || r.titles() != "Kveld" {
				t.Errorf("of a missing file: %v, shown are %s", r.trouble(), r.titles())
			}
			r.end()
			r = d.start(t)
		}
		write(t, path, document())
		if r.wait(2 * time.Minute); r.trouble() != nil || r.titles() != "" {
			t.Errorf("when it is back: %v, shown are %s", r.trouble(), r.titles())
		}
	})
}

// A file needs no keyring; only what is gone cannot be shown then.
func TestFileWithoutKeyring(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.ring.err = credentials.ErrNoKeyring
		path := filepath.Join(t.TempDir(), "vakter.ics")
		write(t, path, document(event("Vakt", at("09:00"), time.Hour)))
		r := d.start(t)
		_, err := r.AddFile(t.Context(), path)
		must(t, err)
		r.wait(20 * time.Minute)
		for range 2 {
			if r.trouble() != nil || r.titles() != "Vakt" || !r.view().Loaded {
				t.Errorf("%v, shown are %s", r.trouble(), r.titles())
			}
			r.end()
			r = d.start(t)
		}
	})
}

// A single invitation, as it comes in a mail, is a calendar too.
func TestInvitation(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		path := filepath.Join(t.TempDir(), "invite.ics")
		text := string(document(event("Intervju", at("09:00"), time.Hour, "LOCATION:https://meet.google.com/abc-defg-hij")))
		write(t, path, []byte(strings.Replace(text, "VERSION:2.0\r\n", "VERSION:2.0\r\nMETHOD:REQUEST\r\n", 1)))
		r := d.start(t)
		_, err := r.AddFile(t.Context(), path)
		must(t, err)
		if v := r.view(); len(v.Meetings) != 1 || v.Meetings[0].Meeting == nil || v.Meetings[0].Meeting.Service != "meet" {
			t.Errorf("shown is %+v", v.Meetings)
		}
	})
}

func TestHostileFiles(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		huge := filepath.Join(dir, "huge.ics")
		write(t, huge, nil)
		must(t, os.Truncate(huge, calendar.MaxSize+1))
		page := filepath.Join(dir, "page.ics")
		write(t, page, []byte("<!DOCTYPE html><title>Logg inn</title>"))
		secret := filepath.Join(dir, hush)
		r := newDesk(t).start(t)
		for path, want := range map[string]error{
			huge: calendar.ErrTooLarge, page: calendar.ErrNotCalendar, dir: ErrFileUnreadable,
			secret: ErrFileMissing, filepath.Join(page, "a"): ErrFileUnreadable, "\x00": ErrFileUnreadable, os.DevNull: ErrFileUnreadable,
		} {
			_, err := r.AddFile(t.Context(), path)
			if !errors.Is(err, want) || strings.Contains(err.Error(), dir) {
				t.Errorf("%q: %v, want %v", path, err, want)
			}
		}
		if v := r.view(); len(v.Calendars) > 0 {
			t.Errorf("kept are %+v", v.Calendars)
		}
	})
}
