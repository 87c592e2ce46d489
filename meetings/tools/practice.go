package tools

import "slices"

// Role is somebody's part in a meeting.
type Role string

// The roles.
const (
	Host          Role = "host"
	Participant   Role = "participant"
	Administrator Role = "administrator"
)

// Roles lists the roles in the order in which they are shown.
func Roles() []Role { return []Role{Host, Participant, Administrator} }

// Kind is what a step asks one to do.
type Kind string

// The kinds of steps.
const (
	SwitchOn  Kind = "switch-on"
	SwitchOff Kind = "switch-off"
	Check     Kind = "check"
	Do        Kind = "do"
)

// Kinds lists the kinds of steps.
func Kinds() []Kind { return []Kind{SwitchOn, SwitchOff, Check, Do} }

// Step is one step to a safe meeting.
type Step struct {
	ID   string // unique in the guide, begins with the tool's ID and the role
	Kind Kind
	// Located tells that there is a text on where the setting is found.
	Located bool
	Evidence
}

// Point is something to check before a tool is launched for the first time.
type Point struct {
	ID string // unique in the guide, begins with the tool's ID
	Evidence
}

// Practice lists the steps to a safe meeting for a role, in order. For a
// retired tool they are what to do instead.
func (t Tool) Practice(role Role) []Step { return slices.Clone(t.practice[role]) }

// Before lists what to check before the tool's first launch. A retired tool has
// none, as it is never launched.
func (t Tool) Before() []Point { return slices.Clone(t.before) }
