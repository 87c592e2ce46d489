package audio

import (
	"context"
	"fmt"
)

// Sink plays sound, or stands in for what does.
type Sink interface {
	// Start begins to play. The sink calls fill whenever it wants the next
	// sound, always for a multiple of 480 samples (10 ms), never twice at the
	// same time and never after Close has returned. fill must write all of
	// pcm and must not block, since on a real device it runs on the thread
	// that feeds it. It must not call Close. Start is called once.
	Start(fill func(pcm []int16)) error
	// Close stops playing and releases the device. It returns the first error
	// that playing met, such as a full disk or ErrGone.
	Close() error
}

// OpenSink opens what spec names: "none" for a clock that pulls sound and
// throws it away, a file ending in .wav that records what would have been
// heard, "" for the system's default speaker, or a speaker by its name. It
// fails with ErrBadFile, ErrNoSpeaker, ErrUnknownSpeaker, ErrNotAllowed or
// ErrInUse. An existing WAV file is replaced.
func OpenSink(ctx context.Context, spec string) (Sink, error) {
	switch {
	case spec == SpecNone:
		return newPacedSink(discard{}), nil
	case isWAVName(spec):
		recorder, err := createWAV(spec, maxRecordedSamples)
		if err != nil {
			return nil, fmt.Errorf("creating sound file %q: %w", spec, err)
		}
		return newPacedSink(recorder), nil
	}
	sink, err := openSpeaker(ctx, spec)
	if err != nil {
		return nil, fmt.Errorf("opening speaker %q: %w", spec, err)
	}
	return sink, nil
}

// Gone returns a channel that is closed when the device behind a Source or
// Sink disappears (unplugged, sound server ended); the owner then closes it
// and may open another. For what cannot disappear it is nil, which in a
// select waits for ever.
func Gone(sourceOrSink any) <-chan struct{} {
	if device, ok := sourceOrSink.(interface{ gone() <-chan struct{} }); ok {
		return device.gone()
	}
	return nil
}
