package report

import (
	"cmp"
	"slices"
	"time"

	"hjemmekontor/checklists"
)

// setColumns makes a column for each of the employer's items, and then for
// those that reports hold besides.
func (m *Matrix) setColumns(reports []Report, items []checklists.Item, title func(checklists.Item) string) {
	known := make(map[string]bool, len(items))
	m.Columns = make([]Column, 0, len(items))
	for _, item := range items {
		if !known[item.ID] {
			known[item.ID] = true
			m.Columns = append(m.Columns, Column{ItemID: item.ID, Title: title(item)})
		}
	}
	others := otherItems(reports, known)
	room := max(MaxColumns-len(m.Columns), 0)
	m.LeftOut = max(len(others)-room, 0)
	for _, o := range others[:len(others)-m.LeftOut] {
		m.Columns = append(m.Columns, Column{ItemID: o.id, Title: o.title})
	}
}

// otherItem is an item that reports hold and the employer's list does not.
type otherItem struct {
	id, title string
	made      time.Time // of the report the title is from
	reports   int       // how many hold it
}

// otherItems returns them by how many reports hold them, so that a single odd
// report does not crowd out what many have.
func otherItems(reports []Report, known map[string]bool) []*otherItem {
	byID := make(map[string]*otherItem)
	var others []*otherItem
	for _, r := range reports {
		for _, a := range r.Answers {
			if known[a.ItemID] {
				continue
			}
			o := byID[a.ItemID]
			if o == nil {
				o = &otherItem{id: a.ItemID}
				byID[a.ItemID] = o
				others = append(others, o)
			}
			if o.reports++; o.title == "" || r.Made.After(o.made) {
				o.title, o.made = a.Title, r.Made
			}
		}
	}
	slices.SortFunc(others, func(x, y *otherItem) int {
		return cmp.Or(cmp.Compare(y.reports, x.reports), cmp.Compare(x.id, y.id))
	})
	return others
}
