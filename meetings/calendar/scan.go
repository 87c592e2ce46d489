package calendar

import (
	"context"
	"net/mail"
	"strings"
)

// scanner reads a document line by line. Components within components are not
// followed: an event ends where another begins, so that one without an end
// costs no more than itself.
type scanner struct {
	lines   lines
	zones   *zoneTable
	rules   map[string]*rule
	skipped Skipped
	events  []*event

	name      string
	withdrawn bool   // METHOD:CANCEL
	event     *event // being read, nil outside
	from      int    // where the text of the event or zone begins
	inner     string // the component that is left out, such as VALARM
}

func newScanner(text string) *scanner {
	return &scanner{lines: lines{text: text}, zones: newZoneTable(), rules: make(map[string]*rule)}
}

// run reads everything.
func (s *scanner) run(ctx context.Context) error {
	for n := 0; ; n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		at := s.lines.at
		line, ok := s.lines.next()
		if !ok {
			break
		}
		if err := s.take(line, at); err != nil {
			return err
		}
	}
	if s.event != nil {
		s.skipped[BadLine]++
		s.close(len(s.lines.text))
	}
	return nil
}

// take reads the line that begins at the place given.
func (s *scanner) take(line string, at int) error {
	name := nameOf(line)
	switch {
	case name == "BEGIN":
		return s.begin(component(line, name), at)
	case name == "END":
		s.end(component(line, name), at)
	case s.inner != "":
	case name == "":
		s.skipped[BadLine]++
	case s.event != nil:
		s.set(s.event, name, line)
	default:
		s.head(name, line)
	}
	return nil
}

// component returns what a BEGIN or END names.
func component(line, name string) string {
	return strings.ToUpper(strings.TrimSpace(propertyOf(unfold(line, maxName), name).value))
}

func (s *scanner) begin(name string, at int) error {
	switch {
	case name == "VEVENT":
		if s.event != nil {
			s.skipped[BadLine]++
			s.close(at)
		}
		if len(s.events) == MaxEvents {
			return ErrTooLarge
		}
		s.event, s.from, s.inner = &event{withdrawn: s.withdrawn}, s.lines.at, ""
	case name == "VCALENDAR":
		s.withdrawn, s.inner = false, ""
	case s.inner == "":
		s.inner = name
		if s.event == nil {
			s.from = s.lines.at
		}
	}
	return nil
}

func (s *scanner) end(name string, at int) {
	switch name {
	case "VEVENT", "VCALENDAR":
		s.inner = ""
		if s.event != nil {
			s.close(at)
		}
	case s.inner:
		s.inner = ""
		if name == "VTIMEZONE" && s.event == nil {
			s.zones.define(s.lines.text[s.from:at])
		}
	}
}

// close ends the event that is being read, whose text ends at the place given.
func (s *scanner) close(at int) {
	e := s.event
	s.event, s.inner = nil, ""
	switch {
	case e.start.kind == absent:
		s.skipped[NoStart]++
		return
	case e.start.kind == broken, e.id.kind == broken:
		return
	case e.end.kind == broken:
		e.end = stamp{}
	}
	e.text = s.lines.text[s.from:at]
	if e.allDay && e.start.wall%secondsPerDay == 0 && e.end.wall%secondsPerDay == 0 {
		e.start.kind, e.start.zone = aDate, floating
	}
	s.events = append(s.events, e)
}

// head reads a property of the whole calendar.
func (s *scanner) head(name, line string) {
	switch name {
	case "METHOD":
		s.withdrawn = propertyOf(unfold(line, maxName), name).is("CANCEL")
	case "X-WR-CALNAME", "NAME":
		if s.name == "" {
			s.name = plain(unescape(propertyOf(unfold(line, maxName), name).value))
		}
	case "X-WR-TIMEZONE":
		s.zones.home = strings.TrimSpace(propertyOf(unfold(line, maxName), name).value)
	}
}

// owner returns the address in a calendar's name, if it is one.
func owner(name string) []string {
	address, err := mail.ParseAddress(name)
	if err != nil || address.Address != name {
		return nil
	}
	return []string{strings.ToLower(name)}
}
