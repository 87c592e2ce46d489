package mailbox

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/coder/websocket"
)

// How long to wait between attempts to reconnect: doubling from the first to
// the longest, each varied so that many clients do not come back at once.
const (
	firstDelay   = 250 * time.Millisecond
	longestDelay = 10 * time.Second
	// usefulAfter is how long a connection must have lasted for the delays to
	// start over, and stableAfter for it to have ended the outage; a server that
	// hangs up at once would otherwise be dialled without end.
	usefulAfter = 2 * time.Second
	stableAfter = 15 * time.Second
)

// outage follows a server that has gone away.
type outage struct {
	since    time.Time
	attempts int
}

// begin notes that a connection made at a time has been lost.
func (o *outage) begin(connected time.Time) {
	lasted := time.Since(connected)
	if o.since.IsZero() || lasted >= stableAfter {
		o.since = time.Now()
	}
	if lasted >= usefulAfter {
		o.attempts = 0
	}
}

// delay is how long to wait before the next attempt.
func (o *outage) delay() time.Duration {
	d := longestDelay
	if o.attempts < 6 {
		d = min(d, firstDelay<<o.attempts)
	}
	o.attempts++
	return d/2 + rand.N(d)
}

// run keeps the session connected until it is done, the server has been gone
// for longer than the configured patience, or ctx ends.
func (x *Exchange) run(ctx context.Context, conn *websocket.Conn) {
	defer close(x.ended)
	defer x.finish()
	var gone outage
	for {
		connected := time.Now()
		x.serve(ctx, conn)
		if ctx.Err() != nil {
			return
		}
		gone.begin(connected)
		next, err := x.redial(ctx, &gone)
		if err != nil {
			x.update(func(s *session) { s.abandon(err) })
			return
		}
		conn = next
	}
}

// redial tries until it succeeds or patience ends. An exchange that is closing
// has little time left, so it does not wait long.
func (x *Exchange) redial(ctx context.Context, gone *outage) (*websocket.Conn, error) {
	var last error
	closing := x.closing
	for {
		delay := gone.delay()
		if closing == nil {
			delay = firstDelay
		}
		if time.Since(gone.since)+delay > x.config.Patience {
			if last == nil {
				last = ErrUnreachable
			}
			return nil, fmt.Errorf("reconnecting for %v: %w", x.config.Patience, last)
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(delay):
		case <-closing:
			closing = nil
		}
		conn, err := x.dialer.dial(ctx)
		if err == nil {
			return conn, nil
		}
		last = err
	}
}
