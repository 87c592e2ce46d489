package link

import "errors"

// MaxPasted is the longest text, in bytes, in which meetings are looked for.
const MaxPasted = 1 << 20

// MaxAddress is the longest address, in bytes, that is taken for a meeting's,
// counted with whatever it is wrapped in.
const MaxAddress = 4096

var (
	// ErrNothing says that a text holds no link.
	ErrNothing = errors.New("no link in the text")
	// ErrUnknownService says that a text holds a link, but to no service that
	// is known here. The error is an *UnknownError.
	ErrUnknownService = errors.New("link to an unknown service")
	// ErrNotMeeting says that a link leads to a known service, but to no
	// meeting there: a start page, a list of phone numbers, the settings.
	ErrNotMeeting = errors.New("link to no meeting")
	// ErrIncomplete says that the end of a link to a meeting is missing.
	ErrIncomplete = errors.New("link cut short")
	// ErrTooLong says that a text is longer than MaxPasted, or the only link in
	// it longer than MaxAddress.
	ErrTooLong = errors.New("text too long")
)
