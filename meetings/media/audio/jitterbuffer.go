package audio

import (
	"sync"
	"time"
)

// JitterBuffer makes an even stream of sound from RTP packets that arrive
// unevenly, out of order, twice or not at all. One goroutine calls Push,
// another Pull; Stats may be called from any.
//
// It waits with each packet as long as the network's jitter asks for. Lost
// packets are restored from the copy in the next packet, or else concealed.
// When sender and player run at different speeds, or the wait should change,
// short pieces of sound are left out or repeated, in quiet places if there
// are any.
type JitterBuffer struct {
	decoder *Decoder

	// Only Pull uses these.
	decoded [2 * MaxPacketSamples]int16 // room to stretch the longest packet
	ready   []int16                     // part of decoded that is still to be played
	payload [MaxPacketSize]byte         // copy of the packet that is being decoded
	fadeIn  bool                        // the last output was silence

	mu      sync.Mutex // guards what follows; never held while decoding
	playout playout
}

// JitterStats is what a JitterBuffer has seen; counts are since the beginning.
type JitterStats struct {
	JitterMs float64 // interarrival jitter (RFC 3550, section 6.4.1)
	DepthMs  float64 // sound that waits to be played
	TargetMs float64 // depth that is aimed at, 20 to 200 ms

	Received   uint64 // packets that were usable
	Lost       uint64 // packets that had not come when they should have been played
	Recovered  uint64 // of those lost, restored from the next packet
	Late       uint64 // packets that came after they should have been played
	Duplicates uint64 // packets that came again
	Discarded  uint64 // packets that were not Opus, too large, or skipped after a stall

	ConcealedSamples uint64 // invented to fill in for lost or late packets
	InsertedSamples  uint64 // added by stretching, to wait longer
	RemovedSamples   uint64 // left out, to wait shorter
}

// ConcealedMs is the time that was filled in for, in milliseconds.
func (s JitterStats) ConcealedMs() float64 { return samplesToMs(int64(s.ConcealedSamples)) }

// NewJitterBuffer makes an empty jitter buffer, which plays silence.
func NewJitterBuffer() (*JitterBuffer, error) {
	decoder, err := NewDecoder()
	if err != nil {
		return nil, err
	}
	return &JitterBuffer{decoder: decoder, playout: newPlayout()}, nil
}

// Push takes in the payload of an RTP packet with Opus; it keeps a copy.
// arrival is when the packet came from the network. An empty payload (padding)
// only accounts for its sequence number. Packets that are not usable are
// counted and dropped.
func (j *JitterBuffer) Push(seq uint16, timestamp uint32, payload []byte, arrival time.Time) {
	samples := 0
	if len(payload) > 0 {
		var err error
		if len(payload) <= MaxPacketSize {
			samples, err = packetSamples(payload)
		}
		if err != nil || samples == 0 {
			j.mu.Lock()
			j.playout.stats.Discarded++
			j.mu.Unlock()
			return
		}
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.playout.push(incoming{seq, timestamp, payload, samples, arrival})
}

// Pull fills pcm with the next sound: what a Sink's fill or a Mixer asks for.
// It never blocks on the network; without packets it is silent.
func (j *JitterBuffer) Pull(pcm []int16) {
	for len(pcm) > 0 {
		if len(j.ready) == 0 {
			j.refill()
		}
		n := copy(pcm, j.ready)
		pcm, j.ready = pcm[n:], j.ready[n:]
		j.mu.Lock()
		j.playout.unplayed = len(j.ready)
		j.mu.Unlock()
	}
}

// Stats returns the figures as of now.
func (j *JitterBuffer) Stats() JitterStats {
	j.mu.Lock()
	defer j.mu.Unlock()
	stats := j.playout.stats
	stats.JitterMs = j.playout.jitter.jitter * 1000 / SampleRate
	stats.TargetMs = samplesToMs(j.playout.jitter.target())
	stats.DepthMs = samplesToMs(j.playout.depth())
	return stats
}

// refill decodes or invents the next piece of sound.
func (j *JitterBuffer) refill() {
	j.mu.Lock()
	s := j.playout.next(j.payload[:])
	j.mu.Unlock()

	pcm := j.decoded[:s.samples]
	var err error
	switch s.kind {
	case stepDecode:
		_, err = j.decoder.Decode(j.payload[:s.size], j.decoded[:MaxPacketSamples])
	case stepRecover:
		err = j.decoder.DecodeFEC(j.payload[:s.size], pcm)
	case stepConceal, stepComfort:
		err = j.decoder.Conceal(pcm)
	case stepSilence:
		clear(pcm)
	}
	if err != nil {
		j.concealBroken(pcm)
	}
	pcm = j.adjust(s, pcm)
	j.fade(s, pcm)
	j.ready = pcm
}

// concealBroken stands in for a packet that looked sound but was not.
func (j *JitterBuffer) concealBroken(pcm []int16) {
	if j.decoder.Conceal(pcm) != nil {
		clear(pcm)
	}
	j.mu.Lock()
	j.playout.stats.Discarded++
	j.playout.stats.ConcealedSamples += uint64(len(pcm))
	j.mu.Unlock()
}

// adjust stretches or shortens decoded sound when the depth asks for it.
func (j *JitterBuffer) adjust(s step, pcm []int16) []int16 {
	if s.kind != stepDecode || s.excess == 0 {
		return pcm
	}
	adjusted := changeLength(j.decoded[:], len(pcm), s.excess)
	if change := len(adjusted) - len(pcm); change != 0 {
		j.mu.Lock()
		j.playout.lengthChanged(change)
		j.mu.Unlock()
	}
	return adjusted
}

// fade softens the edges between sound and the silence of an empty buffer.
func (j *JitterBuffer) fade(s step, pcm []int16) {
	silent := s.kind == stepSilence
	switch {
	case s.last:
		fadeOut(pcm)
	case j.fadeIn && !silent:
		fadeIn(pcm)
	}
	j.fadeIn = silent || s.last
}
