package agenda

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar/remote"
)

// Fetcher gets calendars from the network. A [*remote.Client] is one.
type Fetcher interface {
	Fetch(ctx context.Context, address string, since remote.Validators) (remote.Answer, error)
	FetchCollection(ctx context.Context, collection, user, password string, from, to time.Time, since remote.Validators) (remote.Answer, error)
}

var _ Fetcher = (*remote.Client)(nil)

// Options are what differs between the program and its tests. The zero value is
// for everybody.
type Options struct {
	// Zone is where the user is; nil for [time.Local].
	Zone *time.Location
	// Every is how often a calendar is fetched, no less than
	// [remote.MinInterval]; 0 for a quarter of an hour.
	Every time.Duration
}

// defaultEvery is how often a calendar is fetched.
const defaultEvery = 15 * time.Minute

// ErrEnded means that Run has ended, and nobody does any more what is asked for.
var ErrEnded = errors.New("agenda has ended")

// Agenda is the user's calendars. Its methods are safe for concurrent use. Until
// Run has begun they wait for it.
type Agenda struct {
	store   *meetings.Store
	keyring meetings.Keyring
	client  Fetcher
	zone    *time.Location
	every   time.Duration
	clock   func() time.Time // replaced in tests that let the machine sleep

	requests chan func(*board)
	once     sync.Once
	ended    chan struct{} // closed when Run has returned
}

// New returns the agenda of the calendars in a store. It touches neither disk nor
// keyring before Run.
func New(store *meetings.Store, keyring meetings.Keyring, client Fetcher, options Options) *Agenda {
	a := &Agenda{
		store: store, keyring: keyring, client: client,
		zone: options.Zone, every: max(options.Every, remote.MinInterval), clock: time.Now,
		requests: make(chan func(*board)), ended: make(chan struct{}),
	}
	if a.zone == nil {
		a.zone = time.Local
	}
	if options.Every == 0 {
		a.every = defaultEvery
	}
	return a
}

// now is the time on the wall. Go's monotonic clock stands still while the
// machine sleeps, so it is taken off.
func (a *Agenda) now() time.Time { return a.clock().Round(0).In(a.zone) }

// tick is the longest that Run sleeps: no timer tells that the machine has woken
// up, and files are looked at as often.
const tick = time.Minute

// Run reads the calendars and keeps them up to date until ctx ends; it is called
// once. changed is told whenever something to be shown changes: what a calendar
// holds, how it stands with it, and that the clock has passed midnight, the
// start or end of a meeting, ten minutes before it or when the user is to be
// reminded. remind is told, once for every meeting also over restarts, when that
// is. Both run on Run's goroutine and must not call the Agenda.
//
// The error is that of the store if the calendars cannot be read at all, and nil
// when ctx ends.
func (a *Agenda) Run(ctx context.Context, changed func(View), remind func(Meeting)) error {
	defer a.once.Do(func() { close(a.ended) })
	ctx, cancel := context.WithCancel(ctx)
	b := &board{Agenda: a, ctx: ctx, changed: changed, remind: remind, results: make(chan func()), reminded: make(map[string]bool)}
	defer b.workers.Wait()
	defer cancel()
	if err := b.load(); err != nil {
		return fmt.Errorf("reading calendars: %w", err)
	}
	timer := time.NewTimer(tick)
	defer timer.Stop()
	for {
		b.begin()
		b.show()
		timer.Reset(b.pause())
		select {
		case <-ctx.Done():
			return nil
		case request := <-a.requests:
			request(b)
		case apply := <-b.results:
			apply()
		case <-timer.C:
		}
	}
}

// do has Run's goroutine do something, and returns what came of it once that has
// been told.
func (a *Agenda) do(ctx context.Context, act func(*board) error) error {
	done := make(chan error, 1)
	request := func(b *board) {
		err := act(b)
		b.show()
		done <- err
	}
	select {
	case a.requests <- request:
		return <-done
	case <-ctx.Done():
		return ctx.Err()
	case <-a.ended:
		return ErrEnded
	}
}
