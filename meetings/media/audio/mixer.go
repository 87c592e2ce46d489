package audio

import (
	"math"
	"slices"
	"sync"
)

// Mixer sums the sound of several sources into one without clipping: when the
// sum would exceed the range, a limiter turns everything down at once and back
// up over the following half second. A single source passes unchanged.
type Mixer struct {
	mu      sync.Mutex
	pulls   []*mixerInput
	gain    float64
	sum     []int32
	scratch []int16
}

type mixerInput struct{ pull func(pcm []int16) }

const (
	// mixerMaxBlock bounds how much is mixed at a time.
	mixerMaxBlock = FrameSamples
	// limiterRelease is the gain regained each sample.
	limiterRelease = 1.0 / (SampleRate / 2)
)

// NewMixer returns a mixer with no sources, which is silent.
func NewMixer() *Mixer {
	return &Mixer{
		gain:    1,
		sum:     make([]int32, mixerMaxBlock),
		scratch: make([]int16, mixerMaxBlock),
	}
}

// Add makes the mixer draw from pull, which must fill all it is given, until
// remove is called. pull is not running and will not be called again when
// remove has returned.
func (m *Mixer) Add(pull func(pcm []int16)) (remove func()) {
	input := &mixerInput{pull}
	m.mu.Lock()
	m.pulls = append(m.pulls, input)
	m.mu.Unlock()
	return func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.pulls = slices.DeleteFunc(m.pulls, func(other *mixerInput) bool { return other == input })
	}
}

// Fill writes the mix of all sources to pcm. It is what a Sink is started
// with.
func (m *Mixer) Fill(pcm []int16) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for len(pcm) > 0 {
		n := min(len(pcm), mixerMaxBlock)
		m.mix(pcm[:n])
		pcm = pcm[n:]
	}
}

func (m *Mixer) mix(pcm []int16) {
	sum := m.sum[:len(pcm)]
	clear(sum)
	for _, input := range m.pulls {
		scratch := m.scratch[:len(pcm)]
		input.pull(scratch)
		for i, sample := range scratch {
			sum[i] += int32(sample)
		}
	}
	m.limit(pcm, sum)
}

// limit writes sum to pcm, turned down where it would clip: quickly to what
// the loudest sample of the block needs, and slowly up again.
func (m *Mixer) limit(pcm []int16, sum []int32) {
	peak := int32(0)
	for _, sample := range sum {
		peak = max(peak, sample, -sample)
	}
	needed := 1.0
	if peak > math.MaxInt16 {
		needed = math.MaxInt16 / float64(peak)
	}
	attack := max(0, (m.gain-needed)/limiterAttackSamples)
	for i, sample := range sum {
		if m.gain > needed {
			m.gain = max(needed, m.gain-attack)
		} else {
			m.gain = min(needed, m.gain+limiterRelease)
		}
		pcm[i] = clampSample(float64(sample) * m.gain)
	}
}

// limiterAttackSamples is how long the limiter takes to turn down (1 ms): a
// step would click, and what still exceeds meanwhile is clamped.
const limiterAttackSamples = SampleRate / 1000

func clampSample(value float64) int16 {
	return int16(max(math.MinInt16, min(math.MaxInt16, math.Round(value))))
}
