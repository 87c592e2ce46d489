// Package agenda shows the meetings of the calendars: what is on now and next,
// as a card for the first screen of the morning, and today with the coming
// week, for the page of meetings. It says how old what it shows is when that
// may be wrong, and what became of a meeting that was opened.
//
// It shows what it is given and asks for changes by callback.
package agenda

import (
	"time"
)

// Answer is what the user has answered to an invitation.
type Answer int

// The answers. None is of a meeting that asks for none, such as one's own.
const (
	None Answer = iota
	Accepted
	Tentative
	Declined
	Unanswered
)

// Meeting is one occurrence of a meeting, as the screens show it. Two that are
// equal look the same.
type Meeting struct {
	// ID is what the shell knows the occurrence by; no two in a Model have the
	// same.
	ID         string
	Start, End time.Time
	AllDay     bool   // from one midnight of the user's to another
	Title      string // "" if it has none
	// Service is the name of the service it is held in, such as Zoom, "" if it
	// is not known.
	Service   string
	Place     string // where, if that is not its link
	Organiser string // name or address, "" if it is not known
	Cancelled bool
	Answer    Answer
	// Joinable tells that it has a link that can be opened.
	Joinable bool
	// Retired tells that its link leads to a service that was shut down.
	Retired bool
	// Free tells that it does not take up the user's time, as a birthday.
	Free bool
}

// idle tells whether the user is not going to be there.
func (m Meeting) idle() bool { return m.Cancelled || m.Answer == Declined }

// Trouble is why a calendar cannot be fetched.
type Trouble int

// The troubles. Failing is any that has no words of its own.
const (
	Fine        Trouble = iota
	Unreachable         // no network, or the server does not answer
	Refused             // the server does not let us in
	Missing             // there is no calendar at the address any more
	Unreadable          // what comes is no calendar
	Locked              // the keyring does not give out the address
	Failing
)

// Calendar is how it stands with one of the calendars.
type Calendar struct {
	Name    string
	Where   string    // its host, "" for a file
	File    bool      // taken from a file: it is never fetched anew
	Fetched time.Time // when what is shown was fetched, zero if never
	Trouble Trouble
}

// Model is what the card and the list show.
type Model struct {
	// Now is what "now" and "today" are, in the user's time zone.
	Now time.Time
	// Loaded is false until the calendars have been read for the first time;
	// until then nothing is said about them.
	Loaded    bool
	Calendars []Calendar // those that are shown; empty if there are none
	// Meetings are those of today and the coming week, in order of their start.
	Meetings []Meeting
	// Shortcut is the ID of the meeting that the keyboard shortcut joins, "" if
	// there is none at the moment.
	Shortcut string
}

// Actions is what the card and the list ask the shell to do.
type Actions struct {
	Join func(id string) // open the meeting with this ID
	// AddCalendar leads to where a calendar is added, and Calendars to the list
	// of them.
	AddCalendar, Calendars func()
	// Fetch fetches the calendars that can be fetched again, now.
	Fetch func()
	// OpenMeetings leads to the page of meetings; only the card asks for it.
	OpenMeetings func()
}
