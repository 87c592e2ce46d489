package reminder

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// user is somebody in Oslo whom a Reminder tells what is due.
type user struct {
	mu    sync.Mutex
	told  []string      // when, to the minute
	ahead time.Duration // by how much their clock is wrong
}

// clock is what the clock of the machine shows.
func (u *user) clock(t *testing.T) time.Time {
	u.mu.Lock()
	defer u.mu.Unlock()
	return time.Now().Add(u.ahead).In(oslo(t))
}

func (u *user) setClock(ahead time.Duration) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.ahead = ahead
}

// times are when the user has been told, once all that is under way is done.
func (u *user) times() []string {
	synctest.Wait()
	u.mu.Lock()
	defer u.mu.Unlock()
	return slices.Clone(u.told)
}

// run runs a Reminder until the test ends.
func run(t *testing.T, store Store) *user {
	t.Helper()
	u := &user{}
	r := New(store)
	r.now = func() time.Time { return u.clock(t) }
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	notify := func(int) {
		at := u.clock(t).Format("Mon 2006-01-02 15:04")
		u.mu.Lock()
		defer u.mu.Unlock()
		u.told = append(u.told, at)
	}
	go func() {
		defer close(done)
		r.Run(ctx, notify, func(err error) { t.Error(err) })
	}()
	t.Cleanup(func() {
		cancel()
		<-done
	})
	return u
}

// What begins at midnight UTC, as synctest's clock does, is one o'clock in Oslo
// on Saturday the first of January 2000.
const (
	monday = 2 * 24 * time.Hour
	day    = 24 * time.Hour
)

// untilClock sleeps to an hour of the day in Oslo that the clock has not
// reached today.
func untilClock(t *testing.T, hour int) {
	t.Helper()
	now := time.Now().In(oslo(t))
	time.Sleep(time.Date(now.Year(), now.Month(), now.Day(), hour, 0, 0, 0, now.Location()).Sub(now))
}

func TestOnceEveryWeekday(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &fakeStore{due: 3}
		u := run(t, store)
		const days = 12 * 7 * day // past the beginning of daylight saving time
		time.Sleep(days)
		got := u.times()
		if want := 12 * 5; len(got) != want || store.claims != want {
			t.Fatalf("told %d times with %d claims, want %d: %v", len(got), store.claims, want, got)
		}
		for i, at := range got {
			moment, err := time.Parse("Mon 2006-01-02 15:04", at)
			if err != nil {
				t.Fatal(err)
			}
			if moment.Hour() != firstHour || moment.Minute() >= 15 {
				t.Errorf("told on %s", at)
			}
			if i > 0 && at[:14] == got[i-1][:14] {
				t.Errorf("told twice: %s, %s", got[i-1], at)
			}
		}
	})
}

func TestToldWhenItComesDue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &fakeStore{}
		u := run(t, store)
		time.Sleep(monday)
		untilClock(t, 11)
		if got := u.times(); len(got) > 0 || store.claims > 0 {
			t.Fatalf("told %v with %d claims while nothing was due", got, store.claims)
		}
		store.set(func(s *fakeStore) { s.due = 1 })
		time.Sleep(interval)
		if got := u.times(); len(got) != 1 {
			t.Errorf("told %v", got)
		}
	})
}

func TestSwitch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &fakeStore{due: 1, unwanted: true}
		u := run(t, store)
		time.Sleep(monday + 2*day)
		if got := u.times(); len(got) > 0 || store.claims > 0 {
			t.Fatalf("told %v with %d claims though nobody wants it", got, store.claims)
		}
		store.set(func(s *fakeStore) { s.unwanted = false })
		time.Sleep(day)
		if got := u.times(); len(got) != 1 {
			t.Errorf("told %v", got)
		}
	})
}

// Of several instances on one store, one tells the user; and one that starts
// after a crash keeps still.
func TestSeveralInstances(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &fakeStore{due: 1}
		first, second := run(t, store), run(t, store)
		time.Sleep(monday)
		untilClock(t, 10)
		after := run(t, store)
		untilClock(t, 17)
		if got := len(first.times()) + len(second.times()); got != 1 {
			t.Errorf("two instances told %d times", got)
		}
		if got := after.times(); len(got) > 0 {
			t.Errorf("told again: %v", got)
		}
	})
}

// A program that crashes while telling has claimed the day before.
func TestClaimsBeforeTelling(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &fakeStore{due: 1}
		r := New(store)
		r.now = func() time.Time { return time.Now().In(oslo(t)) }
		time.Sleep(monday)
		untilClock(t, 9)
		ctx, cancel := context.WithCancel(t.Context())
		r.Run(ctx, func(int) {
			if store.last != "2000-01-03" {
				t.Errorf("the day last claimed is %q", store.last)
			}
			cancel()
		}, func(err error) { t.Error(err) })
	})
}

func TestStoreFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		failure := errors.New("disk is full")
		store := &fakeStore{due: 1, err: failure}
		r := New(store)
		r.now = func() time.Time { return time.Now().In(oslo(t)) }
		time.Sleep(monday)
		untilClock(t, 9)
		ctx, cancel := context.WithCancel(t.Context())
		failures := 0
		r.Run(ctx, func(int) {
			if failures != 2 {
				t.Errorf("told after %d failures", failures)
			}
			cancel()
		}, func(err error) {
			if !errors.Is(err, failure) {
				t.Errorf("failed with %v", err)
			}
			if failures++; failures == 2 {
				store.set(func(s *fakeStore) { s.err = nil })
			}
		})
	})
}

// The machine sleeps through the morning: its timers stand still, its clock
// goes on.
func TestWakesLate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		u := run(t, &fakeStore{due: 1})
		time.Sleep(monday) // one o'clock at night
		synctest.Wait()
		u.setClock(11 * time.Hour)
		time.Sleep(interval)
		if got := u.times(); len(got) != 1 || got[0] < "Mon 2000-01-03 12:00" {
			t.Errorf("told %v", got)
		}
	})
}

// A day that was claimed while the clock was wrong silences no other.
func TestClockSetBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		u := run(t, &fakeStore{due: 1})
		u.setClock(364 * day)
		time.Sleep(monday)
		untilClock(t, 9)
		if got := u.times(); len(got) != 1 {
			t.Fatalf("told %v", got)
		}
		u.setClock(0)
		time.Sleep(3 * day)
		if got := u.times(); len(got) != 1+4 {
			t.Errorf("told %v", got)
		}
	})
}

func TestIsTimely(t *testing.T) {
	tests := []struct {
		at   string
		want bool
	}{
		{"Mon 2026-03-02 07:59", false},
		{"Mon 2026-03-02 08:00", true},
		{"Mon 2026-03-02 17:59", true},
		{"Mon 2026-03-02 18:00", false},
		{"Tue 2026-03-03 00:00", false},
		{"Fri 2026-03-06 12:00", true},
		{"Sat 2026-03-07 12:00", false},
		{"Sun 2026-03-29 12:00", false},
		{"Mon 2026-03-30 08:00", true}, // the day after the clocks went forward
	}
	for _, test := range tests {
		at, err := time.ParseInLocation("Mon 2006-01-02 15:04", test.at, oslo(t))
		if err != nil {
			t.Fatal(err)
		}
		if got := isTimely(at); got != test.want {
			t.Errorf("%s: %v, want %v", test.at, got, test.want)
		}
	}
}

func TestEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	New(&fakeStore{due: 1}).Run(ctx, func(int) { t.Error("told") }, func(err error) { t.Error(err) })
}
