package checklists

import (
	"slices"

	"hjemmekontor/checklists/organisation"
)

// Role says whose checklist an item belongs to.
type Role string

// The two roles, each with a checklist of its own.
const (
	Employer Role = "employer"
	Employee Role = "employee"
)

// Roles returns every role, the employer first.
func Roles() []Role { return []Role{Employer, Employee} }

// Section names a group of items within one role's checklist. Its heading is
// the text "section.<section>.title".
type Section string

// Priority says how much an item matters.
type Priority string

// Must is required by law or stops the attacks that hit small businesses most
// often, Should is sound practice for everyone, Nice helps but can wait.
const (
	Must   Priority = "must"
	Should Priority = "should"
	Nice   Priority = "nice"
)

// Item is one point on a checklist. [Item.Words] gives its wording.
type Item struct {
	// ID is the stable key under which ticks are kept; it is never reused or
	// renamed.
	ID       string
	Role     Role
	Section  Section
	Priority Priority
	// Probe names the device check that can tell something about the item, or
	// is empty where only a person can know.
	Probe string
	// Months is after how many months a done item comes due again, at most
	// [organisation.MaxMonths]; 0 is never.
	Months int
	// Systems are the operating systems with steps of their own, in the order
	// of [Systems].
	Systems []System
	// Citations are the sources the item rests on, the best one to follow
	// first. There is always at least one, but none for a company's own item.
	Citations []Citation
	// Own is the company's own item that this is, with its wording; nil for an
	// item that comes with the app.
	Own *organisation.Item
}

// Catalogue is the whole set of items in reading order. It is read-only and
// safe for concurrent use.
type Catalogue struct {
	asOf     string
	sections map[Role][]Section
	items    map[Role][]Item
	byID     map[string]Item
	sources  []Source
}

// Items returns the items of a role's checklist in the order they are to be
// read, items of one section next to each other. The slice is the caller's.
func (c *Catalogue) Items(role Role) []Item { return slices.Clone(c.items[role]) }

// Item returns the item with the given ID.
func (c *Catalogue) Item(id string) (Item, bool) {
	item, ok := c.byID[id]
	return item, ok
}

// Sections returns the sections of a role's checklist in reading order. The
// slice is the caller's.
func (c *Catalogue) Sections(role Role) []Section { return slices.Clone(c.sections[role]) }

// Sources returns every source the items cite, ordered by ID. The slice is
// the caller's.
func (c *Catalogue) Sources() []Source { return slices.Clone(c.sources) }

// AsOf returns the day the sources were last gone through, as YYYY-MM-DD.
func (c *Catalogue) AsOf() string { return c.asOf }
