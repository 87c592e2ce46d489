package link

import (
	"errors"
	"fmt"
)

// Recognise returns the meeting that a pasted text invites to: a link, a
// message, a whole e-mail, or a code of ours. The errors are ErrNothing,
// ErrUnknownService with the host in an *UnknownError, ErrNotMeeting,
// ErrIncomplete, ErrTooLong, and ErrMalformed for an invitation of ours.
func Recognise(text string) (Meeting, error) {
	if len(text) > MaxPasted {
		return Meeting{}, fmt.Errorf("text of %d bytes: %w", len(text), ErrTooLong)
	}
	f := newFinder()
	f.read(Part{Place: Pasted, Text: text})
	if found := f.best(); len(found) > 0 {
		return found[0], nil
	}
	err := f.trouble()
	if !errors.Is(err, ErrNothing) {
		return Meeting{}, err
	}
	if invite, err := Parse(text); !errors.Is(err, ErrNotOurs) {
		if err != nil {
			return Meeting{}, err
		}
		return ownMeeting(invite), nil
	}
	return Meeting{}, err
}

// trouble tells why a text with no meeting in it has none, by the link that
// came closest.
func (f *finder) trouble() error {
	switch {
	case f.malformed != nil:
		return f.malformed
	case f.incomplete:
		return ErrIncomplete
	case f.notMeeting:
		return ErrNotMeeting
	case f.tooLong:
		return ErrTooLong
	case f.unknown != nil:
		return f.unknown
	}
	return ErrNothing
}
