package video

import (
	"context"
	"sync"
	"time"
)

// pace lets one reader through at a steady rate, for sources that have no
// clock of their own.
type pace struct {
	interval time.Duration
	next     time.Time
	closed   chan struct{}
	once     sync.Once
}

func newPace(frameRate float64) *pace {
	return &pace{
		interval: time.Duration(float64(time.Second) / frameRate),
		closed:   make(chan struct{}),
	}
}

// wait returns the time of the next picture when it has come. A reader that
// fell behind gets its picture at once, and the beat goes on from there:
// missed pictures are not made up for.
func (p *pace) wait(ctx context.Context) (time.Time, error) {
	select {
	case <-p.closed:
		return time.Time{}, ErrClosed
	default:
	}
	if err := ctx.Err(); err != nil {
		return time.Time{}, err
	}
	now := time.Now()
	if p.next.IsZero() || now.Sub(p.next) > p.interval {
		p.next = now
	}
	if delay := p.next.Sub(now); delay > 0 {
		timer := time.NewTimer(delay)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-p.closed:
			return time.Time{}, ErrClosed
		case <-ctx.Done():
			return time.Time{}, ctx.Err()
		}
	}
	p.next = p.next.Add(p.interval)
	return time.Now(), nil
}

// close ends every wait, now and later.
func (p *pace) close() { p.once.Do(func() { close(p.closed) }) }
