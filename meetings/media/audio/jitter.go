package audio

import "time"

const (
	minTarget = FrameSamples            // 20 ms
	maxTarget = SampleRate * 200 / 1000 // 200 ms

	// jitterFactor: RFC 3550's jitter is a mean deviation; about three times
	// as much covers nearly all packets of the usual distributions.
	jitterFactor = 3

	// maxTransitJump is a change of transit time beyond which the time stamps
	// are taken to have jumped rather than the network to have stalled.
	maxTransitJump = 2 * SampleRate

	// latenessHalfLife is the number of packets after which half of what late
	// packets have taught is forgotten: 10 s.
	latenessHalfLife = 500
)

// jitterEstimator learns from arrivals how long packets have to wait. All
// figures are in samples.
type jitterEstimator struct {
	jitter   float64 // RFC 3550, section 6.4.1
	lateness float64 // extra wait since packets came too late, decaying

	origin        time.Time // of arrival times
	lastArrival   int64
	lastTimestamp uint32
}

func newJitterEstimator() jitterEstimator {
	return jitterEstimator{lateness: minTarget} // careful until it knows better
}

// arrived takes note of a packet that has not been seen before.
func (e *jitterEstimator) arrived(timestamp uint32, arrival time.Time) {
	if e.origin.IsZero() {
		e.origin, e.lastTimestamp = arrival, timestamp
		return
	}
	at := int64(arrival.Sub(e.origin).Seconds() * SampleRate)
	deviation := at - e.lastArrival - int64(int32(timestamp-e.lastTimestamp))
	e.lastArrival, e.lastTimestamp = at, timestamp
	deviation = max(deviation, -deviation)
	if deviation < maxTransitJump {
		e.jitter += (float64(deviation) - e.jitter) / 16
	}
	e.lateness -= e.lateness * (0.693 / latenessHalfLife)
}

// missed makes the wait longer by the samples that it was too short.
func (e *jitterEstimator) missed(samples int) {
	e.lateness = min(maxTarget, e.lateness+float64(samples))
}

// target is the depth to aim at: the length of one frame, which has to be
// whole before it can be played, and the wait.
func (e *jitterEstimator) target() int {
	wait := jitterFactor*e.jitter + e.lateness
	return int(max(minTarget, min(maxTarget, minTarget+wait)))
}
