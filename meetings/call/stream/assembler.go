package stream

import (
	"time"

	"github.com/pion/rtp"
	"github.com/pion/rtp/codecs"
)

const (
	// window is how many packets are kept while something is missing: a
	// second and a half at 8 Mbit/s.
	window = 1024
	// patience is how long a missing packet is waited for; meanwhile it is
	// asked for again and again.
	patience = 250 * time.Millisecond
	// maxPayload is the largest payload taken from a packet; more does not
	// fit in one that came over the internet.
	maxPayload = 1500
	// maxStale is how many old packets in a row are taken for late ones.
	maxStale = 100
)

// Picture is one encoded picture as it came from the network.
type Picture struct {
	// Data is the VP8 frame; it is valid until the next call of Next.
	Data []byte
	// Keyframe tells whether it can be decoded by itself.
	Keyframe bool
	// Captured is when it was captured, by the sender's clock; zero if the
	// sender did not say.
	Captured time.Time
}

// Counts is what an Assembler has seen since it began.
type Counts struct {
	// Packets and Bytes arrived in time; Bytes is of RTP payload.
	Packets, Bytes uint64
	// Lost packets never arrived, or too late.
	Lost uint64
	// Pictures were complete; Dropped among them could not be decoded since
	// one before them was missing.
	Pictures, Dropped uint64
}

// Assembler puts together the pictures of one VP8 stream (RFC 7741). It is for
// one goroutine.
type Assembler struct {
	captureTime uint8
	slots       [window]slot
	next        uint16 // the packet that the next picture begins with
	newest      uint16 // the newest packet seen
	started     bool
	anchored    bool // next is no longer open to earlier packets
	gapSince    time.Time
	stale       int // old packets in a row
	needKey     bool
	data        []byte
	counts      Counts
}

// slot is one packet that waits for its picture.
type slot struct {
	present   bool
	sequence  uint16
	timestamp uint32
	marker    bool
	start     bool // first packet of a picture
	captured  time.Time
	payload   []byte // without the VP8 descriptor; kept for reuse
}

// NewAssembler returns an Assembler that begins with the first keyframe.
// captureTime is the id negotiated for CaptureTimeURI, 0 if none was.
func NewAssembler(captureTime uint8) *Assembler {
	return &Assembler{captureTime: captureTime, needKey: true}
}

// NeedKeyframe tells whether only a keyframe can bring the picture back.
func (a *Assembler) NeedKeyframe() bool { return a.needKey }

// LoseReference says that a picture could not be decoded, so that those that
// build on it cannot be either.
func (a *Assembler) LoseReference() { a.needKey = true }

// Counts returns what has been seen so far.
func (a *Assembler) Counts() Counts { return a.counts }

// Push takes a packet, which is copied. Old, doubled and oversize packets are
// passed over.
func (a *Assembler) Push(p *rtp.Packet) {
	if len(p.Payload) > maxPayload {
		return
	}
	sequence := p.SequenceNumber
	if !a.started {
		a.started, a.next, a.newest = true, sequence, sequence
	}
	ahead := int16(sequence - a.next)
	switch {
	case ahead < 0 && !a.anchored && ahead > -window/2:
		// The stream began with packets out of order.
		a.next = sequence
	case ahead < 0:
		if a.stale++; a.stale < maxStale {
			return
		}
		// Nothing but old packets: the sender has begun anew.
		a.restart(sequence)
	case ahead >= window:
		a.restart(sequence)
	}
	a.stale = 0
	s := &a.slots[sequence%window]
	if s.present {
		return
	}
	a.fill(s, p)
	if int16(sequence-a.newest) > 0 {
		a.newest = sequence
	}
	a.counts.Packets++
	a.counts.Bytes += uint64(len(p.Payload))
}

// fill copies a packet into its slot.
func (a *Assembler) fill(s *slot, p *rtp.Packet) {
	*s = slot{
		present: true, sequence: p.SequenceNumber, timestamp: p.Timestamp, marker: p.Marker,
		payload: s.payload[:0],
	}
	var descriptor codecs.VP8Packet
	payload, err := descriptor.Unmarshal(p.Payload)
	if err != nil {
		// Padding, or not VP8: it fills its place in the order.
		return
	}
	s.start = descriptor.S == 1 && descriptor.PID == 0
	s.payload = append(s.payload, payload...)
	if a.captureTime == 0 {
		return
	}
	var extension rtp.AbsCaptureTimeExtension
	if raw := p.GetExtension(a.captureTime); raw != nil && extension.Unmarshal(raw) == nil {
		s.captured = extension.CaptureTime()
	}
}

// restart gives up everything that waits and goes on with a packet that is far
// from it.
func (a *Assembler) restart(sequence uint16) {
	missing := int(int16(sequence - a.next))
	for i := range a.slots {
		if a.slots[i].present {
			a.slots[i].present = false
			missing--
		}
	}
	a.counts.Lost += uint64(max(missing, 0))
	a.next, a.newest = sequence, sequence
	a.gapSince, a.stale = time.Time{}, 0
	a.needKey = true
}

// at returns the slot of a packet if it is there.
func (a *Assembler) at(sequence uint16) (*slot, bool) {
	s := &a.slots[sequence%window]
	return s, s.present && s.sequence == sequence
}
