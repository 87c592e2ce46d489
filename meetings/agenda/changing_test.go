package agenda

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"hjemmekontor/meetings/calendar/remote"
)

// What a server answers about a calendar that was removed meanwhile counts for
// nothing, also when the calendar is there again by then.
func TestRemoveWhileFetching(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour))
		r, ctx := d.start(t), t.Context()
		id := r.add(t)
		d.set(func(s *server) { s.slow, s.data = time.Minute, document(event("Nytt", at("09:00"), time.Hour)) })
		for !r.view().Busy {
			r.wait(10 * time.Second)
		}
		removed, err := r.Remove(ctx, id)
		must(t, err)
		if v := r.view(); len(v.Calendars) > 0 || len(v.Meetings) > 0 {
			t.Errorf("left is %+v", v)
		}
		must(t, r.PutBack(ctx, removed))
		before := r.titles()
		if r.wait(3 * time.Minute); r.titles() != "Budsjett" || before != "Budsjett" || d.asked() != 2 {
			t.Errorf("put back are %s, then %s, asked %d times", before, r.titles(), d.asked())
		}
		if r.wait(20 * time.Minute); r.titles() != "Nytt" || r.trouble() != nil {
			t.Errorf("in the end there are %s, %v", r.titles(), r.trouble())
		}
	})
}

// A server that refuses what it once gave takes nothing away that is known.
func TestRefusedLater(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour))
		r := d.start(t)
		r.add(t)
		d.set(func(s *server) { s.err = remote.ErrRefused })
		r.wait(time.Hour)
		if !errors.Is(r.trouble(), remote.ErrRefused) || r.titles() != "Budsjett" {
			t.Errorf("%v, shown are %s", r.trouble(), r.titles())
		}
		d.set(func(s *server) { s.err = nil })
		if r.wait(3 * time.Hour); r.trouble() != nil {
			t.Errorf("when it gives it again: %v", r.trouble())
		}
	})
}

// A clock that was wrong, by days and either way, keeps nobody waiting for days
// and is not made up for.
func TestClockIsSet(t *testing.T) {
	for name, by := range map[string]time.Duration{"ahead": 72 * time.Hour, "back": -72 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				d.data = document(event("Budsjett", at("09:00"), time.Hour), event("Nytt", at("09:00").Add(by), time.Hour))
				r := d.start(t)
				r.add(t)
				r.sleep(by)
				if r.wait(2 * time.Minute); !strings.Contains(r.titles(), "Nytt") {
					t.Errorf("shown are %s", r.titles())
				}
				r.wait(time.Hour)
				if n := d.asked(); n < 4 || n > 6 {
					t.Errorf("asked %d times", n)
				}
			})
		})
	}
}

// Names that nobody can read to the end do not hinder anything.
func TestLongNames(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		long := strings.Repeat("Å", 50_000)
		path := filepath.Join(t.TempDir(), strings.Repeat("x", 200)+".ics")
		text := string(document(event("Budsjett", at("09:00"), time.Hour, "LOCATION:"+long)))
		write(t, path, []byte(strings.NewReplacer("CALNAME:Jobb", "CALNAME:"+long, "SUMMARY:Budsjett", "SUMMARY:"+long).Replace(text)))
		r, ctx := d.start(t), t.Context()
		id, err := r.AddFile(ctx, path)
		must(t, err, os.Remove(path))
		v := r.view()
		if n := len([]rune(v.Calendars[0].Name)); n != maxName {
			t.Errorf("the calendar's name has %d characters", n)
		}
		if m := v.Meetings[0]; len([]rune(m.Title)) > 301 || len([]rune(m.Location)) > 301 {
			t.Errorf("title and place have %d and %d characters", len([]rune(m.Title)), len([]rune(m.Location)))
		}
		if err := r.Rename(ctx, id, long); err == nil {
			t.Error("a name was taken that cannot be kept")
		}
	})
}
