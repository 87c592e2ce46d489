package audio

// stepKind is how a piece of sound is made.
type stepKind int

const (
	stepSilence stepKind = iota // nothing is being received
	stepDecode                  // from the packet's payload
	stepRecover                 // a lost packet, from the copy in the payload
	stepConceal                 // a lost or late packet, by guessing
	stepComfort                 // the sender is silent
)

// step is one piece of sound to make.
type step struct {
	kind    stepKind
	samples int
	size    int  // bytes of payload, for stepDecode and stepRecover
	excess  int  // samples that the buffer is deeper than it should be
	last    bool // silence follows
}

const (
	// maxStall is how long a late packet is covered up before the sound fades
	// out and the buffer fills anew.
	maxStall = SampleRate * 120 / 1000
	// maxSilence is how long the silence that a sender has announced lasts
	// with no sign of life; Opus sends one every 400 ms.
	maxSilence = 2 * SampleRate
	// maxGap is the largest step of the time stamps that is waited out; more
	// is a jump.
	maxGap = SampleRate
	// maxDepthExcess is the depth beyond the target at which packets are
	// skipped, as when a stalled network delivers all at once.
	maxDepthExcess = SampleRate * 300 / 1000
	// concealUnit is what Opus can conceal a multiple of: 2.5 ms.
	concealUnit = SampleRate / 400
)

// playout decides what is to be heard next, from the packets at hand. Time
// stamps are compared by their wrapping difference (RFC 3550, section 5.1).
type playout struct {
	sequence
	packets packetStore
	jitter  jitterEstimator
	depths  depthWindow
	stats   JitterStats

	playing  bool
	waited   int    // silence played since the first packet came
	playTime uint32 // time stamp of the sample that is made next
	unplayed int    // samples made but not yet pulled
	frame    int    // length of the newest decoded packet, at most 20 ms

	silent   bool  // the sender has announced silence
	silence  int   // how long that has lasted without a packet
	anchored int64 // packet whose wait at the end of a silence has been set
	stalled  int   // concealed since a packet ought to have been there
}

func newPlayout() playout {
	return playout{jitter: newJitterEstimator(), frame: FrameSamples}
}

// depth is the sound that waits to be played, in samples.
func (p *playout) depth() int { return p.packets.samples + p.unplayed }

// push takes in a packet.
func (p *playout) push(in incoming) {
	seq, fate := p.sequence.place(in.seq)
	switch fate {
	case seqStray:
		p.stats.Discarded++
		return
	case seqRestart:
		p.packets.clear()
		p.playing = false
		p.stats.Lost += uint64(p.dropout)
	}
	if p.packets.seen(seq) {
		p.stats.Duplicates++
		return
	}
	p.jitter.arrived(in.timestamp, in.arrival)
	ahead := int(int32(in.timestamp - p.playTime))
	if seq < p.nextSeq {
		p.stats.Late++
		p.jitter.missed(max(0, min(-ahead, maxTarget)))
		return
	}
	p.stats.Received++
	p.packets.put(seq, in)
	if p.playing && ahead < maxGap && ahead > -maxGap {
		p.depths.add(ahead + in.samples + p.unplayed)
	}
}

// next chooses the next piece of sound and copies what it needs to payload.
func (p *playout) next(payload []byte) step {
	if !p.playing && !p.start() {
		return step{kind: stepSilence, samples: blockSamples}
	}
	if p.packets.samples > p.jitter.target()+maxDepthExcess {
		p.skip()
	}
	for {
		packet := p.packets.first(p.nextSeq)
		var s step
		switch {
		case packet == nil:
			s = p.runDry()
		case packet.seq == p.nextSeq:
			s = p.play(packet, payload)
		default:
			s = p.fillIn(packet, payload)
		}
		if s.samples > 0 {
			p.playTime += uint32(s.samples)
			if s.kind == stepConceal {
				p.stats.ConcealedSamples += uint64(s.samples)
			}
			return s
		}
	}
}

// start begins to play when as much has come, or as long been waited, as the
// target asks for.
func (p *playout) start() bool {
	packet := p.packets.first(p.nextSeq)
	if packet == nil {
		p.waited = 0
		return false
	}
	target := p.jitter.target()
	if p.packets.samples < target && p.waited < target-FrameSamples {
		p.waited += blockSamples
		return false
	}
	if !p.fresh {
		p.stats.Lost += uint64(packet.seq - p.nextSeq)
	}
	p.playing, p.fresh = true, false
	p.waited, p.stalled, p.silence, p.silent = 0, 0, 0, false
	p.nextSeq, p.playTime = packet.seq, packet.timestamp
	p.depths.reset()
	return true
}

// skip drops the oldest packets until the depth is as it should be.
func (p *playout) skip() {
	target := p.jitter.target()
	for {
		packet := p.packets.first(p.nextSeq)
		if packet == nil || p.packets.samples-packet.samples < target {
			break
		}
		p.nextSeq = packet.seq + 1
		p.packets.remove(packet.seq)
		p.stats.Discarded++
	}
	if packet := p.packets.first(p.nextSeq); packet != nil {
		p.nextSeq, p.playTime = packet.seq, packet.timestamp
	}
	p.stalled = 0
	p.depths.reset()
}

// play makes the packet whose turn it is into the next step, or the silence
// that comes before it. A step of no samples means: look again.
func (p *playout) play(packet *storedPacket, payload []byte) step {
	if packet.samples == 0 {
		p.packets.remove(packet.seq)
		p.nextSeq++
		return step{}
	}
	if p.stalled > 0 {
		// Late, but not lost: from now on everything waits that much longer.
		p.jitter.missed(p.stalled)
		p.playTime -= uint32(p.stalled)
		p.stalled = 0
	}
	if gap := p.gapBefore(packet); gap >= concealUnit {
		return step{kind: stepComfort, samples: wholeUnits(min(gap, FrameSamples))}
	}
	s := step{kind: stepDecode, samples: packet.samples, excess: p.excess()}
	s.size = copy(payload, packet.payload)
	p.playTime = packet.timestamp
	p.frame = min(packet.samples, FrameSamples)
	p.silent, p.silence = s.size <= dtxPacketSize, 0
	p.nextSeq++
	p.packets.remove(packet.seq)
	return s
}

// gapBefore is the silence between what has been played and packet. At the end
// of an announced silence it is made longer or shorter, once, by what the depth
// is wrong, since nobody hears that.
func (p *playout) gapBefore(packet *storedPacket) int {
	gap := int(int32(packet.timestamp - p.playTime))
	switch {
	case gap > maxGap || gap < -maxGap:
		p.depths.reset()
		p.playTime = packet.timestamp
		return 0
	case gap < 0:
		if p.silent {
			p.jitter.missed(min(-gap, maxTarget))
		}
		p.depths.shift(-gap)
		p.playTime = packet.timestamp
		return 0
	case gap > 0 && p.silent && p.anchored != packet.seq:
		p.anchored = packet.seq
		changed := max(0, gap-p.excess())
		p.depths.shift(changed - gap)
		p.playTime = packet.timestamp - uint32(changed)
		return changed
	}
	return gap
}

// fillIn covers for packets that are missing before packet.
func (p *playout) fillIn(packet *storedPacket, payload []byte) step {
	missing := int(packet.seq - p.nextSeq)
	if p.stalled > 0 && hasFEC(packet.payload) {
		p.jitter.missed(p.frame) // one frame more, and it could have been restored
	}
	p.stalled = 0 // what seemed late is lost, and has been covered
	gap := int(int32(packet.timestamp - p.playTime))
	switch silence := gap - missing*p.frame; {
	case gap < concealUnit || gap > maxGap:
		p.lose(missing)
		return step{}
	case silence >= concealUnit:
		return step{kind: stepComfort, samples: wholeUnits(min(silence, FrameSamples))}
	case gap >= p.frame+concealUnit:
		p.lose(1)
		return step{kind: stepConceal, samples: p.frame}
	}
	p.lose(missing)
	s := step{kind: stepConceal, samples: wholeUnits(gap)}
	if hasFEC(packet.payload) && s.samples == packet.samples {
		s.kind = stepRecover
		s.size = copy(payload, packet.payload)
		p.stats.Recovered++
	}
	return s
}

func (p *playout) lose(packets int) {
	p.nextSeq += int64(packets)
	p.stats.Lost += uint64(packets)
}

// runDry covers for having no packet at all.
func (p *playout) runDry() step {
	if p.silent {
		p.silence += FrameSamples
		p.playing = p.silence < maxSilence
		return step{kind: stepComfort, samples: FrameSamples, last: !p.playing}
	}
	p.stalled += p.frame
	p.playing = p.stalled < maxStall
	return step{kind: stepConceal, samples: p.frame, last: !p.playing}
}

// excess is how much deeper than the target the buffer has been of late (less
// if negative), 0 when that is not worth a change.
func (p *playout) excess() int {
	excess := p.depths.excess(p.jitter.target())
	if excess > FrameSamples || excess < -FrameSamples/2 {
		return excess
	}
	return 0
}

// lengthChanged takes note that sound was stretched (or shortened, if
// negative) by that many samples on its way out.
func (p *playout) lengthChanged(samples int) {
	p.depths.shift(samples)
	if samples > 0 {
		p.stats.InsertedSamples += uint64(samples)
	} else {
		p.stats.RemovedSamples += uint64(-samples)
	}
}

func wholeUnits(samples int) int { return samples - samples%concealUnit }
