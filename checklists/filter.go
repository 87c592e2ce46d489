package checklists

import "time"

// Filter says which items of a list are wanted; the zero Filter wants all.
type Filter struct {
	// Status wants items that stand so, "" any. StatusOpen wants the due ones
	// too: both are left to do.
	Status   Status
	Priority Priority // "" any
	Query    string   // as for [Search]
}

// Empty tells whether the filter wants everything.
func (f Filter) Empty() bool { return f == Filter{} }

// Apply returns the items that are wanted, in the order given. Text is what is
// searched of an item, as for [Search].
func (f Filter) Apply(items []Item, marks map[string]Mark, now time.Time, text func(Item) string) []Item {
	var wanted []Item
	for _, item := range items {
		if f.wants(item, marks[item.ID], now) {
			wanted = append(wanted, item)
		}
	}
	if f.Query == "" {
		return wanted
	}
	return Search(wanted, f.Query, text)
}

func (f Filter) wants(item Item, mark Mark, now time.Time) bool {
	if f.Priority != "" && item.Priority != f.Priority {
		return false
	}
	status := item.StatusOf(mark, now)
	return f.Status == "" || f.Status == status || f.Status == StatusOpen && status == StatusDue
}
