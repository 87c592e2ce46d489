package audio

import (
	"context"
	"fmt"
	"strings"
)

// Source is a microphone or what stands in for one.
type Source interface {
	// Read fills pcm with the next sound, at the pace of the device. The
	// length of pcm is a multiple of 480 samples (10 ms). One goroutine reads
	// at a time. It fails with the context's error, ErrClosed, or ErrGone
	// when the device has disappeared.
	Read(ctx context.Context, pcm []int16) error
	// Close releases the device and makes a waiting Read return ErrClosed.
	Close() error
}

// Words that OpenSource and OpenSink take instead of a device name.
const (
	// SpecTone is a quiet tone that comes and goes.
	SpecTone = "tone"
	// SpecNone is silence as a source, and a place to throw sound as a sink.
	SpecNone = "none"
	// SpecDefault is the device the system uses by default, also when that changes.
	SpecDefault = ""
)

// OpenSource opens what spec names: "tone", "none", a file ending in .wav,
// "" for the system's default microphone, or a microphone by its name. It
// fails with ErrBadFile, ErrNoMicrophone, ErrUnknownMicrophone, ErrNotAllowed
// or ErrInUse.
func OpenSource(ctx context.Context, spec string) (Source, error) {
	switch {
	case spec == SpecTone:
		return newPacedSource(newTone().fill), nil
	case spec == SpecNone:
		return newPacedSource(func(pcm []int16) { clear(pcm) }), nil
	case isWAVName(spec):
		clip, err := loadWAV(spec)
		if err != nil {
			return nil, fmt.Errorf("opening sound file %q: %w", spec, err)
		}
		return newPacedSource(newClipPlayer(clip).fill), nil
	}
	source, err := openMicrophone(ctx, spec)
	if err != nil {
		return nil, fmt.Errorf("opening microphone %q: %w", spec, err)
	}
	return source, nil
}

func isWAVName(spec string) bool {
	return strings.HasSuffix(strings.ToLower(spec), ".wav")
}

func checkReadSize(pcm []int16) error {
	if len(pcm) == 0 || len(pcm)%blockSamples != 0 {
		return fmt.Errorf("reading sound: %d samples is not a multiple of %d", len(pcm), blockSamples)
	}
	return nil
}
