package call

import (
	"sync"
	"time"
)

// clockReports is how many sender reports an estimate rests on.
const clockReports = 16

// remoteClock estimates how far the other side's clock is from ours, from the
// time in its RTCP sender reports. The report that came fastest is the one
// that says most, so the least difference of the last few counts.
type remoteClock struct {
	mu      sync.Mutex
	offsets [clockReports]time.Duration
	count   int
}

// report takes a sender report that arrived after half a round trip.
func (c *remoteClock) report(ntp uint64, arrived time.Time, rtt time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.offsets[c.count%clockReports] = arrived.Sub(ntpTime(ntp)) - rtt/2
	c.count++
}

// offset returns what to add to a time of theirs to make it ours; false
// before the first report.
func (c *remoteClock) offset() (time.Duration, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.count == 0 {
		return 0, false
	}
	least := c.offsets[0]
	for _, o := range c.offsets[:min(c.count, clockReports)] {
		least = min(least, o)
	}
	return least, true
}

// ntpEpoch is the beginning of NTP time in Unix seconds.
const ntpEpoch = -2208988800

// ntpTime turns an NTP time stamp, seconds in 32.32 fixed point, into a time.
func ntpTime(ntp uint64) time.Time {
	return time.Unix(ntpEpoch+int64(ntp>>32), int64((ntp&0xffffffff)*uint64(time.Second)>>32))
}
