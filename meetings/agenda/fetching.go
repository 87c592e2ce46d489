package agenda

import (
	"context"
	"math/rand/v2"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar/remote"
)

// gap lies between the fetches of two calendars, so that not all of them go out
// at one instant.
const gap = 2 * time.Second

// farAhead is further ahead than any fetch is put off. A time beyond it was
// reckoned while the clock was wrong.
const farAhead = remote.MaxRetryAfter + time.Hour

// nextDue returns the calendar to fetch next, and when, nil if there is none.
func (b *board) nextDue(now time.Time) (next *entry, at time.Time) {
	for _, e := range b.entries {
		if e.Hidden || e.Kind != meetings.File && e.secret.missing() {
			continue
		}
		if due := b.dueAt(e, now); next == nil || due.Before(at) {
			next, at = e, due
		}
	}
	return next, at
}

// dueAt is when a calendar may be fetched and is to be.
func (b *board) dueAt(e *entry, now time.Time) time.Time {
	var due time.Time
	for _, t := range []time.Time{e.Fetch.Next, e.Fetch.NotBefore} {
		if t.After(due) && t.Before(now.Add(farAhead)) {
			due = t
		}
	}
	if e.Kind != meetings.File && b.quiet.After(due) && b.quiet.Before(now.Add(gap+time.Second)) {
		due = b.quiet
	}
	return due
}

// fetchOne fetches a calendar beside this goroutine.
func (b *board) fetchOne(e *entry) {
	b.fetching = e
	if e.Kind != meetings.File {
		// Counted from now already: it may be removed and put back meanwhile.
		e.Fetch.NotBefore, b.dirty = remote.Next(b.now(), 0, 0), true
	}
	c, s := e.Calendar, e.secret
	if e.parsed == nil { // there is no copy to go on with
		c.Fetch.ETag, c.Fetch.Modified, c.Fetch.CTag = "", "", ""
	}
	b.work(func(ctx context.Context) func() {
		got, err := b.fetch(ctx, c, s)
		return func() { b.settle(e, got, err) }
	})
}

// settle takes in what came of a fetch.
func (b *board) settle(e *entry, got fetched, err error) {
	now := b.now()
	b.fetching = nil
	if e.Kind != meetings.File {
		b.quiet, b.dirty = now.Add(gap), true
	}
	if b.entry(e.ID) != e {
		return // it was removed meanwhile
	}
	was := e.Fetch.Trouble
	e.reckon(now, b.every, got, err)
	switch {
	case got.parsed != nil && err == nil:
		b.dirty = true
		e.hold(got.parsed, got.copy.Me, got.skipped)
		b.saveCopy(e, got.copy)
	case e.Kind != meetings.File, was != e.Fetch.Trouble:
		b.dirty = true
		b.saveFetch(e)
	}
}

// reckon notes how a fetch went, and when the next one is to be.
func (e *entry) reckon(now time.Time, every time.Duration, got fetched, err error) {
	f := &e.Fetch
	e.trouble, f.Trouble = err, codeOf(err)
	if err != nil {
		f.Failures++
	} else {
		f.Failures, f.Fetched = 0, now
		f.ETag, f.Modified, f.CTag = got.validators.ETag, got.validators.LastModified, got.validators.Token
	}
	if e.Kind == meetings.File {
		f.Next = now.Add(tick)
		return
	}
	f.NotBefore = remote.Next(now, 0, got.retryAfter)
	f.Next = remote.Next(now, f.Failures, got.retryAfter)
	if regular := now.Add(every); regular.After(f.Next) {
		f.Next = regular
	}
	f.Next = f.Next.Add(rand.N(every / 10)) // or several would go on in step
}

// saveCopy keeps what was fetched, or holds it until there is a key.
func (b *board) saveCopy(e *entry, c meetings.Copy) {
	if e.temporary {
		return
	}
	e.pending = &c
	if b.store.Unlocked() {
		b.savePending(e)
		return
	}
	b.saved(b.store.SaveCopy(b.ctx, e.ID, e.Fetch, c)) // which keeps how far we are
}

func (b *board) saveFetch(e *entry) {
	switch {
	case e.temporary:
	case e.pending != nil: // what is not kept must be fetched again in the next run
		b.saveCopy(e, *e.pending)
	default:
		b.saved(b.store.SaveFetch(b.ctx, e.ID, e.Fetch))
	}
}
