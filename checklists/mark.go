package checklists

import "time"

// State is what the user has said about an item.
type State string

// An item is Open until the user says otherwise. NotForMe takes it out of the
// count without calling it done.
const (
	Open     State = "open"
	Done     State = "done"
	NotForMe State = "not-for-me"
)

// Valid reports whether s is one of the states above.
func (s State) Valid() bool { return s == Open || s == Done || s == NotForMe }

// Mark is what the user last said about one item.
type Mark struct {
	ItemID string
	State  State
	// At is when it was said, in UTC with millisecond precision.
	At time.Time
	// Reason is why the item is not for the user, in the user's own words;
	// empty for any other state, and where none was given.
	Reason string
}

// Note is what the user has written about an item for themselves.
type Note struct {
	ItemID string
	Text   string // at most MaxNote characters, may hold line breaks
	// Shared is true if the user has chosen to let the note, and the reason
	// why an item is not for them, stand in a report to the employer.
	Shared bool
}

// MaxNote bounds a note and MaxReason a reason, in characters.
const (
	MaxNote   = 2000
	MaxReason = 200
)
