package audio

import (
	"context"
	"errors"
	"sync"
)

// pcmWriter receives what a paced sink pulls.
type pcmWriter interface {
	writePCM(pcm []int16) error
	Close() error
}

// discard is the pcmWriter of the sink "none".
type discard struct{}

func (discard) writePCM([]int16) error { return nil }
func (discard) Close() error           { return nil }

// pacedSink pulls sound at the pace of the system's clock and hands it to a
// writer.
type pacedSink struct {
	writer pcmWriter

	mu      sync.Mutex
	started bool
	closed  bool
	err     error // first error of the writer

	stop chan struct{}
	done sync.WaitGroup
}

func newPacedSink(w pcmWriter) *pacedSink {
	return &pacedSink{writer: w, stop: make(chan struct{})}
}

func (s *pacedSink) Start(fill func(pcm []int16)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.closed:
		return ErrClosed
	case s.started:
		return errStartedTwice
	}
	s.started = true
	s.done.Go(func() { s.run(fill) })
	return nil
}

var errStartedTwice = errors.New("sink started twice")

// run pulls until Close. A failing writer is not asked again, but the pulling
// goes on: whoever fills must not notice that a recording has ended.
func (s *pacedSink) run(fill func(pcm []int16)) {
	var clock pacer
	var failed bool
	pcm := make([]int16, FrameSamples)
	for clock.wait(context.Background(), s.stop, len(pcm)) == nil {
		fill(pcm)
		if failed {
			continue
		}
		if err := s.writer.writePCM(pcm); err != nil {
			failed = true
			s.mu.Lock()
			s.err = err
			s.mu.Unlock()
		}
	}
}

func (s *pacedSink) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	s.mu.Unlock()

	close(s.stop)
	s.done.Wait()
	return errors.Join(s.err, s.writer.Close())
}
