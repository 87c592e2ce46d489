package calendar

import (
	"time"

	"github.com/teambition/rrule-go"
)

// effort is what may still be spent on following rules. It is counted, as time
// depends on the machine.
type effort struct {
	left int // in units of some 100 ns
}

func newEffort() *effort { return &effort{left: maxEffort} }

// costs is what rrule-go needs for one period of a frequency, if the lists in
// the rule are short. Where nothing occurs it goes through HOURLY by days.
var costs = [...]struct {
	period int64 // in seconds
	units  int
}{
	rrule.YEARLY:  {365 * secondsPerDay, 40},
	rrule.MONTHLY: {28 * secondsPerDay, 10},
	rrule.WEEKLY:  {7 * secondsPerDay, 1},
	rrule.DAILY:   {secondsPerDay, 1},
	rrule.HOURLY:  {secondsPerDay, 2},
}

// beginning is what a rule costs before its first occurrence.
const beginning = 20

// spend takes off what it cost to get this many seconds further.
func (e *effort) spend(o rrule.ROption, seconds int64) {
	cost := costs[o.Freq]
	lists := len(o.Bymonth) + len(o.Bymonthday) + len(o.Byyearday) + len(o.Byweekno) + len(o.Byweekday)
	units := cost.units * (1 + lists/8) * (1 + len(o.Bysetpos))
	e.left -= units * int(1+seconds/cost.period/int64(max(1, o.Interval)))
}

// between lists the wall times in the span from (included) to (excluded) at
// which what begins at start recurs, up to and with until. The start itself is
// among them even where the rule does not name it: RFC 5545 calls it the first
// instance (3.8.5.3).
//
// Everything is worked out in wall time, as if the zone had no summer time, so
// that what takes place at nine always does.
//
// It is false when the effort was used up on the way.
func (r *rule) between(start, until, from, to int64, e *effort) ([]int64, bool) {
	var walls []int64
	if from <= start && start < to {
		walls = append(walls, start)
	}
	over := r.option.Count > 0 && start < from-maxCounted
	if start >= to || until < max(from, start) || over {
		return walls, true
	}
	e.left -= beginning
	more, ok := r.follow(newWalk(r.option, start, from, to), start, from, min(until, to-1), e)
	return append(walls, more...), ok
}

// follow lists the wall times after the start from one (included) to another
// (included).
func (r *rule) follow(w walk, start, from, last int64, e *effort) ([]int64, bool) {
	var walls []int64
	count := 0
	for e.left > 0 {
		wall, ok := w.next()
		e.spend(r.option, wall-w.last)
		w.last = wall
		// The start is the first of those counted even where it is none of them.
		if count == 0 && wall != start {
			count++
		}
		count++
		if !ok || wall > last || r.option.Count > 0 && count > r.option.Count {
			return walls, true
		}
		if wall >= from && wall != start {
			walls = append(walls, wall)
		}
	}
	return walls, false
}

// walk follows a rule with rrule-go.
type walk struct {
	iterator rrule.Next
	shift    int   // years
	last     int64 // how far it has come, in wall time
}

// newWalk prepares to follow a rule over a span.
//
// rrule-go goes through a rule from its beginning, and through one that has no
// occurrence, such as every 30 February, to the year 9999. Therefore it is made
// to begin shortly before the span, and all is moved to the last centuries
// before 9999. The Gregorian calendar repeats after 400 years, to the weekday.
func newWalk(option rrule.ROption, start, from, to int64) walk {
	begin := time.Unix(start, 0).UTC()
	pin(&option, begin)
	if option.Count == 0 {
		begin = forward(&option, begin, time.Unix(from, 0).UTC())
	} else {
		option.Count++ // between counts by itself, and rrule-go ends only where it gives up
	}
	w := walk{shift: (9998 - time.Unix(to, 0).UTC().Year()) / 400 * 400}
	w.last = begin.Unix()
	option.Dtstart = begin.AddDate(w.shift, 0, 0)
	rr, err := rrule.NewRRule(option)
	if err != nil {
		// checkOption has refused what rrule-go does not take.
		w.iterator = func() (time.Time, bool) { return time.Time{}, false }
		return w
	}
	w.iterator = rr.Iterator()
	return w
}

// next returns the next occurrence. It is false when rrule-go gave up at the end
// of its time, which is returned then.
func (w walk) next() (wall int64, ok bool) {
	t, ok := w.iterator()
	if !ok {
		t = time.Unix(farFuture, 0).UTC()
	}
	return t.AddDate(-w.shift, 0, 0).Unix(), ok
}

// pin writes down what a rule takes from its beginning, so that it may begin
// elsewhere.
func pin(o *rrule.ROption, start time.Time) {
	days := len(o.Byweekday) + len(o.Bymonthday) + len(o.Byyearday)
	switch {
	case o.Freq == rrule.YEARLY && days == 0 && len(o.Byweekno) > 0:
		// rrule-go would take the whole week.
		o.Byweekday = []rrule.Weekday{weekdays[start.Weekday()]}
	case o.Freq == rrule.YEARLY && days == 0:
		if len(o.Bymonth) == 0 {
			o.Bymonth = []int{int(start.Month())}
		}
		o.Bymonthday = []int{start.Day()}
	case o.Freq == rrule.MONTHLY && days == 0:
		o.Bymonthday = []int{start.Day()}
	}
	o.Interval = max(1, o.Interval)
}

var weekdays = [...]rrule.Weekday{rrule.SU, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA}

// forward returns a beginning that is whole intervals later, the last that is
// not after from.
func forward(o *rrule.ROption, start, from time.Time) time.Time {
	n := o.Interval
	hours := int((from.Unix() - start.Unix()) / 3600)
	year, month, _ := start.Date()
	hour, minute, second := start.Clock()
	// skip is the number of units to go forward, in whole intervals.
	skip := func(units int) int { return max(0, units/n) * n }
	switch o.Freq {
	case rrule.HOURLY:
		return time.Unix(start.Unix()+3600*int64(skip(hours)), 0).UTC()
	case rrule.DAILY:
		return start.AddDate(0, 0, skip(hours/24))
	case rrule.WEEKLY:
		return start.AddDate(0, 0, 7*skip(hours/24/7))
	case rrule.MONTHLY:
		months := 12*(from.Year()-year) + int(from.Month()-month)
		if m := skip(months); m > 0 {
			return time.Date(year, month+time.Month(m), 1, hour, minute, second, 0, time.UTC)
		}
	case rrule.YEARLY:
		if y := skip(from.Year() - year); y > 0 {
			return time.Date(year+y, 1, 1, hour, minute, second, 0, time.UTC)
		}
	}
	return start
}
