// Package audio is the sound half of the call engine: microphones and
// speakers, the Opus codec, the jitter buffer, the mixer and the level meter.
//
// All sound inside the engine is 48 kHz, one channel, signed 16 bit, which is
// what Opus works at and what every sound system can be asked for. A sender
// reads a [Source] and gives each frame to an [Encoder]; a receiver pushes RTP
// packets into a [JitterBuffer], adds that to a [Mixer] and starts a [Sink]
// with the mixer's Fill:
//
//	sink, err := audio.OpenSink(ctx, "")
//	...
//	mixer := audio.NewMixer()
//	remove := mixer.Add(jitterBuffer.Pull)
//	defer remove()
//	err = sink.Start(mixer.Fill)
//
// Nothing touches the sound system before the first call of [OpenSource],
// [OpenSink] or [Devices]; a machine without sound is an ordinary error.
package audio

import "time"

const (
	// SampleRate is the sampling frequency of all sound in the engine, in Hz.
	SampleRate = 48000

	// FrameDuration is the length of the frames that are encoded and sent.
	FrameDuration = 20 * time.Millisecond

	// FrameSamples is the number of samples in FrameDuration.
	FrameSamples = 960

	// blockSamples is 10 ms: what devices work in, and what the length of a
	// read has to be a multiple of.
	blockSamples = SampleRate / 100
)

// samplesToDuration is the time that n samples last.
func samplesToDuration(n int64) time.Duration {
	return time.Duration(n) * time.Second / SampleRate
}

// durationToSamples is the number of whole samples in d.
func durationToSamples(d time.Duration) int {
	return int(d * SampleRate / time.Second)
}

// samplesToMs is the time that n samples last, in milliseconds.
func samplesToMs[T int | int64 | int32](n T) float64 {
	return float64(n) * 1000 / SampleRate
}
