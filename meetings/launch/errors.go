package launch

import "errors"

// What keeps a meeting from being opened. A context that ends is returned as
// its own error.
var (
	// ErrRetired says that the service is closed. Its links are never opened.
	ErrRetired = errors.New("service is closed")
	// ErrOwn says that the meeting is one of our own calls, which the app joins
	// itself.
	ErrOwn = errors.New("meeting is one of our own calls")
	// ErrNotAllowed says that the address is not one that may reach the
	// operating system.
	ErrNotAllowed = errors.New("address is not one to be opened")
	// ErrNoNew says that the tool has no address that begins a new meeting.
	ErrNoNew = errors.New("tool has no address for a new meeting")
	// ErrNoBrowser says that the system has nothing to open web pages with.
	ErrNoBrowser = errors.New("no browser to open web pages with")
	// ErrNotOpened says that the system tried and failed.
	ErrNotOpened = errors.New("system could not open the address")
	// ErrCancelled says that the system asked the user which program to take,
	// and the user wanted none.
	ErrCancelled = errors.New("user chose no program")
	// ErrNoWord is what a System returns when the address has been handed over
	// and nothing tells whether a program took it. Open and OpenNew turn it
	// into an Outcome that is not Sure.
	ErrNoWord = errors.New("system does not say whether anything opened")
)
