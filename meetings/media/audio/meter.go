package audio

import (
	"math"
	"sync"
)

const (
	// SilenceDB is the level of silence, as in RFC 6464.
	SilenceDB = -127.0

	meterBlocks = 50 // of 20 ms: one second
)

// Meter measures the level of the last second of sound. Write and LevelDB may
// be called from different goroutines. The zero Meter is ready to use.
type Meter struct {
	mu     sync.Mutex
	blocks [meterBlocks]float64 // sum of squares of 20 ms each
	sum    float64              // of the block being filled
	filled int                  // samples in the block being filled
	at     int                  // index of the oldest block
}

// Write adds sound that was captured or played.
func (m *Meter) Write(pcm []int16) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, sample := range pcm {
		m.sum += float64(sample) * float64(sample)
		m.filled++
		if m.filled == FrameSamples {
			m.blocks[m.at] = m.sum
			m.at = (m.at + 1) % meterBlocks
			m.sum, m.filled = 0, 0
		}
	}
}

// LevelDB is the RMS level of the last second in dBFS, from -127 (silence) to
// 0 (a square wave at the limit). A second that has not been filled yet counts
// as silent before its beginning.
func (m *Meter) LevelDB() float64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	sum := 0.0
	for _, block := range m.blocks {
		sum += block
	}
	return toDB(sum / (meterBlocks * FrameSamples))
}

// Reset forgets what was measured, as when a microphone is muted.
func (m *Meter) Reset() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.blocks = [meterBlocks]float64{}
	m.sum, m.filled = 0, 0
}

// toDB turns a mean square of 16 bit samples into dBFS.
func toDB(meanSquare float64) float64 {
	const fullScale = -math.MinInt16
	if meanSquare <= 0 {
		return SilenceDB
	}
	return min(0, max(SilenceDB, 10*math.Log10(meanSquare/(fullScale*fullScale))))
}

// levelDB is the RMS level of pcm in dBFS.
func levelDB(pcm []int16) float64 {
	sum := 0.0
	for _, sample := range pcm {
		sum += float64(sample) * float64(sample)
	}
	return toDB(sum / float64(max(1, len(pcm))))
}
