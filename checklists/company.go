package checklists

import (
	"maps"
	"slices"

	"hjemmekontor/checklists/organisation"
)

// CompanySection is the section of a role's list that holds the items the
// company has added. It stands last.
func CompanySection(role Role) Section { return Section("company-" + role) }

// With returns the catalogue with a company's own items added to the lists,
// and c as it was. Items are taken to be valid, as those of an
// [organisation.Organisation] that has been parsed are.
func (c *Catalogue) With(own []organisation.Item) *Catalogue {
	all := &Catalogue{asOf: c.asOf, sections: maps.Clone(c.sections), items: maps.Clone(c.items), byID: maps.Clone(c.byID), sources: c.sources}
	for _, role := range Roles() {
		all.addCompany(role, own)
	}
	return all
}

func (c *Catalogue) addCompany(role Role, own []organisation.Item) {
	section := CompanySection(role)
	items := slices.Clone(c.items[role])
	for _, o := range own {
		if o.Role != string(role) {
			continue
		}
		item := Item{
			ID: o.ID, Role: role, Section: section, Priority: Priority(o.Priority), Months: o.Months, Own: &o,
		}
		items = append(items, item)
		c.byID[item.ID] = item
	}
	if len(items) > len(c.items[role]) {
		c.sections[role] = append(slices.Clone(c.sections[role]), section)
		c.items[role] = items
	}
}
