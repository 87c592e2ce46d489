package organisation

import (
	"slices"
	"time"
)

// Organisation is what an employer hands out to the employees: whom to turn
// to, what is approved, what to do when something is wrong, and where the
// company's servers are. It is read-only to an employee.
type Organisation struct {
	// ID tells one company from another; it is made once ([NewID]) and stays.
	ID string `json:"id,omitempty"`
	// Version counts up with every file that is given out, from 1.
	Version int `json:"version,omitempty"`
	// Made is when this version was signed, in UTC to the second.
	Made time.Time `json:"made,omitzero"`
	// Name is the company's, at most MaxName characters.
	Name string `json:"name,omitempty"`

	Contacts []Contact `json:"contacts,omitempty"` // at most MaxContacts
	// Routines is what to do when something is wrong, in the company's own
	// words, one step to a line: by the ID of the incident (package incident),
	// or RoutineGeneral for what holds for all of them. At most MaxRoutines.
	Routines map[string]Text `json:"routines,omitempty"`
	Tools    []Verdict       `json:"tools,omitempty"`    // meeting tools, at most MaxVerdicts
	Programs []Verdict       `json:"programs,omitempty"` // other programs, at most MaxVerdicts
	Items    []Item          `json:"items,omitempty"`    // at most MaxItems
	VPN      Text            `json:"vpn,omitzero"`       // how and when to connect
	Rooms    []Room          `json:"rooms,omitempty"`    // at most MaxRooms

	// Mailbox is the wss address of the company's mailbox server, ending in
	// /v1, or "".
	Mailbox string `json:"mailbox,omitempty"`
	// STUN holds stun: and stuns: addresses (RFC 7064), at most MaxServers.
	STUN []string `json:"stun,omitempty"`
	// TURN holds turn: and turns: addresses (RFC 7065) without user or
	// password, at most MaxServers.
	TURN []string `json:"turn,omitempty"`
	// Server is the https address of the company server, or "".
	Server string `json:"server,omitempty"`
	// Update is the https address at which a newer version of the file may
	// lie, or "".
	Update string `json:"update,omitempty"`
}

// Contact returns the first contact with the given role, if there is one.
func (o Organisation) Contact(role Role) (Contact, bool) {
	i := slices.IndexFunc(o.Contacts, func(c Contact) bool { return c.Role == role })
	if i < 0 {
		return Contact{}, false
	}
	return o.Contacts[i], true
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
	MaxRoutines = 50
	MaxTitle    = 120
	MaxText     = 4000 // a why, a how, a routine, the VPN note
	MaxAddress  = 500  // bytes
	MaxMonths   = 60
	MaxVersion  = 1_000_000_000
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
	// Tool is the ID of a meeting tool in the app's guide, or "".
	Tool string `json:"tool,omitempty"`
	// Name is what people call it, at most MaxName characters. It is there for
	// a tool of the guide too, since an older program may not know that tool.
	Name     string `json:"name,omitempty"`
	Approved bool   `json:"approved"`
	Note     Text   `json:"note,omitzero"` // why, or for what; at most MaxTitle characters
}

// Item is a point that the company adds to a checklist.
type Item struct {
	// ID begins with "own-", so that it is never that of an item of the
	// catalogue; it is made once ([NewItemID]) and stays, whatever the wording
	// becomes.
	ID       string `json:"id,omitempty"`
	Role     string `json:"role,omitempty"`     // "employer" or "employee"
	Priority string `json:"priority,omitempty"` // "must", "should" or "nice"
	// Months is after how many months a done item comes due again, at most
	// MaxMonths; 0 is never.
	Months int  `json:"months,omitempty"`
	Title  Text `json:"title,omitzero"` // at most MaxTitle characters
	Why    Text `json:"why,omitzero"`   // at most MaxText characters, may be empty
	How    Text `json:"how,omitzero"`   // one step to a line; may be empty
}

// Room is a meeting room with a fixed link.
type Room struct {
	Name string `json:"name,omitempty"` // at most MaxName characters
	Link string `json:"link,omitempty"` // https
}
