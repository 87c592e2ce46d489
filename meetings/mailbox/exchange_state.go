package mailbox

import (
	"context"
	"fmt"
	"time"
)

// update changes the session and tells everyone who waits for it.
func (x *Exchange) update(change func(*session)) {
	x.mu.Lock()
	defer x.mu.Unlock()
	change(x.session)
	x.spread()
}

// spread, with the lock held, wakes the writer and the waiting, ends what is
// done, and limits how long a session that is closing may go on.
func (x *Exchange) spread() {
	if len(x.session.out) > 0 {
		select {
		case x.wake <- struct{}{}:
		default: // it is awake
		}
	}
	switch {
	case x.session.done():
		x.cancel()
	case x.session.closing && x.deadline == nil:
		x.deadline = time.AfterFunc(x.config.CloseTimeout, x.cancel)
		close(x.closing)
	}
	close(x.changed)
	x.changed = make(chan struct{})
}

// await calls try, which may change the session, until it succeeds, the
// exchange is over, or ctx ends.
func (x *Exchange) await(ctx context.Context, try func(*session) bool) error {
	for {
		changed, err := x.attempt(try)
		if changed == nil {
			return err
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// attempt calls try once. It returns a channel to wait on if there is reason to
// try again, and otherwise how it ended.
func (x *Exchange) attempt(try func(*session) bool) (<-chan struct{}, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	switch {
	case try(x.session):
		x.spread()
		return nil, nil
	case x.session.err != nil:
		return nil, x.session.err
	case x.session.closing:
		return nil, ErrClosed
	}
	return x.changed, nil
}

// takeOut takes what is to be sent on this connection.
func (x *Exchange) takeOut() []request {
	x.mu.Lock()
	defer x.mu.Unlock()
	out := x.session.out
	x.session.out = nil
	return out
}

// farewell tells whether an exchange that has ended did so tidily.
func (x *Exchange) farewell() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.session.err == nil && !x.session.done() {
		return fmt.Errorf("closing mailbox: %w", ErrUnreachable)
	}
	return nil
}

// finish ends what the exchange still holds when run returns.
func (x *Exchange) finish() {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.deadline != nil {
		x.deadline.Stop()
	}
	x.cancel()
	x.spread()
}
