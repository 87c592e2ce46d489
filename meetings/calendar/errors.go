package calendar

import "errors"

var (
	// ErrNotCalendar tells that the document is something else, such as a web
	// page that asks for a password.
	ErrNotCalendar = errors.New("not a calendar")
	// ErrTooLarge tells that the document exceeds MaxSize or MaxEvents.
	ErrTooLarge = errors.New("calendar too large")
	// ErrTooMany tells that more happens in the span than MaxOccurrences, or that
	// finding out would take too long.
	ErrTooMany = errors.New("too many occurrences")
)
