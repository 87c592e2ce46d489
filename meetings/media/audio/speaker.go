package audio

import (
	"context"
	"fmt"
	"sync"
)

// speaker is a Sink on a real device.
type speaker struct {
	device *device
	block  [blockSamples]int16
	ready  []int16 // part of block that is still to be played
	fill   func(pcm []int16)

	mu      sync.Mutex
	started bool
}

func openSpeaker(ctx context.Context, name string) (Sink, error) {
	s := &speaker{}
	var err error
	s.device, err = openDevice(ctx, speakerRole, name, s.play)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// play runs on the device's thread. Devices ask for lengths of their own; fill
// is always asked for whole blocks.
func (s *speaker) play(output, _ []byte, _ uint32) {
	for len(output) >= 2 {
		if len(s.ready) == 0 {
			s.ready = s.block[:]
			s.fill(s.ready)
		}
		n := min(len(s.ready), len(output)/2)
		for i, sample := range s.ready[:n] {
			output[2*i], output[2*i+1] = byte(sample), byte(sample>>8)
		}
		s.ready, output = s.ready[n:], output[2*n:]
	}
}

func (s *speaker) Start(fill func(pcm []int16)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case <-s.device.closed:
		return ErrClosed
	default:
	}
	if s.started {
		return errStartedTwice
	}
	s.started = true
	s.fill = fill
	if err := s.device.run(); err != nil {
		return fmt.Errorf("starting speaker: %w", err)
	}
	return nil
}

func (s *speaker) gone() <-chan struct{} { return s.device.gone() }

func (s *speaker) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.device.close()
}
