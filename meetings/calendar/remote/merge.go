package remote

import (
	"bytes"
	"strings"
)

// merger makes one iCalendar document of the many of a collection, each of which
// holds an event with its exceptions and the time zones it needs (RFC 4791,
// section 4.1).
type merger struct {
	body    bytes.Buffer
	zones   map[string]bool
	skipped int
}

// document returns what has been added.
func (m *merger) document() []byte {
	var b bytes.Buffer
	b.Grow(m.body.Len() + 100)
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hjemmekontor//NONSGML CalDAV//EN\r\n")
	b.Write(m.body.Bytes())
	b.WriteString("END:VCALENDAR\r\n")
	return b.Bytes()
}

// add takes events and time zones out of a resource. One in which beginnings and
// ends do not match is left out, as it would break the others.
func (m *merger) add(r resource) error {
	if len(r.props.Data) == 0 {
		return nil
	}
	parts, ok := components(r.props.Data)
	if !ok {
		m.skipped++
		return nil
	}
	for _, part := range parts {
		switch part.name {
		case "VEVENT":
			m.body.Write(part.text)
		case "VTIMEZONE":
			m.addZone(part.text)
		}
	}
	return nil
}

// addZone takes the first zone of a name: that others mean something else by the
// same name happens where no two programs have written to a calendar.
func (m *merger) addZone(text []byte) {
	name := zoneName(text)
	if m.zones[name] {
		return
	}
	if m.zones == nil {
		m.zones = make(map[string]bool)
	}
	m.zones[name] = true
	m.body.Write(text)
}

func zoneName(text []byte) string {
	for line := range bytes.Lines(text) {
		if name, found := cutFold(line, "TZID:"); found {
			return name
		}
	}
	return ""
}

// component is a part of a calendar, with all that is in it.
type component struct {
	name string
	text []byte
}

// components takes a document apart. Lines that are folded stay so: nobody folds
// those with which a component begins and ends.
func components(document []byte) ([]component, bool) {
	var s splitter
	for line := range bytes.Lines(bytes.TrimPrefix(document, []byte("\ufeff"))) {
		line = bytes.TrimRight(line, "\r\n")
		if len(bytes.TrimSpace(line)) > 0 && !s.take(line) {
			return nil, false
		}
	}
	return s.parts, s.ended
}

// splitter follows what begins and ends in a document.
type splitter struct {
	open  []string
	text  bytes.Buffer
	parts []component
	ended bool
}

// take reads a line, and reports whether it fits.
func (s *splitter) take(line []byte) bool {
	if name, begins := cutFold(line, "BEGIN:"); begins {
		s.open = append(s.open, name)
	}
	depth := len(s.open)
	if s.ended || depth == 0 || depth > maxDepth || s.open[0] != "VCALENDAR" {
		return false
	}
	if depth > 1 {
		s.text.Write(line)
		s.text.WriteString("\r\n")
	}
	if name, ends := cutFold(line, "END:"); ends {
		return s.end(name)
	}
	return true
}

func (s *splitter) end(name string) bool {
	last := len(s.open) - 1
	if s.open[last] != name {
		return false
	}
	s.open = s.open[:last]
	switch last {
	case 1:
		s.parts = append(s.parts, component{name, bytes.Clone(s.text.Bytes())})
		s.text.Reset()
	case 0:
		s.ended = true
	}
	return true
}

// cutFold returns what follows a prefix that may be in any case, in capitals.
func cutFold(line []byte, prefix string) (string, bool) {
	if len(line) < len(prefix) || !strings.EqualFold(string(line[:len(prefix)]), prefix) {
		return "", false
	}
	return strings.ToUpper(strings.TrimSpace(string(line[len(prefix):]))), true
}
