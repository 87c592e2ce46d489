package agenda

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/credentials"
)

// checkGaps makes sure that the server was asked at least so often, and never
// twice within five minutes.
func (d *desk) checkGaps(t *testing.T, least int) {
	t.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.calls) < least {
		t.Errorf("asked %d times, want at least %d", len(d.calls), least)
	}
	for i := 1; i < len(d.calls); i++ {
		if gap := d.calls[i].Sub(d.calls[i-1]); gap < remote.MinInterval {
			t.Errorf("asked again after %v", gap)
		}
	}
}

// However often somebody asks, in however many runs.
func TestNeverMoreOftenThanEveryFiveMinutes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data, d.tag = document(event("Budsjett", at("09:00"), time.Hour)), `"1"`
		r := d.start(t)
		r.add(t)
		for i := range 60 {
			if i%10 == 9 {
				r.end()
				r = d.start(t)
			}
			must(t, r.Refresh(t.Context()), r.Wake(t.Context()))
			r.wait(30 * time.Second)
		}
		d.checkGaps(t, 5)
		if got := r.titles(); got != "Budsjett" {
			t.Errorf("shown are %s", got)
		}
	})
}

func TestEveryQuarterOfAnHour(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document()
		r := d.start(t)
		r.add(t)
		d.set(func(s *server) { s.data = document(event("Nytt", at("09:00"), time.Hour)) })
		r.wait(14 * time.Minute)
		if d.asked() != 1 {
			t.Errorf("asked %d times after 14 minutes", d.asked())
		}
		r.wait(4 * time.Minute)
		if d.asked() != 2 || r.titles() != "Nytt" {
			t.Errorf("asked %d times after 18 minutes, shown are %s", d.asked(), r.titles())
		}
	})
}

// A server that fails is asked ever more seldom, and as usual when it is well.
func TestBackOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document()
		r := d.start(t)
		r.add(t)
		d.set(func(s *server) { s.err, s.calls = remote.ErrServer, nil })
		r.wait(24 * time.Hour)
		if n := d.asked(); n < 12 || n > 16 {
			t.Errorf("asked %d times in a day", n)
		}
		d.checkGaps(t, 12)
		if !errors.Is(r.trouble(), remote.ErrServer) {
			t.Errorf("the trouble is %v", r.trouble())
		}
		d.set(func(s *server) { s.err, s.calls = nil, nil })
		must(t, r.Refresh(t.Context()))
		r.wait(6 * time.Minute)
		if r.trouble() != nil || d.asked() != 1 {
			t.Errorf("after it was well again: %v, asked %d times", r.trouble(), d.asked())
		}
	})
}

func TestRetryAfter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document()
		r := d.start(t)
		r.add(t)
		d.set(func(s *server) { s.err, s.retry, s.calls = remote.ErrBusy, 8*time.Hour, nil })
		r.wait(20 * time.Minute)
		for range 7 * 60 {
			must(t, r.Refresh(t.Context()))
			r.wait(time.Minute)
		}
		if d.asked() != 1 {
			t.Errorf("asked %d times in spite of its wish", d.asked())
		}
		r.wait(2 * time.Hour)
		if d.asked() != 2 {
			t.Errorf("asked %d times in the end", d.asked())
		}
	})
}

// Five calendars do not go out at one instant.
func TestSpread(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document()
		r := d.start(t)
		for _, name := range []string{"a", "b", "c", "d", "e"} {
			_, err := r.AddAddress(t.Context(), Address{URL: "https://firma.no/" + name})
			must(t, err)
		}
		d.set(func(s *server) { s.calls = nil })
		r.wait(time.Hour)
		d.mu.Lock()
		defer d.mu.Unlock()
		if len(d.calls) < 15 {
			t.Errorf("asked %d times", len(d.calls))
		}
		for i := 1; i < len(d.calls); i++ {
			if got := d.calls[i].Sub(d.calls[i-1]); got < gap {
				t.Errorf("two calls within %v", got)
			}
		}
	})
}

// After the machine has slept, what is due is fetched within a minute.
func TestWakeFromSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document()
		r := d.start(t)
		r.add(t)
		r.wait(2 * time.Minute)
		r.sleep(9 * time.Hour)
		r.wait(time.Minute)
		if d.asked() != 2 {
			t.Errorf("asked %d times", d.asked())
		}
		// The clock was wrong, and is put right.
		r.sleep(-10 * 365 * 24 * time.Hour)
		r.wait(20 * time.Minute)
		if d.asked() < 3 {
			t.Error("a clock that was wrong puts fetching off for years")
		}
	})
}

// What nobody sees is not fetched, and fetched when it is seen again.
func TestHiddenIsNotFetched(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour))
		r := d.start(t)
		id := r.add(t)
		must(t, r.Hide(t.Context(), id, true))
		if v := r.view(); len(v.Meetings) > 0 || !v.Calendars[0].Hidden {
			t.Errorf("shown is %+v", v)
		}
		r.wait(2 * time.Hour)
		if d.asked() != 1 {
			t.Errorf("asked %d times", d.asked())
		}
		must(t, r.Hide(t.Context(), id, false))
		if r.titles() != "Budsjett" || d.asked() != 2 {
			t.Errorf("shown are %s, asked %d times", r.titles(), d.asked())
		}
	})
}

// A keyring that stays locked is not asked again by itself, and costs nothing of
// what is in the clear.
func TestLockedKeyring(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour))
		r := d.start(t)
		r.add(t)
		r.wait(time.Minute)
		r.end()
		d.ring.set(func(r *ring) { r.err, r.asked = credentials.ErrLocked, 0 })
		r = d.start(t)
		r.wait(3 * time.Hour)
		if v := r.view(); !v.Loaded || !errors.Is(v.Calendars[0].Trouble, credentials.ErrLocked) || d.asked() != 1 {
			t.Errorf("shown is %+v, asked %d times", v, d.asked())
		}
		if d.ring.asked != 1 {
			t.Errorf("the keyring was asked %d times", d.ring.asked)
		}
		d.ring.set(func(r *ring) { r.err = nil })
		must(t, r.Refresh(t.Context()))
		if r.wait(time.Minute); r.trouble() != nil || r.titles() != "Budsjett" || d.asked() != 2 {
			t.Errorf("after it was unlocked: %v, shown are %s, asked %d times", r.trouble(), r.titles(), d.asked())
		}
	})
}

// A keyring that comes late, as when the session has just begun, is found.
func TestKeyringComesLate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour))
		r := d.start(t)
		r.add(t)
		r.wait(time.Minute)
		r.end()
		d.ring.set(func(r *ring) { r.err = credentials.ErrNoKeyring })
		r = d.start(t)
		if !errors.Is(r.trouble(), credentials.ErrNoKeyring) {
			t.Errorf("the trouble is %v", r.trouble())
		}
		d.ring.set(func(r *ring) { r.err = nil })
		if r.wait(10 * time.Minute); r.trouble() != nil || r.titles() != "Budsjett" {
			t.Errorf("the trouble is %v, shown are %s", r.trouble(), r.titles())
		}
	})
}

// A keyring that waits for its user holds nothing up but what it keeps, and is
// asked again after a while.
func TestKeyringDoesNotAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour))
		r := d.start(t)
		r.add(t)
		r.wait(time.Minute)
		r.end()
		d.ring.set(func(r *ring) { r.silent = true })
		r = d.start(t)
		must(t, r.SetLead(t.Context(), 10))
		if v := r.view(); v.Loaded || v.Lead != 10 {
			t.Errorf("while it is silent: %+v", v)
		}
		if r.wait(keyringTime); !errors.Is(r.trouble(), credentials.ErrPending) || !r.view().Loaded {
			t.Errorf("after a while the trouble is %v", r.trouble())
		}
		d.ring.set(func(r *ring) { r.silent = false })
		if r.wait(10 * time.Minute); r.trouble() != nil || r.titles() != "Budsjett" {
			t.Errorf("the trouble is %v, shown are %s", r.trouble(), r.titles())
		}
	})
}

// With the key lost, what was sealed is fetched again.
func TestLostKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data, d.tag = document(event("Budsjett", at("09:00"), time.Hour)), `"1"`
		r := d.start(t)
		r.add(t)
		r.wait(6 * time.Minute)
		r.end()
		delete(d.ring.secrets, credentials.Name(credentials.StoreKey+"/meetings"))
		if r = d.start(t); r.titles() != "Budsjett" || d.asked() != 2 {
			t.Errorf("shown are %s, asked %d times", r.titles(), d.asked())
		}
	})
}

// What is added while secrets are kept for this run only lives as long.
func TestThisRunOnly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data, d.ring.memory = document(event("Budsjett", at("09:00"), time.Hour)), true
		r, ctx := d.start(t), t.Context()
		id := r.add(t)
		must(t, r.Rename(ctx, id, "Hjemme"), r.Hide(ctx, id, true), r.Hide(ctx, id, false))
		r.wait(20 * time.Minute)
		if v := r.view(); !v.Calendars[0].Temporary || v.Calendars[0].Name != "Hjemme" || r.titles() != "Budsjett" || v.Unsaved != nil || d.asked() != 2 {
			t.Errorf("shown is %+v, asked %d times", v, d.asked())
		}
		removed, err := r.Remove(ctx, id)
		must(t, err, r.PutBack(ctx, removed))
		if got := r.titles(); got != "Budsjett" {
			t.Errorf("put back is %s", got)
		}
		r.end()
		d.ring = newRing()
		if v := d.start(t).view(); len(v.Calendars) > 0 {
			t.Errorf("left is %+v", v.Calendars)
		}
	})
}

// A store that keeps nothing any more stops nothing, and the user is reminded
// once all the same.
func TestStoreFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour))
		r := d.start(t)
		r.add(t)
		must(t, r.store.Close())
		d.set(func(s *server) { s.data = document(event("Nytt", time.Now().Add(30*time.Minute), time.Hour)) })
		r.wait(40 * time.Minute)
		if v := r.view(); r.titles() != "Nytt" || !errors.Is(v.Unsaved, meetings.ErrClosed) || r.reminders() != "Nytt" {
			t.Errorf("shown are %s, unsaved %v, reminded of %s", r.titles(), v.Unsaved, r.reminders())
		}
	})
}
