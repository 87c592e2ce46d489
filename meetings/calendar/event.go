package calendar

import (
	"errors"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	ical "github.com/emersion/go-ical"
)

// event is a VEVENT. What says when it takes place is read at once, the rest
// only when it falls into a span that was asked for.
type event struct {
	text     string // its lines, without the first and last
	uid      string
	sequence int
	start    stamp
	end      stamp
	duration time.Duration // where there is no end
	// recurs is nil for what takes place once.
	recurs *recurrence
	// id is the occurrence of a series that this one replaces (RECURRENCE-ID).
	id     stamp
	onward bool // also all that follow (RANGE=THISANDFUTURE)

	withdrawn bool // by METHOD:CANCEL
	allDay    bool // by Outlook's own mark

	details atomic.Pointer[details]
}

// recurrence is when something takes place again.
type recurrence struct {
	rule            *rule // nil where there are only dates
	dates, excluded []stamp
}

// set takes a property that says when the event takes place, and leaves others.
func (s *scanner) set(e *event, name, line string) {
	switch name {
	case "DTSTART":
		s.setStamp(&e.start, name, line)
	case "DTEND":
		s.setStamp(&e.end, name, line)
	case "RECURRENCE-ID":
		p := s.setStamp(&e.id, name, line)
		e.onward = strings.EqualFold(p.param("RANGE"), "THISANDFUTURE")
	case "DURATION":
		s.setDuration(e, propertyOf(unfold(line, maxName), name))
	case "UID":
		e.uid = strings.TrimSpace(decode(propertyOf(unfold(line, maxName), name).value))
	case "SEQUENCE":
		e.sequence, _ = strconv.Atoi(strings.TrimSpace(propertyOf(unfold(line, maxName), name).value))
	case "RRULE":
		s.setRule(e, propertyOf(unfold(line, 2*maxRule), name).value)
	case "RDATE":
		e.recur().dates = s.dates(e.recur().dates, name, line)
	case "EXDATE":
		e.recur().excluded = s.dates(e.recur().excluded, name, line)
	case "EXRULE": // of RFC 2445, given up in 5545
		s.skipped[BadRecurrence]++
	case "X-MICROSOFT-CDO-ALLDAYEVENT":
		e.allDay = propertyOf(unfold(line, maxName), name).is("TRUE")
	}
}

func (e *event) recur() *recurrence {
	if e.recurs == nil {
		e.recurs = &recurrence{}
	}
	return e.recurs
}

func (s *scanner) setStamp(to *stamp, name, line string) property {
	p := propertyOf(unfold(line, maxName), name)
	at, ok := s.stamp(p, p.value)
	if !ok {
		s.skipped[BadTime]++
		at = stamp{kind: broken}
	}
	*to = at
	return p
}

// stamp reads a time with the parameters that stand in front of it.
func (s *scanner) stamp(p property, value string) (stamp, bool) {
	zone, dateOnly := floating, false
	if p.params != "" {
		zone = s.zones.id(p.param("TZID"))
		dateOnly = strings.EqualFold(p.param("VALUE"), "DATE")
	}
	return parseStamp(value, zone, dateOnly)
}

// dates adds the times of a list.
func (s *scanner) dates(all []stamp, name, line string) []stamp {
	p := propertyOf(unfold(line, len(line)), name)
	for value := range strings.SplitSeq(p.value, ",") {
		if len(all) >= maxDates {
			s.skipped[TooMuch]++
			break
		}
		if at, ok := s.stamp(p, value); ok {
			all = append(all, at)
		} else if value != "" {
			s.skipped[BadTime]++
		}
	}
	return all
}

func (s *scanner) setDuration(e *event, p property) {
	value := strings.ToUpper(strings.TrimSpace(p.value))
	d, err := (&ical.Prop{Name: ical.PropDuration, Value: value}).Duration()
	// Of longer ones the number may not have fitted.
	if err != nil || len(value) > len("-P100DT00H00M00S") {
		s.skipped[BadTime]++
		return
	}
	e.duration = max(0, d)
}

// setRule takes the first rule: RFC 5545 says that there should be no other.
func (s *scanner) setRule(e *event, text string) {
	if e.recur().rule != nil {
		s.skipped[BadRecurrence]++
		return
	}
	r, known := s.rules[text]
	if !known {
		var err error
		r, err = parseRule(text)
		switch {
		case err == nil:
			s.rules[text] = r
		case errors.Is(err, errTooFrequent):
			s.skipped[TooFrequent]++
			return
		default:
			s.skipped[BadRecurrence]++
			return
		}
	}
	e.recur().rule = r
}
