package audio

// seqFate is what becomes of a packet because of its sequence number.
type seqFate int

const (
	seqPlaced  seqFate = iota // it has a place near the others
	seqStray                  // far from all others: one alone is not believed
	seqRestart                // the second in a row that is far: the sender has begun anew
)

const (
	// maxDropout is the largest gap that is counted as loss (RFC 3550,
	// appendix A.1).
	maxDropout = 3000
	// firstSeqRoom is how many packets from before the first one that came
	// still have a place.
	firstSeqRoom = 16
)

// sequence gives packets numbers that do not wrap.
type sequence struct {
	nextSeq int64 // number of the packet to be played next
	highest int64 // highest number yet
	fresh   bool  // nothing has been played since the beginning or restart
	begun   bool
	stray   int   // sequence number that would confirm a restart, or -1
	dropout int64 // packets that the last restart left out
}

// place extends a sequence number.
func (s *sequence) place(seq uint16) (int64, seqFate) {
	if !s.begun {
		s.begun = true
		s.restart(seq)
		return s.highest, seqPlaced
	}
	number := s.highest + int64(int16(seq-uint16(s.highest)))
	if number >= s.nextSeq-storeSlots/2 && number < s.nextSeq+storeSlots {
		s.highest = max(s.highest, number)
		s.stray = -1
		return number, seqPlaced
	}
	if int(seq) != s.stray {
		s.stray = int(seq + 1) // wraps as the sender's does
		return 0, seqStray
	}
	s.dropout = 0
	if gap := number - s.nextSeq; gap > 0 && gap < maxDropout {
		s.dropout = gap
	}
	s.restart(seq)
	return s.highest, seqRestart
}

// restart begins a new count at seq, above all numbers used before.
func (s *sequence) restart(seq uint16) {
	s.highest = (s.highest>>16+2)<<16 | int64(seq)
	s.nextSeq = s.highest - firstSeqRoom
	s.fresh = true
	s.stray = -1
}
