package organisation

import (
	"cmp"
	"slices"

	"hjemmekontor/checklists/internal/plaintext"
)

// The words an item's role and priority are written with.
var (
	itemRoles      = []string{"employer", "employee"}
	itemPriorities = []string{"must", "should", "nice"}
)

// contact looks at a contact as everybody is to have it: unlike one that a
// user has entered alone, it must be possible to ring or write to.
func (c *checker) contact(path string, contact Contact) {
	for _, e := range contact.check(append(Roles(), Other)) {
		c.add(path+"."+string(e.Field), e.Err)
	}
	if contact.Role == Other && !plaintext.Visible(contact.Task) {
		c.add(path+"."+string(FieldTask), ErrEmpty)
	}
	if contact.Phone == "" && contact.Email == "" {
		c.add(path+"."+string(FieldPhone), ErrUnreached)
	}
	c.once(path+"."+string(FieldName), string(contact.Role), contact.Task, contact.Name, contact.Phone, contact.Email)
}

// tool looks at a meeting tool, which the app's guide may know.
func (c *checker) tool(path string, v Verdict) {
	c.verdict(path, v)
	if v.Tool != "" {
		c.add(path+".tool", checkID(v.Tool))
		c.once(path+".tool", "tool", v.Tool)
	}
}

// program looks at any other program.
func (c *checker) program(path string, v Verdict) {
	c.verdict(path, v)
	if v.Tool != "" {
		c.add(path+".tool", ErrNotAllowed)
	}
}

func (c *checker) verdict(path string, v Verdict) {
	c.required(path+".name", v.Name, MaxName)
	c.once(path+".name", "name", v.Name)
	c.line(path+".note", v.Note)
}

func (c *checker) item(path string, i Item) {
	c.add(path+".id", checkItemID(i.ID))
	c.once(path+".id", i.ID)
	if !slices.Contains(itemRoles, i.Role) {
		c.add(path+".role", ErrUnknownRole)
	}
	if !slices.Contains(itemPriorities, i.Priority) {
		c.add(path+".priority", ErrUnknownPriority)
	}
	if i.Months < 0 || i.Months > MaxMonths {
		c.add(path+".months", ErrOutOfRange)
	}
	if i.Title.blank() {
		c.add(path+".title", ErrEmpty)
	}
	c.line(path+".title", i.Title)
	c.lines(path+".why", i.Why)
	c.lines(path+".how", i.How)
}

func (c *checker) room(path string, r Room) {
	c.required(path+".name", r.Name, MaxName)
	c.once(path+".name", r.Name)
	c.add(path+".link", cmp.Or(missing(r.Link), roomLink.check(r.Link)))
}

func (c *checker) stun(path, address string) {
	c.add(path, cmp.Or(missing(address), checkSTUN(address)))
	c.once(path, address)
}

func (c *checker) turn(path, address string) {
	c.add(path, cmp.Or(missing(address), checkTURN(address)))
	c.once(path, address)
}

func missing(s string) error {
	if s == "" {
		return ErrEmpty
	}
	return nil
}
