package audio

import (
	"math"
	"slices"
	"testing"
)

// repeat pulls a sound over and over.
func repeat(sound []int16) func(pcm []int16) {
	at := 0
	return func(pcm []int16) {
		for i := range pcm {
			pcm[i] = sound[at]
			at = (at + 1) % len(sound)
		}
	}
}

func TestOneSourcePassesUnchanged(t *testing.T) {
	mixer := NewMixer()
	loud := sine(SampleRate, 300, 1)
	mixer.Add(repeat(loud))
	heard := make([]int16, len(loud))
	mixer.Fill(heard)
	if !slices.Equal(heard, loud) {
		t.Error("the sound was changed")
	}
}

func TestSourcesAreSummed(t *testing.T) {
	mixer := NewMixer()
	mixer.Add(repeat(sine(SampleRate, 300, 0.2)))
	remove := mixer.Add(repeat(sine(SampleRate, 700, 0.2)))
	heard := make([]int16, SampleRate)
	mixer.Fill(heard)
	for _, hz := range []float64{300, 700} {
		if share := toneShareDB(heard, hz); math.Abs(share - -3.01) > 0.1 {
			t.Errorf("the tone of %.0f Hz is %.2f dB of the mix", hz, share)
		}
	}
	remove()
	mixer.Fill(heard)
	if share := toneShareDB(heard, 700); share > -60 {
		t.Errorf("a removed source is still heard: %.1f dB", share)
	}
}

func TestManyLoudSourcesDoNotClip(t *testing.T) {
	mixer := NewMixer()
	for range 8 {
		mixer.Add(repeat(sine(SampleRate, 300, 0.9)))
	}
	heard := make([]int16, SampleRate)
	mixer.Fill(heard)
	settled := heard[limiterAttackSamples:]
	// A clipped sine is distorted: its own frequency is less than all of it.
	if share := toneShareDB(settled[:SampleRate/2], 300); share < -0.01 {
		t.Errorf("distorted: the tone is %.3f dB of the mix", share)
	}
	if peak := slices.Max(settled); peak < math.MaxInt16*9/10 {
		t.Errorf("turned down too far: peak %d", peak)
	}
}

func TestTheLimiterLetsGo(t *testing.T) {
	mixer := NewMixer()
	quiet := sine(SampleRate, 300, 0.1)
	mixer.Add(repeat(quiet))
	remove := mixer.Add(repeat(sine(SampleRate, 300, 1)))
	remove2 := mixer.Add(repeat(sine(SampleRate, 300, 1)))
	heard := make([]int16, SampleRate)
	mixer.Fill(heard)
	remove()
	remove2()
	mixer.Fill(heard)
	if got, want := levelDB(heard[SampleRate/2:]), levelDB(quiet); math.Abs(got-want) > 0.01 {
		t.Errorf("after a second of quiet: %.2f dBFS, want %.2f", got, want)
	}
}

func TestNoSourcesIsSilence(t *testing.T) {
	heard := sine(FrameSamples, 300, 1)
	NewMixer().Fill(heard)
	if level := levelDB(heard); level != SilenceDB {
		t.Errorf("%.1f dBFS", level)
	}
}

func TestMeter(t *testing.T) {
	square := make([]int16, SampleRate)
	for i := range square {
		square[i] = math.MinInt16
	}
	for _, test := range []struct {
		name  string
		sound []int16
		want  float64
	}{
		{"nothing", nil, SilenceDB},
		{"silence", make([]int16, SampleRate), SilenceDB},
		{"the loudest there is", square, 0},
		{"a full sine", sine(SampleRate, 400, 1), -3.01},
		{"half a second of it", sine(SampleRate/2, 400, 1), -6.02},
		{"loud long ago, then quiet", append(sine(SampleRate, 400, 1), sine(SampleRate, 400, 0.01)...), -43.01},
	} {
		t.Run(test.name, func(t *testing.T) {
			var meter Meter
			for block := range slices.Chunk(test.sound, blockSamples) {
				meter.Write(block)
			}
			if got := meter.LevelDB(); math.Abs(got-test.want) > 0.05 {
				t.Errorf("%.2f dBFS, want %.2f", got, test.want)
			}
			meter.Reset()
			if got := meter.LevelDB(); got != SilenceDB {
				t.Errorf("after a reset: %.2f dBFS", got)
			}
		})
	}
}

func BenchmarkMixer(b *testing.B) {
	mixer := NewMixer()
	for range 4 {
		mixer.Add(repeat(sine(SampleRate, 300, 0.9)))
	}
	pcm := make([]int16, blockSamples)
	b.ReportAllocs()
	for b.Loop() {
		mixer.Fill(pcm)
	}
}
