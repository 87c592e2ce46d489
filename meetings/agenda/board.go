package agenda

import (
	"context"
	"slices"
	"strconv"
	"sync"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar"
)

// board is what Run's goroutine knows, and nobody else touches.
type board struct {
	*Agenda
	ctx     context.Context
	changed func(View)
	remind  func(Meeting)

	workers sync.WaitGroup
	results chan func() // what workers have found, to be taken in here

	entries []*entry
	lead    int   // minutes
	loaded  bool  // copies of an earlier run have been read, or cannot be
	unsaved error // of the store

	opening bool      // the keyring is being asked
	askAt   time.Time // when it is to be asked, zero for not until somebody wants it

	fetching *entry    // is being fetched
	quiet    time.Time // until then no other is fetched from the network

	dirty    bool // something to be shown has changed
	shownAt  time.Time
	changeAt time.Time // when the clock itself makes for another View
	reminded map[string]bool
}

// entry is a calendar.
type entry struct {
	meetings.Calendar
	temporary bool // its secret is kept for this run only, and so is it
	secret    secret
	trouble   error
	skipped   int

	parsed  *calendar.Calendar // nil if there is nothing yet
	me      []string
	pending *meetings.Copy // not in the store yet, since that has no key

	found []calendar.Occurrence // from foundOn for Days days
	// foundOn is the day they were laid out for; zero if they are to be anew.
	foundOn time.Time
	crowded error // there were too many
}

// load reads what the store knows without a key.
func (b *board) load() error {
	calendars, err := b.store.Calendars(b.ctx)
	if err != nil {
		return err
	}
	if b.lead, err = b.readLead(); err != nil {
		return err
	}
	for _, c := range calendars {
		if c.Kind == meetings.File {
			c.Fetch.Next = time.Time{} // looked at when the program starts
		}
		b.entries = append(b.entries, &entry{Calendar: c, trouble: errorOf(c.Fetch.Trouble)})
	}
	b.dirty = true
	b.loaded = len(b.entries) == 0
	if !b.loaded {
		b.askAt = b.now()
	}
	return nil
}

// leadKey is the setting of how many minutes before a meeting the user is
// reminded.
const leadKey = "remind-minutes"

// DefaultLead is how many minutes before a meeting the user is reminded who has
// not said otherwise, and MaxLead the most that can be said.
const (
	DefaultLead = 5
	MaxLead     = 120
)

func (b *board) readLead() (int, error) {
	value, found, err := b.store.Setting(b.ctx, leadKey)
	if err != nil {
		return 0, err
	}
	lead, parsed := strconv.Atoi(value)
	if !found || parsed != nil || lead < 0 || lead > MaxLead {
		lead = DefaultLead
	}
	return lead, nil
}

// entry returns a calendar, nil if it is not there any more.
func (b *board) entry(id string) *entry {
	at := slices.IndexFunc(b.entries, func(e *entry) bool { return e.ID == id })
	if at < 0 {
		return nil
	}
	return b.entries[at]
}

// work runs find beside this goroutine, which then runs what find returns.
func (b *board) work(find func(context.Context) (apply func())) {
	b.workers.Go(func() {
		apply := find(b.ctx)
		select {
		case b.results <- apply:
		case <-b.ctx.Done():
		}
	})
}

// begin starts what is to be done by now.
func (b *board) begin() {
	now := b.now()
	if !b.opening && !b.askAt.IsZero() && !now.Before(b.askAt) {
		b.open()
	}
	if b.fetching != nil {
		return
	}
	if e, at := b.nextDue(now); e != nil && !now.Before(at) {
		b.fetchOne(e)
	}
}

// pause is how long there is nothing to do.
func (b *board) pause() time.Duration {
	now := b.now()
	until := now.Add(tick)
	sooner := func(t time.Time) {
		if t.Before(until) {
			until = t
		}
	}
	sooner(b.changeAt)
	if !b.opening && !b.askAt.IsZero() {
		sooner(b.askAt)
	}
	if b.fetching == nil {
		if e, at := b.nextDue(now); e != nil {
			sooner(at)
		}
	}
	return max(until.Sub(now), 0)
}

// saved keeps in mind whether the store could keep something.
func (b *board) saved(err error) {
	if b.ctx.Err() == nil {
		b.unsaved = err
	}
}
