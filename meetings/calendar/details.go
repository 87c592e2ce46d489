package calendar

import (
	"strings"

	"hjemmekontor/meetings/link"
)

// details is what an event says besides when it takes place.
type details struct {
	title, location, organiser string
	cancelled, tentative, free bool
	attendees                  map[string]string // the PARTSTAT of each, by address
	meeting                    *link.Meeting

	parts []link.Part
}

// read returns the details. They are looked for once; two who ask at the same
// time find the same.
func (e *event) read() *details {
	if d := e.details.Load(); d != nil {
		return d
	}
	d := &details{}
	inner := ""
	l := lines{text: e.text}
	for line, ok := l.next(); ok; line, ok = l.next() {
		name := nameOf(line)
		switch {
		case name == "BEGIN" && inner == "":
			inner = component(line, name)
		case name == "END" && component(line, name) == inner:
			inner = ""
		case inner == "":
			d.set(name, line)
		}
	}
	if m, ok := link.Best(d.parts...); ok {
		d.meeting = &m
	}
	d.parts = nil
	e.details.Store(d)
	return d
}

func (d *details) set(name, line string) {
	if place, ok := places[name]; ok {
		d.add(place, propertyOf(unfold(line, maxText), name))
	}
	switch name {
	case "SUMMARY":
		d.title = plain(unescape(propertyOf(unfold(line, maxName*8), name).value))
	case "LOCATION":
		d.location = plain(unescape(propertyOf(unfold(line, maxName*8), name).value))
	case "ORGANIZER":
		d.organiser = person(propertyOf(unfold(line, maxName), name))
	case "ATTENDEE":
		d.invite(propertyOf(unfold(line, maxName), name))
	case "STATUS":
		p := propertyOf(unfold(line, maxName), name)
		d.cancelled, d.tentative = p.is("CANCELLED"), d.tentative || p.is("TENTATIVE")
	case "TRANSP":
		d.free = d.free || propertyOf(unfold(line, maxName), name).is("TRANSPARENT")
	case "X-MICROSOFT-CDO-BUSYSTATUS":
		p := propertyOf(unfold(line, maxName), name)
		d.free, d.tentative = d.free || p.is("FREE"), d.tentative || p.is("TENTATIVE")
	}
}

// places says where a link may stand, and how much it is worth there.
var places = map[string]link.Place{
	"CONFERENCE":                            link.InConference, // RFC 7986
	"X-GOOGLE-CONFERENCE":                   link.InConference,
	"X-MICROSOFT-SKYPETEAMSMEETINGURL":      link.InConference,
	"X-MICROSOFT-ONLINEMEETINGCONFLINK":     link.InConference,
	"X-MICROSOFT-ONLINEMEETINGEXTERNALLINK": link.InConference,
	"URL":                                   link.InURL,
	"LOCATION":                              link.InLocation,
	"DESCRIPTION":                           link.InDescription,
	"X-ALT-DESC":                            link.InHTML,
}

func (d *details) add(place link.Place, p property) {
	text := unescape(p.value)
	// Google writes HTML where plain text belongs.
	if place == link.InDescription && strings.Contains(text, "</") {
		place = link.InHTML
	}
	d.parts = append(d.parts, link.Part{Place: place, Text: text})
}

// person returns the name of somebody, or else the address.
func person(p property) string {
	if name := plain(decode(p.param("CN"))); name != "" {
		return name
	}
	return plain(address(p.value))
}

// address returns the e-mail address in a calendar address, in small letters.
func address(value string) string {
	value = strings.ToLower(strings.TrimSpace(decode(value)))
	return strings.TrimPrefix(value, "mailto:")
}

func addresses(list []string) []string {
	all := make([]string, len(list))
	for i, a := range list {
		all[i] = address(a)
	}
	return all
}

func (d *details) invite(p property) {
	if d.attendees == nil {
		d.attendees = make(map[string]string)
	}
	if len(d.attendees) < maxAttendees {
		d.attendees[address(p.value)] = strings.ToUpper(p.param("PARTSTAT"))
	}
	// Exchange puts the address here where the value is its own kind of name.
	if email := p.param("EMAIL"); email != "" {
		d.attendees[address(email)] = strings.ToUpper(p.param("PARTSTAT"))
	}
}

// answer is what the one with these addresses replied. The first that was
// invited counts.
func (d *details) answer(me []string) Answer {
	for _, a := range me {
		switch status, invited := d.attendees[a]; {
		case !invited:
		case status == "ACCEPTED":
			return Accepted
		case status == "TENTATIVE":
			return Tentative
		case status == "DECLINED", status == "DELEGATED":
			return Declined
		default:
			return Unanswered
		}
	}
	if d.tentative {
		return Tentative
	}
	return None
}
