package checklists

import (
	"maps"
	"slices"

	"hjemmekontor/checklists/organisation"
)

// CompanySection is the section of a role's list that holds the items the
// company has added. It stands last, and only where there are any.
func CompanySection(role Role) Section { return Section("company-" + role) }

// With returns the catalogue of [Load] with a company's own items added to the
// lists, in the order given; c stays as it is. The items are taken to be valid,
// as those of an [organisation.Organisation] that has been read are.
func (c *Catalogue) With(own []organisation.Item) *Catalogue {
	all := *c
	all.sections, all.items, all.byID = maps.Clone(c.sections), maps.Clone(c.items), maps.Clone(c.byID)
	for _, role := range Roles() {
		all.addCompany(role, own)
	}
	return &all
}

// addCompany adds the items for one role. The slices that c shares with the
// catalogue it was cloned from are replaced, not changed.
func (c *Catalogue) addCompany(role Role, own []organisation.Item) {
	var added []Item
	for _, o := range own {
		if Role(o.Role) != role {
			continue
		}
		item := Item{
			ID:       o.ID,
			Role:     role,
			Section:  CompanySection(role),
			Priority: Priority(o.Priority),
			Months:   o.Months,
			Own:      &o,
		}
		added = append(added, item)
		c.byID[item.ID] = item
	}
	if len(added) == 0 {
		return
	}
	c.sections[role] = slices.Concat(c.sections[role], []Section{CompanySection(role)})
	c.items[role] = slices.Concat(c.items[role], added)
}
