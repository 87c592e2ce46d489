package vpx

import "time"

// ticksPerSecond is the unit of the encoder's clock, ENCODER_CLOCK in C.
const ticksPerSecond = 90_000

// clock turns capture times into the encoder's. libvpx wants them to grow, and
// takes the time between two frames for the frame rate: after a pause (camera
// off, laptop asleep) it would give one frame the bits of the whole pause. So
// a gap counts for at most a second.
type clock struct {
	nominal int64 // ticks of one frame at the expected rate
	started bool
	pts     time.Duration
	ticks   int64
}

func newClock(frameRate float64) clock {
	return clock{nominal: max(1, int64(ticksPerSecond/frameRate))}
}

// tick returns when a frame is to be encoded and how long it is shown, both in
// ticks.
func (c *clock) tick(pts time.Duration) (at, duration int64) {
	if c.started {
		gap := min(max(pts-c.pts, time.Millisecond), time.Second)
		c.ticks += int64(gap) * ticksPerSecond / int64(time.Second)
	}
	c.started, c.pts = true, pts
	return c.ticks, c.nominal
}
