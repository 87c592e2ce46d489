package call

import "time"

// freezeGap is how long a picture may stand still before it counts as frozen.
const freezeGap = 200 * time.Millisecond

// freezeMeter adds up how long a moving picture stood still. The zero value
// waits for the first picture.
type freezeMeter struct {
	last    time.Time // when the picture last moved
	counted time.Time // up to when the gap since has been counted
}

// moved says that the picture has moved, and returns how much of the gap that
// ends was a freeze and is not counted yet.
func (f *freezeMeter) moved(now time.Time) time.Duration {
	frozen := f.still(now)
	f.last, f.counted = now, now
	return frozen
}

// still returns how much of the present gap is a freeze and is not counted
// yet. A gap counts from its beginning once it is long enough.
func (f *freezeMeter) still(now time.Time) time.Duration {
	if f.last.IsZero() || now.Sub(f.last) <= freezeGap {
		return 0
	}
	frozen := now.Sub(f.counted)
	f.counted = now
	return frozen
}
