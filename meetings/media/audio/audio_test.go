package audio

import (
	"context"
	"math"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// toneShareDB is how much of the power of pcm lies at a frequency, in dB: near
// 0 for a pure tone, far below for anything else (Goertzel's algorithm).
func toneShareDB(pcm []int16, hz float64) float64 {
	coefficient := 2 * math.Cos(2*math.Pi*hz/SampleRate)
	var s1, s2, power float64
	for _, sample := range pcm {
		value := float64(sample)
		s1, s2 = value+coefficient*s1-s2, s1
		power += value * value
	}
	n := float64(len(pcm))
	atFrequency := 2 * (s1*s1 + s2*s2 - coefficient*s1*s2) / n
	return 10 * math.Log10((atFrequency+1e-9)/(power+1e-3))
}

// sine is steady sound of one frequency; amplitude 1 is full scale.
func sine(samples int, hz, amplitude float64) []int16 {
	pcm := make([]int16, samples)
	for i := range pcm {
		pcm[i] = int16(math.MaxInt16 * amplitude * math.Sin(2*math.Pi*hz*float64(i)/SampleRate))
	}
	return pcm
}

// readFor reads sound of that length in frames of 20 ms.
func readFor(t *testing.T, source Source, length time.Duration) []int16 {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), length+10*time.Second)
	defer cancel()
	pcm := make([]int16, durationToSamples(length))
	for at := 0; at < len(pcm); at += FrameSamples {
		if err := source.Read(ctx, pcm[at:at+FrameSamples]); err != nil {
			t.Fatalf("reading at %v: %v", samplesToDuration(int64(at)), err)
		}
	}
	return pcm
}
