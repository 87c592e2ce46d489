package calendar

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// observance is one of the offsets of a VTIMEZONE and when it begins to apply
// (RFC 5545, 3.6.5).
type observance struct {
	summer   bool
	from, to int // seconds east of UTC before and after
	start    stamp
	rule     *rule
	dates    []stamp
}

// onset is a moment at which another offset begins to apply.
type onset struct {
	at         int64 // in Unix time
	observance int   // its place in the list
}

// The years for which the changes of a VTIMEZONE are worked out.
const (
	firstYear = 1990
	lastYear  = 2060
)

// definedName returns the TZID of a VTIMEZONE.
func definedName(text string) string {
	l := lines{text: text}
	for line, ok := l.next(); ok; line, ok = l.next() {
		if name := nameOf(line); name == "TZID" {
			return strings.TrimSpace(propertyOf(unfold(line, maxName), name).value)
		}
	}
	return ""
}

// define makes a zone of a VTIMEZONE. It is nil where the definition makes no
// sense.
func define(name, text string) *time.Location {
	observances := observancesOf(text)
	if len(observances) == 0 {
		return nil
	}
	var onsets []onset
	for i := range observances {
		for _, at := range observances[i].onsets() {
			onsets = append(onsets, onset{at: at, observance: i})
		}
	}
	slices.SortStableFunc(onsets, func(a, b onset) int { return cmp.Compare(a.at, b.at) })
	zone, err := time.LoadLocationFromTZData(name, tzif(observances, onsets))
	if err != nil {
		return nil
	}
	return zone
}

// observancesOf reads those that are whole.
func observancesOf(text string) []observance {
	var all []observance
	var one *observance
	l := lines{text: text}
	read := 0
	for line, ok := l.next(); ok && read < maxZoneLines && len(all) < maxObservances; line, ok = l.next() {
		read++
		name := nameOf(line)
		p := property{}
		if name != "" {
			p = propertyOf(unfold(line, maxText), name)
		}
		switch {
		case name == "BEGIN":
			one = &observance{summer: p.is("DAYLIGHT"), from: -1, to: -1}
		case one == nil:
		case name == "END":
			if one.start.kind != absent && one.from != -1 && one.to != -1 {
				all = append(all, *one)
			}
			one = nil
		default:
			one.set(name, p)
		}
	}
	return all
}

func (o *observance) set(name string, p property) {
	switch name {
	case "DTSTART":
		if s, ok := parseStamp(p.value, floating, false); ok {
			o.start = s
		}
	case "TZOFFSETFROM":
		o.from = parseOffset(p.value)
	case "TZOFFSETTO":
		o.to = parseOffset(p.value)
	case "RRULE":
		if r, err := parseRule(p.value); err == nil {
			o.rule = r
		}
	case "RDATE":
		for value := range strings.SplitSeq(p.value, ",") {
			if s, ok := parseStamp(value, floating, false); ok {
				o.dates = append(o.dates, s)
			}
		}
	}
}

// onsets lists when the observance begins to apply, in Unix time.
func (o *observance) onsets() []int64 {
	walls := []int64{o.start.wall}
	for _, s := range o.dates {
		walls = append(walls, s.wall)
	}
	if o.rule != nil {
		from := time.Date(firstYear, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
		to := time.Date(lastYear, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
		more, _ := o.rule.between(o.start.wall, o.rule.until.wallIn(time.FixedZone("", o.from)), from, to, newEffort())
		walls = append(walls, more...)
	}
	// The observance's own times are given in the offset before.
	for i := range walls {
		walls[i] -= int64(o.from)
	}
	return walls
}

// parseOffset reads +HHMM or +HHMMSS as seconds, and gives -1 for what is
// neither.
func parseOffset(value string) int {
	value = strings.TrimSpace(value)
	if len(value) != len("+0100") && len(value) != len("+010000") {
		return -1
	}
	n, ok := parseWall("19700101", value[1:])
	switch {
	case ok && value[0] == '+':
		return int(n)
	case ok && value[0] == '-':
		return -int(n)
	}
	return -1
}
