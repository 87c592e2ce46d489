package calendar

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// Between lists what happens in the span from (included) to (excluded), in the
// order of Merge, with times in from's zone; what has begun and goes on is part
// of it. A span longer than MaxSpan is cut. me are the user's own addresses, by
// which the answer is found. The errors are ErrTooMany, along with what was
// found till then, and that of the context.
func (c *Calendar) Between(ctx context.Context, from, to time.Time, me []string) ([]Occurrence, error) {
	if limit := from.Add(MaxSpan); to.After(limit) {
		to = limit
	}
	if !from.Before(to) || from.Year() < 1 || to.Year() > 9998 {
		return nil, nil
	}
	w := newWindow(c.zones, from, to, me)
	for i := range c.series {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return nil, fmt.Errorf("laying out calendar: %w", ctx.Err())
		}
		w.add(&c.series[i])
		if w.full {
			return Merge(w.found), ErrTooMany
		}
	}
	return Merge(w.found), nil
}

// window collects what happens in a span.
type window struct {
	zones    []*time.Location
	from, to time.Time
	me       []string
	local    *time.Location
	effort   *effort
	found    []Occurrence
	full     bool
}

// slack is by how much a wall time and UTC can differ, in seconds, and some
// more for the hours that clocks are put forward.
const slack = 16 * 60 * 60

func newWindow(zones []*time.Location, from, to time.Time, me []string) *window {
	return &window{
		zones: zones, from: from, to: to, me: addresses(me),
		local: from.Location(), effort: newEffort(),
	}
}

// zone is that of the clock that a stamp was read from.
func (w *window) zone(s stamp) *time.Location {
	if zone := w.zones[s.zone]; zone != nil && s.kind != aDate {
		return zone
	}
	return w.local
}

// instant is when a clock shows the stamp; a date begins at midnight.
func (w *window) instant(s stamp) time.Time { return instant(s.wall, w.zone(s)) }

// add collects what of a series falls into the span.
func (w *window) add(s *series) {
	for _, e := range s.replaced {
		w.once(e)
	}
	switch {
	case s.master == nil:
		for _, e := range s.onward {
			w.once(e)
		}
	case s.master.recurs == nil && len(s.replaced)+len(s.onward) == 0:
		w.once(s.master)
	default:
		w.recurring(s)
	}
}

// once collects an event that takes place a single time.
func (w *window) once(e *event) {
	if e.start.wall >= w.to.Unix()+slack || e.start.wall+w.longest(e) < w.from.Unix()-slack {
		return
	}
	w.at(e, w.instant(e.start))
}

// recurring collects the occurrences of a series that were not replaced.
func (w *window) recurring(s *series) {
	starts, ok := w.starts(s)
	if !ok {
		w.full = true
		return
	}
	gone := make([]bool, len(starts))
	if len(starts) > 0 {
		for _, e := range s.replaced {
			w.strike(starts, gone, e.id)
		}
		if s.master.recurs != nil {
			for _, id := range s.master.recurs.excluded {
				w.strike(starts, gone, id)
			}
		}
	}
	for i, start := range starts {
		if gone[i] || w.full {
			continue
		}
		e, moved := w.version(s, start)
		w.at(e, moved)
	}
}

// starts lists when the series begins anew, in order and without replacements,
// in the zone in which it is kept. There may be some outside the span.
func (w *window) starts(s *series) ([]time.Time, bool) {
	e, zone := s.master, w.zone(s.master.start)
	before, after := w.reach(s)
	from, to := w.from.Unix()-before-slack, w.to.Unix()+after+slack
	walls, ok := []int64{e.start.wall}, true
	if e.recurs != nil && e.recurs.rule != nil {
		r := e.recurs.rule
		walls, ok = r.between(e.start.wall, r.until.wallIn(zone), from, to, w.effort)
	}
	var starts []time.Time
	for _, wall := range walls {
		starts = append(starts, instant(wall, zone))
	}
	if e.recurs != nil {
		for _, date := range e.recurs.dates {
			if date.wall < from-slack || date.wall >= to+slack {
				continue
			}
			starts = append(starts, w.instant(date).In(zone))
		}
	}
	slices.SortFunc(starts, time.Time.Compare)
	return slices.CompactFunc(starts, time.Time.Equal), ok
}

// reach is how far outside the span, in seconds, something may begin that
// falls into it, by how long it lasts and by how much it was moved.
func (w *window) reach(s *series) (before, after int64) {
	before = w.longest(s.master)
	for _, e := range s.onward {
		moved := w.instant(e.start).Unix() - w.instant(e.id).Unix()
		before = max(before, w.longest(e)+moved)
		after = max(after, -moved)
	}
	const limit = int64(maxLength / time.Second)
	return min(before, limit), min(after, limit)
}

// strike marks the occurrences that the stamp names: that of a moment, or all
// of a day.
func (w *window) strike(starts []time.Time, gone []bool, id stamp) {
	if id.kind == aTime {
		if i, ok := slices.BinarySearchFunc(starts, w.instant(id), time.Time.Compare); ok {
			gone[i] = true
		}
		return
	}
	i, _ := slices.BinarySearchFunc(starts, id.wall, func(t time.Time, wall int64) int { return cmp.Compare(wallOf(t), wall) })
	for ; i < len(starts) && wallOf(starts[i]) < id.wall+secondsPerDay; i++ {
		gone[i] = true
	}
}

// version returns the event that counts for an occurrence, and when it takes
// place after changes that hold from then or earlier on.
func (w *window) version(s *series, start time.Time) (*event, time.Time) {
	for _, e := range slices.Backward(s.onward) {
		id := w.instant(e.id)
		if start.Before(id) {
			continue
		}
		zone := start.Location()
		moved := wallOf(w.instant(e.start).In(zone)) - wallOf(id.In(zone))
		return e, instant(wallOf(start)+moved, zone)
	}
	return s.master, start
}
