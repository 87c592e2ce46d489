package incident

import "time"

// ReportWithin is how long the controller has from discovering a breach to
// reporting it to Datatilsynet (GDPR article 33).
const ReportWithin = 72 * time.Hour

// Deadline is the time limit that began when a breach was discovered. The zero
// Deadline has not begun.
type Deadline struct {
	Discovered time.Time
}

// At is when the report must have been made, or the zero time if the time limit
// has not begun.
func (d Deadline) At() time.Time {
	if d.Discovered.IsZero() {
		return time.Time{}
	}
	return d.discovered().Add(ReportWithin)
}

// Remaining is how much of the time is left at now: never more than the whole,
// even when the clock has been moved back, and 0 when it is over. All of it
// remains if the time limit has not begun.
func (d Deadline) Remaining(now time.Time) time.Duration {
	if d.Discovered.IsZero() {
		return ReportWithin
	}
	return min(max(d.At().Sub(now.Round(0)), 0), ReportWithin)
}

// Over reports whether the time limit has run out at now.
func (d Deadline) Over(now time.Time) bool { return d.Remaining(now) == 0 }

// discovered is the time by the wall clock alone: the monotonic clock that
// time.Now adds stands still while the machine sleeps.
func (d Deadline) discovered() time.Time { return d.Discovered.Round(0) }
