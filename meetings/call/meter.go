package call

import (
	"math"
	"sync"
	"time"

	"hjemmekontor/meetings/media/audio"
)

// meter takes a measurement of the call every second.
type meter struct {
	engine  *Engine
	process *processMeter
	before  totals

	mu     sync.Mutex
	stats  Stats
	ticked chan struct{} // closed at the next measurement
}

// totals are the counts since the call began.
type totals struct {
	at       time.Time
	videoOut videoOutCounts
	audioOut uint64
	videoIn  videoInCounts
	audioIn  uint64
	jitter   audio.JitterStats
}

func newMeter(e *Engine) *meter {
	m := &meter{engine: e, process: newProcessMeter(), ticked: make(chan struct{})}
	m.before = m.totals(time.Now())
	return m
}

// run measures until stop is closed.
func (m *meter) run(stop <-chan struct{}) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			m.measure(time.Now())
		case <-stop:
			return
		}
	}
}

// latest returns the last measurement.
func (m *meter) latest() Stats {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.stats
}

// next returns a channel that is closed when there is a new measurement.
func (m *meter) next() <-chan struct{} {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ticked
}

// measure works out what happened since the last time.
func (m *meter) measure(now time.Time) {
	after := m.totals(now)
	seconds := after.at.Sub(m.before.at).Seconds()
	route := m.engine.transport.Route()
	stats := Stats{
		Time: now, State: m.engine.State(), Transport: route.Kind,
		RTTMs: round(route.RTT.Seconds()*1000, 3),
		Local: LocalStats{
			Video: after.videoOut.since(m.before.videoOut, seconds),
			Audio: SentAudio{
				Kbps:    kbps(after.audioOut-m.before.audioOut, seconds),
				LevelDB: round(m.engine.local.LevelDB(), 1),
			},
		},
		Peers: []PeerStats{},
	}
	stats.CPUSeconds, stats.RSSBytes = m.process.measure()
	if p, ok := m.engine.remote.Participant(); ok {
		stats.Peers = append(stats.Peers, PeerStats{
			ID:    p.ID,
			Video: after.videoIn.since(m.before.videoIn, seconds),
			Audio: ReceivedAudio{
				Kbps:        kbps(after.audioIn-m.before.audioIn, seconds),
				Lost:        int(after.jitter.Lost - m.before.jitter.Lost),
				JitterMs:    round(after.jitter.JitterMs, 2),
				ConcealedMs: round(after.jitter.ConcealedMs()-m.before.jitter.ConcealedMs(), 1),
				LevelDB:     round(m.engine.remote.LevelDB(), 1),
			},
		})
	}
	m.before = after
	m.publish(stats)
}

// publish makes a measurement the latest and wakes those who wait for it.
func (m *meter) publish(s Stats) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.stats = s
	close(m.ticked)
	m.ticked = make(chan struct{})
}

func (m *meter) totals(now time.Time) totals {
	return totals{
		at:       now,
		videoOut: m.engine.videoOut.counts(),
		audioOut: m.engine.audioOut.bytes.Load(),
		videoIn:  m.engine.remote.video.counts(now),
		audioIn:  m.engine.remote.audio.bytes.Load(),
		jitter:   m.engine.remote.jitter.Stats(),
	}
}

// kbps turns bytes in some seconds into kilobits a second.
func kbps(bytes uint64, seconds float64) float64 {
	if seconds <= 0 {
		return 0
	}
	return round(float64(bytes)*8/1000/seconds, 1)
}

// round rounds to some decimals, so that the lines stay legible.
func round(x float64, decimals int) float64 {
	unit := math.Pow10(decimals)
	return math.Round(x*unit) / unit
}
