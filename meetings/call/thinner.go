package call

import "time"

// thinner lets pictures through at about a given rate, whatever the camera
// delivers. Pictures that come in pairs because something was late pass; in
// the long run there are no more than the rate. The zero value is for use with
// any interval.
type thinner struct {
	due time.Time // when the next picture would come at the exact rate
}

// pass tells whether a picture captured at the given time is to be sent.
func (t *thinner) pass(captured time.Time, interval time.Duration) bool {
	early := t.due.Sub(captured)
	if early > time.Second {
		t.due, early = captured, 0 // the clock was set back
	}
	if early > interval {
		return false
	}
	if late := captured.Add(-interval); t.due.Before(late) {
		t.due = late // what was not sent is not made up for
	}
	t.due = t.due.Add(interval)
	return true
}
