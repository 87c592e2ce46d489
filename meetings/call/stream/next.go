package stream

import "time"

// Next returns the next picture that can be decoded. It returns false when
// there is none yet, and is then asked again after the next Push.
func (a *Assembler) Next(now time.Time) (Picture, bool) {
	for a.started {
		end, complete := a.extent()
		if !complete {
			if !a.giveUp(now) {
				break
			}
			continue
		}
		a.anchored, a.gapSince = true, time.Time{}
		picture, ok := a.take(end)
		if ok {
			return picture, true
		}
	}
	return Picture{}, false
}

// extent returns the last packet of the picture that begins at next, and
// whether all of it is there.
func (a *Assembler) extent() (end uint16, complete bool) {
	first, ok := a.at(a.next)
	if !ok || a.headless() {
		return 0, false
	}
	for end = a.next; ; end++ {
		s, ok := a.at(end)
		switch {
		case !ok:
			return 0, false
		case s.timestamp != first.timestamp:
			// Ended without a marker.
			return end - 1, true
		case s.marker:
			return end, true
		}
	}
}

// headless tells whether the stream seems to have begun in the middle of a
// picture. It may have, or its first packets come out of order.
func (a *Assembler) headless() bool {
	s, ok := a.at(a.next)
	return ok && !a.anchored && !s.start
}

// take consumes the packets up to end and returns the picture they make; false
// if they make none that can be decoded.
func (a *Assembler) take(end uint16) (Picture, bool) {
	a.data = a.data[:0]
	var picture Picture
	wellFormed := false
	for ; a.next != end+1; a.next++ {
		s, _ := a.at(a.next)
		s.present = false
		if len(s.payload) == 0 {
			continue
		}
		if len(a.data) == 0 {
			wellFormed, picture.Captured = s.start, s.captured
		}
		a.data = append(a.data, s.payload...)
	}
	if len(a.data) == 0 {
		return Picture{}, false // padding
	}
	a.counts.Pictures++
	picture.Data, picture.Keyframe = a.data, isKeyframe(a.data)
	if !wellFormed {
		a.needKey = true
	} else if picture.Keyframe {
		a.needKey = false
	}
	if a.needKey {
		a.counts.Dropped++
		return Picture{}, false
	}
	return picture, true
}

// giveUp passes over the picture at next if what is missing has been waited
// for long enough, and tells whether it did.
func (a *Assembler) giveUp(now time.Time) bool {
	if a.next == a.newest+1 {
		return false // all is taken
	}
	start, gap := a.nextStart()
	if !gap {
		a.gapSince = time.Time{}
		return false // the picture is still arriving
	}
	if a.gapSince.IsZero() {
		a.gapSince = now
	}
	hopeless := a.needKey && a.keyframeAt(start)
	if !hopeless && now.Sub(a.gapSince) < patience {
		return false
	}
	for ; a.next != start; a.next++ {
		if s, ok := a.at(a.next); ok {
			s.present = false
		} else {
			a.counts.Lost++
		}
	}
	a.anchored, a.gapSince, a.needKey = true, time.Time{}, true
	return true
}

// nextStart returns where the first picture begins after something missing,
// or the end of what has arrived; and whether anything is missing at all.
func (a *Assembler) nextStart() (start uint16, gap bool) {
	gap = a.headless()
	for i := a.next; i != a.newest+1; i++ {
		s, ok := a.at(i)
		switch {
		case !ok:
			gap = true
		case gap && s.start:
			return i, true
		}
	}
	return a.newest + 1, gap
}

// keyframeAt tells whether the packet is there and begins a keyframe.
func (a *Assembler) keyframeAt(sequence uint16) bool {
	s, ok := a.at(sequence)
	return ok && isKeyframe(s.payload)
}

// isKeyframe reads the lowest bit of the VP8 frame tag (RFC 6386, 9.1).
func isKeyframe(frame []byte) bool {
	return len(frame) > 0 && frame[0]&1 == 0
}
