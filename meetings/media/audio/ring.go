package audio

import "sync/atomic"

// ring carries samples from the sound device's thread to a reader without a
// lock: one writer, one reader. Positions only grow; the slot is the position
// modulo the size, which is a power of two.
type ring struct {
	samples []int16
	written atomic.Uint64
	read    atomic.Uint64
}

// newRing makes a ring for size samples; size must be a power of two.
func newRing(size int) *ring {
	return &ring{samples: make([]int16, size)}
}

// buffered is the number of samples that can be read now.
func (r *ring) buffered() int {
	return int(r.written.Load() - r.read.Load())
}

// writeBytes appends little-endian samples and returns how many found room.
func (r *ring) writeBytes(raw []byte) int {
	written := r.written.Load()
	room := len(r.samples) - int(written-r.read.Load())
	n := min(len(raw)/2, room)
	mask := uint64(len(r.samples) - 1)
	for i := range n {
		r.samples[(written+uint64(i))&mask] = int16(uint16(raw[2*i]) | uint16(raw[2*i+1])<<8)
	}
	r.written.Store(written + uint64(n))
	return n
}

// readInto fills pcm if that many samples are there, else reads nothing.
func (r *ring) readInto(pcm []int16) bool {
	if r.buffered() < len(pcm) {
		return false
	}
	read := r.read.Load()
	mask := uint64(len(r.samples) - 1)
	for i := range pcm {
		pcm[i] = r.samples[(read+uint64(i))&mask]
	}
	r.read.Store(read + uint64(len(pcm)))
	return true
}

// skip throws away up to n of the oldest samples; the reader calls it.
func (r *ring) skip(n int) {
	r.read.Add(uint64(min(n, r.buffered())))
}
