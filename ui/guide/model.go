package guide

import (
	"maps"
	"time"

	"fyne.io/fyne/v2"

	"hjemmekontor/meetings/tools"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	Open func(url string)
	// NewMeeting begins a meeting in a tool.
	NewMeeting func(tool tools.ID)
	// OwnCall leads to where a call of the app's own is begun.
	OwnCall func()
	// Focus gives the keys to something on the screen.
	Focus func(fyne.Focusable)
}

// Verdict is what the company says of a tool.
type Verdict struct {
	Approved bool
	Note     string // why, or for what, in the user's language; may be empty
}

// Model is what the screen shows besides the guide.
type Model struct {
	Company  string // the name in the company's file, "" without a file
	Verdicts map[tools.ID]Verdict
	// Startable is the tools that a meeting can be begun in.
	Startable map[tools.ID]bool
	Now       time.Time // what the age of facts is counted from
}

// approves tells whether the company approves of any tool: the others are then
// to be warned of.
func (m Model) approves() bool {
	for _, v := range m.Verdicts {
		if v.Approved {
			return true
		}
	}
	return false
}

// Way is a way into the guide.
type Way string

// The ways.
const (
	Choose  Way = "choose"
	Compare Way = "compare"
	Read    Way = "read"
)

// State is what the user has chosen on the screen. The zero State is that of a
// screen on which nothing has been chosen yet.
type State struct {
	Way     Way
	Tool    tools.ID // that is read up on, "" before the first
	Role    tools.Role
	Answers map[tools.QuestionID]tools.AnswerID
	Alike   bool // the comparison shows what is alike as well
}

func (s State) clone() State {
	s.Answers = maps.Clone(s.Answers)
	return s
}
