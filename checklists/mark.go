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
}
