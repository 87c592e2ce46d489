package calendar

import (
	"strings"
	"time"
)

// stamp is a date, or a date and time as a clock on the wall shows it, with
// the zone of that clock.
type stamp struct {
	wall int64 // seconds since 1970 as if the zone were UTC
	zone zoneID
	kind stampKind
}

type stampKind uint8

const (
	absent stampKind = iota
	broken           // there, but not to be read
	aDate
	aTime
)

const secondsPerDay = 24 * 60 * 60

// parseStamp reads a value of the types DATE and DATE-TIME (RFC 5545, 3.3.4 and
// 3.3.5), and the ISO form that some programs write. Where a PERIOD stands, its
// beginning is read.
func parseStamp(value string, zone zoneID, dateOnly bool) (stamp, bool) {
	value, _, _ = strings.Cut(strings.TrimSpace(value), "/")
	if len(value) >= len(time.DateOnly) && value[4] == '-' {
		value = strings.NewReplacer("-", "", ":", "").Replace(value)
	}
	s := stamp{zone: zone, kind: aTime}
	if n := len(value); n > 0 && value[n-1]|0x20 == 'z' {
		value, s.zone = value[:n-1], utc
	}
	clock := ""
	switch len(value) {
	case len("20060102"):
		s.zone, s.kind = floating, aDate
	case len("20060102T1504"), len("20060102T150405"):
		if value[8]|0x20 != 't' {
			return stamp{}, false
		}
		value, clock = value[:8], value[9:]
	default:
		return stamp{}, false
	}
	if dateOnly {
		s.zone, s.kind, clock = floating, aDate, ""
	}
	wall, ok := parseWall(value, clock)
	s.wall = wall
	return s, ok
}

// parseWall reads YYYYMMDD, and HHMM or HHMMSS.
func parseWall(date, clock string) (int64, bool) {
	year, ok1 := digits(date[:4])
	month, ok2 := digits(date[4:6])
	day, ok3 := digits(date[6:])
	if !ok1 || !ok2 || !ok3 {
		return 0, false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || t.Month() != time.Month(month) || year == 0 {
		return 0, false
	}
	wall := t.Unix()
	for i, unit := range [...]struct{ limit, seconds int }{{24, 3600}, {60, 60}, {61, 1}} {
		if len(clock) < 2*i+2 {
			break
		}
		n, ok := digits(clock[2*i : 2*i+2])
		if !ok || n >= unit.limit {
			return 0, false
		}
		n = min(n, 59) // a leap second
		wall += int64(n * unit.seconds)
	}
	return wall, true
}

func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

// instant is when a clock in the zone shows the wall time. An hour that the
// clocks skip is counted on with the offset before it, and of one that they go
// through twice it is the first (RFC 5545, 3.3.5); time.Date promises neither.
func instant(wall int64, zone *time.Location) time.Time {
	asked := time.Unix(wall, 0).UTC()
	year, month, day := asked.Date()
	hour, minute, second := asked.Clock()
	t := time.Date(year, month, day, hour, minute, second, 0, zone)
	_, offset := t.Zone()
	_, before := t.Add(-12 * time.Hour).Zone()
	if offset == before && wallOf(t) == wall {
		return t
	}
	first := time.Unix(wall-int64(before), 0).In(zone)
	if wallOf(t) != wall || wallOf(first) == wall {
		return first
	}
	return t
}

// wallOf is what a clock in t's zone shows at t.
func wallOf(t time.Time) int64 {
	_, offset := t.Zone()
	return t.Unix() + int64(offset)
}
