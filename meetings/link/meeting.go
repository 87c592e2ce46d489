package link

import "net/url"

// Kind is what a link to a service leads to.
type Kind string

// The kinds. Of several links in one place they are preferred in this order.
const (
	Own      Kind = "own"      // an invitation of Hjemmekontor's
	Join     Kind = "join"     // a scheduled meeting, or a room for everyone
	Personal Kind = "personal" // somebody's permanent room, as in a signature
	Host     Kind = "host"     // starts the meeting as its host
	Webinar  Kind = "webinar"  // a webinar or a broadcast, or its registration
	Retired  Kind = "retired"  // a service that is closed; never opened
)

// OwnService is the Service of our own invitations, and OwnName the Name.
const (
	OwnService = "hjemmekontor"
	OwnName    = "Hjemmekontor"
)

// Meeting is a recognised invitation. However it is printed or logged, what is
// secret in it stays out. It is made by Find, Best and Recognise; one made of
// the exported fields alone knows only what the address tells.
type Meeting struct {
	// Service is the service's id in services.json: zoom, teams, meet, whereby.
	Service string
	// Name is the service's own name, such as Google Meet.
	Name string
	// Tool is the id of the guide's tool, "" where the guide has none.
	Tool string
	Kind Kind
	// Address is the https address of the meeting, out of whatever it was
	// wrapped in, with its percent-encoding as it came; at most MaxAddress
	// bytes of ASCII. It may carry a passcode. It is "" for our own invitations and for
	// those of a retired service that have no https form.
	Address string
	// Invite is our own invitation; nil for all other services.
	Invite *Invite

	number, passcode string // as found in the text beside the link
}

// match recognises the address again. It is false where there is none, or it
// is not one that Find would return.
func (m Meeting) match() (match, bool) {
	a, ok := split(m.Address)
	if !ok {
		return match{}, false
	}
	found, err := known().match(a)
	return found, err == nil && found.service.ID == m.Service
}

// Native is the address that opens the meeting in the service's app; its
// scheme is one of AppSchemes. It is false where there is none, as for a
// personal Zoom room. It may carry a passcode.
func (m Meeting) Native() (string, bool) {
	found, ok := m.match()
	if !ok || m.Kind == Retired || found.route.Native == "" {
		return "", false
	}
	return found.expand(found.route.Native), true
}

// Web is the address to open in a browser: the service's web client where it
// has one of its own, otherwise Address. It may carry a passcode.
func (m Meeting) Web() string {
	found, ok := m.match()
	if !ok || found.route.Web == "" {
		return m.Address
	}
	return found.expand(found.route.Web)
}

// Number is the meeting's id grouped as people read it aloud: 923 4567 8901.
// It is "" where there is none.
func (m Meeting) Number() string {
	s := known().service(m.Service)
	if s == nil {
		return ""
	}
	if a, ok := split(m.Address); ok {
		// What is kept in the clear may be less than a link, and have it.
		if found, _ := known().match(a); found.service == s && found.groups["number"] != "" {
			return s.group(found.groups["number"])
		}
	}
	return s.group(m.number)
}

// Passcode is what to type when the service asks for a passcode, as it stands
// in the text or the link, at most MaxPasscode bytes; "" if there is none that
// a person could type.
func (m Meeting) Passcode() string {
	if m.passcode != "" {
		return m.passcode
	}
	found, ok := m.match()
	if !ok || found.service.Passcode == nil {
		return ""
	}
	value, _ := found.address.parameter(found.service.Passcode.Parameter)
	typed, err := url.QueryUnescape(value)
	if err != nil || len(typed) > found.service.Passcode.Longest {
		return ""
	}
	return typed
}
