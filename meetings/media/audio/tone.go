package audio

import "math"

const (
	toneHz = 440
	// toneLevelDB is the level of the tone over a whole beat, in dBFS.
	toneLevelDB = -20
	// A beat lasts one second and is silent for its last quarter, so that a
	// listener hears a missing piece as a broken rhythm. The slopes keep the
	// beats from clicking.
	toneBeat  = SampleRate
	toneOn    = SampleRate * 3 / 4
	toneSlope = SampleRate / 20
)

// tone makes a quiet 440 Hz tone in soft beats.
type tone struct {
	position  int // within the beat; 440 whole periods make a beat
	amplitude float64
}

func newTone() *tone {
	power := 0.0
	for i := range toneBeat {
		power += toneEnvelope(i) * toneEnvelope(i) / 2
	}
	rms := math.Sqrt(power / toneBeat)
	return &tone{amplitude: math.MaxInt16 * math.Pow(10, toneLevelDB/20.0) / rms}
}

func (t *tone) fill(pcm []int16) {
	for i := range pcm {
		phase := 2 * math.Pi * toneHz * float64(t.position) / SampleRate
		pcm[i] = int16(math.Round(t.amplitude * toneEnvelope(t.position) * math.Sin(phase)))
		t.position = (t.position + 1) % toneBeat
	}
}

// toneEnvelope is the loudness (0 to 1) at a position within the beat.
func toneEnvelope(position int) float64 {
	edge := min(position, toneOn-position)
	switch {
	case edge <= 0:
		return 0
	case edge >= toneSlope:
		return 1
	}
	return (1 - math.Cos(math.Pi*float64(edge)/toneSlope)) / 2
}
