package audio

import "time"

// storeSlots is how many packets a jitter buffer holds; at the usual 20 ms a
// packet this is 2.5 s, at the shortest 2.5 ms it is 320 ms.
const storeSlots = 128

// incoming is a packet as it comes from the network.
type incoming struct {
	seq       uint16
	timestamp uint32
	payload   []byte
	samples   int // length of its sound, 0 for padding
	arrival   time.Time
}

// storedPacket is a packet that waits for its turn.
type storedPacket struct {
	seq       int64 // extended: does not wrap
	timestamp uint32
	samples   int
	payload   []byte
	used      bool
}

// packetStore holds packets by extended sequence number. Memory for payloads
// is reused.
type packetStore struct {
	slots   [storeSlots]storedPacket
	samples int // length of all held packets
}

func (s *packetStore) slot(seq int64) *storedPacket {
	return &s.slots[uint64(seq)%storeSlots]
}

// get returns the packet with that number, or nil.
func (s *packetStore) get(seq int64) *storedPacket {
	if p := s.slot(seq); p.used && p.seq == seq {
		return p
	}
	return nil
}

// seen reports whether that packet was here, even if it has been removed.
func (s *packetStore) seen(seq int64) bool {
	return s.slot(seq).seq == seq
}

// put stores a packet; the caller sees to it that all held packets are within
// storeSlots of each other.
func (s *packetStore) put(seq int64, p incoming) {
	slot := s.slot(seq)
	if slot.used {
		s.samples -= slot.samples
	}
	s.samples += p.samples
	slot.seq, slot.timestamp, slot.samples, slot.used = seq, p.timestamp, p.samples, true
	slot.payload = append(slot.payload[:0], p.payload...)
}

func (s *packetStore) remove(seq int64) {
	if p := s.get(seq); p != nil {
		p.used = false
		s.samples -= p.samples
	}
}

func (s *packetStore) clear() {
	for i := range s.slots {
		s.slots[i].used = false
	}
	s.samples = 0
}

// first returns the packet with the lowest number at or after seq, or nil.
func (s *packetStore) first(seq int64) *storedPacket {
	for i := range int64(storeSlots) {
		if p := s.get(seq + i); p != nil {
			return p
		}
	}
	return nil
}
