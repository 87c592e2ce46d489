// Package pulsetest gives tests a PulseAudio server of their own, with two
// speakers that nobody hears, Spk and Mic. What is played into one of them can
// be captured from its monitor, so the pair stands in for a real speaker and a
// real microphone:
//
//	server := pulsetest.Start(t)
//	sink, err := audio.OpenSink(ctx, pulsetest.Spk)
//	source, err := audio.OpenSource(ctx, pulsetest.MonitorOf(pulsetest.Spk))
package pulsetest

// Names of the speakers as the system shows them.
const (
	Spk = "Test-speaker"
	Mic = "Test-microphone"
)

// MonitorOf is the name of the microphone that hears what a speaker plays.
func MonitorOf(speaker string) string { return "Monitor of " + speaker }
