package calendar

import (
	"errors"
	"strings"
	"time"

	"github.com/teambition/rrule-go"
)

// rule is a recurrence rule that rrule-go can follow in bounded time.
type rule struct {
	option rrule.ROption // without DTSTART and UNTIL
	until  stamp         // the last moment, absent where there is none
}

var (
	errBadRule     = errors.New("recurrence rule makes no sense")
	errTooFrequent = errors.New("recurs more often than every hour")
)

// parseRule reads an RRULE (RFC 5545, 3.3.10). The errors are errBadRule and
// errTooFrequent.
func parseRule(text string) (*rule, error) {
	if len(text) > maxRule {
		return nil, errBadRule
	}
	plain, until := splitRule(text)
	option, err := rrule.StrToROption(plain)
	if err != nil {
		return nil, errBadRule
	}
	r := &rule{option: *option}
	if until != "" {
		var ok bool
		if r.until, ok = parseStamp(until, floating, false); !ok {
			return nil, errBadRule
		}
	}
	return r, checkOption(option)
}

// splitRule takes out of a rule what rrule-go refuses or reads otherwise: the
// end, which may be in another zone, empty parts, and private ones.
func splitRule(text string) (plain, until string) {
	var parts []string
	for part := range strings.SplitSeq(strings.ToUpper(strings.TrimSpace(text)), ";") {
		name, value, _ := strings.Cut(part, "=")
		switch {
		case part == "", strings.HasPrefix(name, "X-"), part == "RSCALE=GREGORIAN", part == "SKIP=OMIT":
		case name == "UNTIL":
			until = value
		default:
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ";"), until
}

// checkOption refuses what rrule-go would follow for ever, or would panic on.
func checkOption(o *rrule.ROption) error {
	timesOfDay := max(1, len(o.Byhour)) * max(1, len(o.Byminute)) * max(1, len(o.Bysecond))
	switch {
	case o.Freq > rrule.HOURLY, timesOfDay > maxTimesOfDay,
		// rrule-go looks for the hour without end where it never comes round, and
		// goes through all hours for a place that none has.
		o.Freq == rrule.HOURLY && len(o.Byhour)+len(o.Byminute)+len(o.Bysecond)+len(o.Bysetpos) > 0:
		return errTooFrequent
	case o.Interval < 0, o.Interval > maxInterval, o.Count < 0, o.Count > maxCount,
		len(o.Byeaster) > 0, !ordinalsFit(o):
		return errBadRule
	}
	if _, err := rrule.NewRRule(*o); err != nil {
		return errBadRule
	}
	return nil
}

// ordinalsFit tells whether the numbers before weekdays, as in the second
// Monday, can be those of a month, or of a year.
func ordinalsFit(o *rrule.ROption) bool {
	limit := 5
	if o.Freq == rrule.YEARLY && len(o.Bymonth) == 0 {
		limit = 53
	}
	for _, day := range o.Byweekday {
		if day.N() > limit || day.N() < -limit {
			return false
		}
	}
	return true
}

// wallIn is what a clock in the zone shows at s, and the end of the day where s
// is a date; the far future where there is none.
func (s stamp) wallIn(zone *time.Location) int64 {
	switch {
	case s.kind == absent:
		return farFuture
	case s.kind == aDate:
		return s.wall + secondsPerDay - 1
	case s.zone == utc && zone != nil:
		return wallOf(time.Unix(s.wall, 0).In(zone))
	}
	return s.wall
}

// farFuture is the year 9999, the last that has a date in iCalendar.
const farFuture = 253402300799
