package incident

import (
	"testing"
	"time"
)

var discovered = time.Date(2026, time.October, 23, 14, 30, 0, 0, time.UTC)

func TestDeadline(t *testing.T) {
	oslo := time.FixedZone("CET", 3600)
	tests := []struct {
		name      string
		now       time.Time
		remaining time.Duration
		over      bool
	}{
		{"just discovered", discovered, ReportWithin, false},
		{"in another time zone", discovered.In(oslo), ReportWithin, false},
		{"half the time", discovered.Add(36 * time.Hour), 36 * time.Hour, false},
		{"last second", discovered.Add(ReportWithin - time.Second), time.Second, false},
		{"run out", discovered.Add(ReportWithin), 0, true},
		{"long ago", discovered.AddDate(10, 0, 0), 0, true},
		{"clock moved back", discovered.Add(-time.Hour), ReportWithin, false},
		{"clock at the beginning of time", time.Time{}, ReportWithin, false},
		{"clock beyond what a duration holds", time.Unix(1<<40, 0), 0, true},
	}
	for _, tt := range tests {
		d := Deadline{Discovered: discovered}
		if got := d.Remaining(tt.now); got != tt.remaining {
			t.Errorf("%s: %v remain, want %v", tt.name, got, tt.remaining)
		}
		if got := d.Over(tt.now); got != tt.over {
			t.Errorf("%s: over is %t", tt.name, got)
		}
	}
}

// Summer time ends on 25 October 2026; the time limit is 72 hours all the same.
func TestDeadlineIsInHours(t *testing.T) {
	d := Deadline{Discovered: discovered}
	if want := time.Date(2026, time.October, 26, 14, 30, 0, 0, time.UTC); !d.At().Equal(want) {
		t.Errorf("at %v, want %v", d.At(), want)
	}
}

func TestDeadlineThatHasNotBegun(t *testing.T) {
	var d Deadline
	if !d.At().IsZero() || d.Over(discovered) || d.Remaining(discovered) != ReportWithin {
		t.Errorf("the zero time limit: at %v, %v remain", d.At(), d.Remaining(discovered))
	}
}

// A machine that sleeps stops the monotonic clock, but not the time limit.
func TestDeadlineGoesByTheWallClock(t *testing.T) {
	now := time.Now()
	d := Deadline{Discovered: now}
	if later := now.Add(time.Hour); d.Remaining(later) != ReportWithin-time.Hour {
		t.Errorf("%v remain after an hour", d.Remaining(later))
	}
	if d.At() != now.Round(0).Add(ReportWithin) {
		t.Errorf("%v goes by the monotonic clock", d.At())
	}
}

// Whatever the clocks say, what a screen shows lies between nothing and all.
func FuzzDeadline(f *testing.F) {
	f.Fuzz(func(t *testing.T, begun, now int64) {
		d, at := Deadline{Discovered: time.Unix(begun, 0)}, time.Unix(now, 0)
		if r := d.Remaining(at); r < 0 || r > ReportWithin {
			t.Errorf("%v remain", r)
		}
		if d.Over(at) != (d.Remaining(at) == 0) {
			t.Errorf("over is %t with %v left", d.Over(at), d.Remaining(at))
		}
	})
}
