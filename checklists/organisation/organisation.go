package organisation

import "time"

// Organisation is what an employer hands out to the employees: whom to turn
// to, what is approved, what to do when something is wrong, and where the
// company's servers are. It is read-only to an employee.
type Organisation struct {
	// ID tells one company from another; it is made once ([NewID]) and stays.
	ID string
	// Version counts up with every file that is given out, from 1.
	Version int
	// Made is when this version was signed, in UTC to the second.
	Made time.Time
	// Name is the company's, at most MaxName characters.
	Name string

	Contacts []Contact // at most MaxContacts
	// Routines is what to do when something is wrong, in the company's own
	// words, one step to a line: by the ID of the incident (package incident),
	// or RoutineGeneral for what holds for all of them.
	Routines map[string]Text
	Tools    []Verdict // meeting tools
	Programs []Verdict // other programs
	Items    []Item    // at most MaxItems
	VPN      Text      // how and when to connect
	Rooms    []Room    // at most MaxRooms

	Mailbox string   // wss address of the company's mailbox server, or ""
	STUN    []string // stun: and stuns: addresses (RFC 7064)
	TURN    []string // turn: and turns: addresses (RFC 7065); no user, no password
	Server  string   // https address of the company server, or ""
	// Update is the https address at which a newer version of the file may
	// lie, or "".
	Update string
}

// RoutineGeneral is the key in Organisation.Routines of what holds for every
// incident.
const RoutineGeneral = "general"

// Limits on an organisation. Counts are of entries, the others of characters.
const (
	MaxContacts = 20
	MaxVerdicts = 100
	MaxItems    = 500
	MaxRooms    = 50
	MaxServers  = 10
	MaxTitle    = 120
	MaxText     = 4000 // a why, a how, a routine, the VPN note
	MaxAddress  = 500  // bytes
	MaxMonths   = 60
)

// Text is wording in one or both of the app's languages.
type Text struct {
	NB string `json:"nb,omitempty"`
	EN string `json:"en,omitempty"`
}

// In gives the wording in a language ("nb" or "en"), else what there is.
func (t Text) In(language string) string {
	if language == "en" && t.EN != "" || t.NB == "" {
		return t.EN
	}
	return t.NB
}

// Empty reports whether there is no wording at all.
func (t Text) Empty() bool { return t == Text{} }

// Verdict says whether the company approves of a tool or a program.
type Verdict struct {
	// Tool is the ID of one of the five meeting tools, or "".
	Tool     string
	Name     string // as people know it; at most MaxName characters
	Approved bool
	Note     Text // why, or for what; at most MaxTitle characters
}

// Item is a point that the company adds to a checklist.
type Item struct {
	// ID begins with "own-", so that it is never that of an item of the
	// catalogue; it is made once and stays, whatever the wording becomes.
	ID       string
	Role     string // "employer" or "employee"
	Priority string // "must", "should" or "nice"
	// Months is after how many months a done item comes due again, at most
	// MaxMonths; 0 is never.
	Months int
	Title  Text // at most MaxTitle characters
	Why    Text // at most MaxText characters, may be empty
	How    Text // one step to a line; may be empty
}

// Room is a meeting room with a fixed link.
type Room struct {
	Name string
	Link string // https
}
