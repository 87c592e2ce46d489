package launcher

import (
	"time"

	"fyne.io/fyne/v2"

	"hjemmekontor/ui/agenda"
)

// Way is what a meeting is opened in. The values are those of package launch.
type Way string

// The ways.
const (
	App     Way = "app"
	Browser Way = "browser"
)

// Kind is what a recognised invitation leads to.
type Kind int

// The kinds.
const (
	Meeting  Kind = iota // a meeting to join
	Personal             // somebody's own room, with an address that stays
	Webinar
	Host    // starts the meeting as its host
	Retired // in a service that was shut down: there is nothing to open
	Call    // a call of our own
)

// Problem is why nothing can be opened.
type Problem int

// The problems. UnknownService is none that hinders: its link can be opened in
// the browser.
const (
	NoProblem Problem = iota
	Empty
	NoLink         // there is no link in the text
	UnknownService // a link, but not to a service that is known
	NotMeeting     // a known service, but no meeting there
	Incomplete     // cut off
	TooLong
	CodeAlone // the code of a call, without saying where
)

// Verdict is what the company says of a tool.
type Verdict int

// The verdicts. Unjudged is where the company has no list, or there is no
// company.
const (
	Unjudged Verdict = iota
	Approved
	Unapproved
)

// Recognised is what a text turned out to be. Two that are equal look the same.
type Recognised struct {
	Problem Problem
	Host    string // of an unknown service

	Kind    Kind
	Service string // its own name: Zoom
	// Number is the meeting's ID as people read it aloud, and Passcode what one
	// can type; "" where there is none.
	Number, Passcode string
	// PasscodeIncluded tells that the link or the text brings the passcode, in
	// whatever form.
	PasscodeIncluded bool
	// HasApp tells that the service has an app that can be asked to open it, and
	// Way what the user wants it opened in.
	HasApp bool
	Way    Way

	Verdict Verdict
	Company string // whose verdict it is
	Note    string // the company's own words on it, or ""
	// Instead is what to do instead of opening a Retired one, or "".
	Instead string
	// Kept tells that it is among the favourites already.
	Kept bool
}

// Favourite is a link that the user has kept.
type Favourite struct {
	ID      string
	Name    string
	Service string // the name of the service, or the host
	Number  string // as people read it aloud, or ""
	Verdict Verdict
	Retired bool // it cannot be opened any more
}

// Room is one of the company's meeting rooms.
type Room struct {
	Name    string
	Link    string // what OpenRoom is told
	Service string // the name of the service, or the host
}

// Recent is a meeting that was opened not long ago.
type Recent struct {
	ID      string
	Name    string // its title, "" if it has none
	Service string
	Number  string
	At      time.Time // when it was opened
	Kept    bool      // it is among the favourites already
}

// Tool is a tool in which a new meeting can be started.
type Tool struct {
	ID      string
	Name    string
	HasApp  bool // there is a choice of Way
	Way     Way  // what its links are opened in
	Verdict Verdict
	// Startable tells that a new meeting can be begun from here.
	Startable bool
}

// Model is what the page shows.
type Model struct {
	Agenda     agenda.Model
	Outcome    agenda.Outcome // of the meeting that was opened last
	Company    string         // the company's name, "" without one
	Favourites []Favourite    // in the user's order
	Rooms      []Room
	Recent     []Recent // the last one first
	Tools      []Tool
}

// Actions is what the page asks the shell to do.
type Actions struct {
	// Recognise tells what a text is. It is called for every change of the
	// field, and when the page is shown, on the UI goroutine.
	Recognise func(text string) Recognised
	// Open opens what was recognised in a text; done is told on the UI goroutine
	// whether it was. An unknown service's link is opened in the browser.
	Open func(text string, way Way, done func(opened bool))
	// Call joins a call of our own; it returns the words for what is wrong, or ""
	// when a call window opens.
	Call func(text string) (problem string)
	// CopyNumber and CopyPasscode copy that of what was recognised in a text.
	CopyNumber, CopyPasscode func(text string)
	// Keep makes what was recognised in a text a favourite; done is called on the
	// UI goroutine with "", or with the words for what went wrong.
	Keep func(text, name string, done func(problem string))
	// Clipboard gives what was copied last.
	Clipboard func() string
	// Focus puts the cursor in a field.
	Focus func(fyne.Focusable)

	Agenda  agenda.Actions
	Outcome agenda.OutcomeActions

	StartCall func()

	OpenFavourite   func(id string, way Way) // "" for the way that is chosen
	CopyFavourite   func(id string)
	MoveFavourite   func(id string, to int) // to a place in the list, from 0
	RenameFavourite func(id, name string, done func(problem string))
	RemoveFavourite func(id string)
	OpenRoom        func(link string)

	OpenRecent   func(id string)
	KeepRecent   func(id string)
	ForgetRecent func(id string)
	ForgetAll    func()

	NewMeeting func(tool string)
	SetWay     func(tool string, way Way)
}

// State is what is being typed and unfolded, for when the page is built anew,
// as when the language changes.
type State struct {
	Text     string // in the field
	Naming   bool   // the name of a new favourite is being asked for
	Name     string // of the new favourite
	Renaming string // the ID of the favourite that is being renamed, or ""
	NewName  string // for that one
	Week     bool   // the coming week is unfolded
	Ways     bool   // the choice of ways is unfolded
}
