package call

import (
	"context"
	"sync"
	"time"

	"hjemmekontor/meetings/media/audio"
)

// speakerTimeout bounds how long opening a loudspeaker may take.
const speakerTimeout = 10 * time.Second

// speaker plays what a call is heard as. It opens the device off the caller's
// goroutine; where that fails, or the device disappears, it says so and goes on
// without sound, so that the rest of the call is not held up.
type speaker struct {
	spec string
	fill func(pcm []int16)
	lost func(error)

	once   sync.Once
	cancel context.CancelFunc
	ctx    context.Context
	wg     sync.WaitGroup
}

func newSpeaker(spec string, fill func([]int16), lost func(error)) *speaker {
	s := &speaker{spec: spec, fill: fill, lost: lost}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	return s
}

// open begins to play. Only the first call counts.
func (s *speaker) open() {
	s.once.Do(func() { s.wg.Go(s.run) })
}

// close stops playing and waits for it.
func (s *speaker) close() {
	s.once.Do(func() {}) // never opened
	s.cancel()
	s.wg.Wait()
}

// run plays on the device, and into the void when that fails.
func (s *speaker) run() {
	for _, spec := range []string{s.spec, audio.SpecNone} {
		err := s.play(spec)
		if s.ctx.Err() != nil {
			if err != nil {
				s.lost(err) // such as a recording that could not be finished
			}
			return
		}
		s.lost(err)
	}
}

// play plays on one device until it fails or the speaker is closed.
func (s *speaker) play(spec string) error {
	ctx, cancel := context.WithTimeout(s.ctx, speakerTimeout)
	defer cancel()
	sink, err := audio.OpenSink(ctx, spec)
	if err != nil {
		return err
	}
	if err := sink.Start(s.fill); err != nil {
		_ = sink.Close()
		return err
	}
	select {
	case <-s.ctx.Done():
		return sink.Close()
	case <-audio.Gone(sink):
		_ = sink.Close()
		return audio.ErrGone
	}
}
