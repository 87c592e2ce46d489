package audio

import (
	"context"
	"sync"
	"time"
)

// maxBehind is how far a paced device may fall behind before it gives up the
// lost time instead of catching up in a burst, as when the machine has slept.
const maxBehind = 200 * time.Millisecond

// pacer lets samples through at SampleRate by the system's clock.
type pacer struct {
	start   time.Time
	samples int64 // since start, which moves on so that this stays small
}

// wait returns when n more samples are due, or early with the context's error
// or ErrClosed.
func (p *pacer) wait(ctx context.Context, closed <-chan struct{}, n int) error {
	if p.start.IsZero() {
		p.start = time.Now()
	}
	if p.samples += int64(n); p.samples > SampleRate {
		p.start = p.start.Add(time.Second)
		p.samples -= SampleRate
	}
	due := time.Until(p.start.Add(samplesToDuration(p.samples)))
	if due < -maxBehind {
		p.start, p.samples = time.Now(), 0
	}
	timer := time.NewTimer(due)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-closed:
		return ErrClosed
	case <-timer.C:
		return nil
	}
}

// pacedSource makes sound by a function at the pace of the system's clock.
type pacedSource struct {
	fill      func(pcm []int16)
	pacer     pacer
	closed    chan struct{}
	closeOnce sync.Once
}

func newPacedSource(fill func(pcm []int16)) *pacedSource {
	return &pacedSource{fill: fill, closed: make(chan struct{})}
}

func (s *pacedSource) Read(ctx context.Context, pcm []int16) error {
	if err := checkReadSize(pcm); err != nil {
		return err
	}
	if err := s.pacer.wait(ctx, s.closed, len(pcm)); err != nil {
		return err
	}
	s.fill(pcm)
	return nil
}

func (s *pacedSource) Close() error {
	s.closeOnce.Do(func() { close(s.closed) })
	return nil
}
