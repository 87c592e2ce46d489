package link

// Place is where a text stood. The lower, the more a link there is meant as
// the way into the meeting.
type Place int

// The places, the most trusted first.
const (
	// InConference is the field that a calendar has for this purpose, such as
	// CONFERENCE of RFC 7986 or X-GOOGLE-CONFERENCE.
	InConference Place = iota
	// InURL is the URL field of an event.
	InURL
	// InLocation is the location of an event.
	InLocation
	// InDescription is the description of an event, as plain text.
	InDescription
	// InHTML is a description or a body written in HTML.
	InHTML
	// Pasted is a text of which nothing is known: plain, HTML or part of a mail.
	Pasted
)

// Part is a text and where it stood.
type Part struct {
	Place Place
	Text  string
}
