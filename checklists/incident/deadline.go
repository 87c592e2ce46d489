package incident

import "time"

// ReportWithin is how long the controller has from discovering a breach to
// reporting it to Datatilsynet (GDPR article 33).
const ReportWithin = 72 * time.Hour

// Deadline is the time limit that began when a breach was discovered.
type Deadline struct {
	Discovered time.Time
}

// At is when the report must have been made.
func (d Deadline) At() time.Time { return d.Discovered.Add(ReportWithin) }

// Remaining is how much of the time is left at now: never more than the whole,
// and 0 when it is over.
func (d Deadline) Remaining(now time.Time) time.Duration {
	return min(max(d.At().Sub(now), 0), ReportWithin)
}
