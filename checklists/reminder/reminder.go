package reminder

import (
	"context"
	"fmt"
	"time"
)

const (
	// settle is how long after the start the first look is taken: whoever has
	// just opened the app sees what is due without being told.
	settle = time.Minute
	// interval is the time between looks. A timer stands still while the
	// machine sleeps, so it also bounds how late after waking the user is told.
	interval = 15 * time.Minute
)

// From firstHour to before lastHour, local time, the user may be told.
const (
	firstHour = 8
	lastHour  = 18
)

// Reminder reminds the user of what is due.
type Reminder struct {
	store   Store
	now     func() time.Time
	settled string // the day that was last claimed, by this or another instance
}

// New returns a Reminder that asks store.
func New(store Store) *Reminder { return &Reminder{store: store, now: time.Now} }

// Run calls notify with the number of due items whenever it is time to remind
// the user, until ctx ends. failed is told when the store could not be asked;
// the next look comes in its time all the same. Both run on the caller's
// goroutine, and hold up the next look.
func (r *Reminder) Run(ctx context.Context, notify func(count int), failed func(error)) {
	timer := time.NewTimer(settle)
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
		case <-ctx.Done():
			return
		}
		switch count, err := r.look(ctx, r.now()); {
		case ctx.Err() != nil:
			return
		case err != nil:
			failed(fmt.Errorf("looking for due items: %w", err))
		case count > 0:
			notify(count)
		}
		timer.Reset(interval)
	}
}

// look returns how many items to remind the user of at now, a local time. If
// there are any, the day is claimed.
func (r *Reminder) look(ctx context.Context, now time.Time) (int, error) {
	day := now.Format(time.DateOnly)
	if day == r.settled || !isTimely(now) {
		return 0, nil
	}
	if wanted, err := r.store.Wanted(ctx); err != nil || !wanted {
		return 0, err
	}
	count, err := r.store.Due(ctx, now)
	if err != nil || count == 0 {
		return 0, err
	}
	claimed, err := r.store.Claim(ctx, day)
	if err != nil {
		return 0, err
	}
	r.settled = day
	if !claimed {
		return 0, nil
	}
	return count, nil
}

// isTimely reports whether the user may be told at a local time.
func isTimely(now time.Time) bool {
	weekend := now.Weekday() == time.Saturday || now.Weekday() == time.Sunday
	return !weekend && firstHour <= now.Hour() && now.Hour() < lastHour
}
