package organisation

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"hjemmekontor/checklists/internal/plaintext"
)

// Validate returns nil if all that an employer fills in can be given out, else
// [Problems]. It does not look at what [Sign] and [Next] see to: ID, version and
// date. Call it after [Organisation.Normalise].
func (o Organisation) Validate() error { return o.problems().err() }

func (p Problems) err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// validateSigned is Validate for what is, or is about to be, signed.
func (o Organisation) validateSigned() error {
	return append(o.stampProblems(), o.problems()...).err()
}

func (o Organisation) problems() Problems {
	var c checker
	c.required("name", o.Name, MaxName)
	c.optional("name", o.Name, checkScripts)
	checkEach(&c, "contacts", o.Contacts, MaxContacts, (*checker).contact)
	c.routines(o.Routines)
	checkEach(&c, "tools", o.Tools, MaxVerdicts, (*checker).tool)
	checkEach(&c, "programs", o.Programs, MaxVerdicts, (*checker).program)
	checkEach(&c, "items", o.Items, MaxItems, (*checker).item)
	c.lines("vpn", o.VPN)
	checkEach(&c, "rooms", o.Rooms, MaxRooms, (*checker).room)
	c.optional("mailbox", o.Mailbox, checkMailbox)
	checkEach(&c, "stun", o.STUN, MaxServers, (*checker).stun)
	checkEach(&c, "turn", o.TURN, MaxServers, (*checker).turn)
	c.optional("server", o.Server, serverAddress.check)
	c.optional("update", o.Update, download.check)
	return c.problems
}

// stampProblems is what is wrong with that which tells files apart.
func (o Organisation) stampProblems() Problems {
	var c checker
	c.add("id", checkCompanyID(o.ID))
	if o.Version < 1 || o.Version > MaxVersion {
		c.add("version", ErrOutOfRange)
	}
	switch {
	case o.Made.IsZero():
		c.add("made", ErrEmpty)
	case o.Made.Year() < 1 || o.Made.Year() > 9999 || o.Made.Nanosecond() != 0:
		c.add("made", ErrOutOfRange)
	}
	return c.problems
}

// checker gathers problems.
type checker struct {
	problems Problems
	// seen holds by what the entries of the present list are told apart.
	seen map[string]bool
}

func (c *checker) add(path string, err error) {
	if err != nil {
		c.problems = append(c.problems, Problem{Path: path, Err: err})
	}
}

// checkEach looks at every entry of a list, unless there are too many.
func checkEach[T any](c *checker, path string, list []T, limit int, check func(*checker, string, T)) {
	if len(list) > limit {
		c.add(path, ErrTooMany)
		return
	}
	c.seen = make(map[string]bool, len(list))
	for i, entry := range list {
		check(c, fmt.Sprintf("%s[%d]", path, i), entry)
	}
}

// once tells about the second of two entries that nothing tells apart.
func (c *checker) once(path string, parts ...string) {
	key := strings.ToLower(strings.Join(mapped(parts, normaliseText), "\x00"))
	if c.seen[key] {
		c.add(path, ErrDuplicate)
	}
	c.seen[key] = true
}

// required looks at a line that may not be empty.
func (c *checker) required(path, line string, limit int) {
	if !plaintext.Visible(line) {
		c.add(path, ErrEmpty)
		return
	}
	c.add(path, checkText(line, limit))
}

// optional looks at a value that may be missing.
func (c *checker) optional(path, value string, check func(string) error) {
	if value != "" {
		c.add(path, check(value))
	}
}

// line looks at one line in either language, and lines at several.
func (c *checker) line(path string, t Text) {
	c.add(path+".nb", checkText(t.NB, MaxTitle))
	c.add(path+".en", checkText(t.EN, MaxTitle))
}

func (c *checker) lines(path string, t Text) {
	c.add(path+".nb", checkLines(t.NB, MaxText))
	c.add(path+".en", checkLines(t.EN, MaxText))
}

func (c *checker) routines(routines map[string]Text) {
	if len(routines) > MaxRoutines {
		c.add("routines", ErrTooMany)
		return
	}
	for _, id := range slices.Sorted(maps.Keys(routines)) {
		if err := checkID(id); err != nil {
			c.add("routines", err)
			continue
		}
		path := "routines." + id
		if routines[id].blank() {
			c.add(path, ErrEmpty)
		}
		c.lines(path, routines[id])
	}
}
