package checklists

import "time"

// Filter says which items of a list are wanted; the zero Filter wants all.
type Filter struct {
	// Status wants the items that stand so, "" all. StatusOpen wants the due
	// ones too: both are left to do.
	Status   Status
	Priority Priority // "" wants any
	Query    string   // as for [Search]
}

// Empty reports whether the filter wants everything, whatever the list.
func (f Filter) Empty() bool {
	return f.Status == "" && f.Priority == "" && len(queryWords(f.Query)) == 0
}

// Apply returns the items that are wanted, in the order given. Text tells what
// to search in, as for [Search].
func (f Filter) Apply(items []Item, marks map[string]Mark, now time.Time, text func(Item) string) []Item {
	var wanted []Item
	for _, item := range items {
		if f.wants(item, marks[item.ID], now) {
			wanted = append(wanted, item)
		}
	}
	return Search(wanted, f.Query, text)
}

// wants reports whether the filter wants an item, the query left aside.
func (f Filter) wants(item Item, mark Mark, now time.Time) bool {
	if f.Priority != "" && item.Priority != f.Priority {
		return false
	}
	status := item.StatusOf(mark, now)
	return f.Status == "" || f.Status == status || f.Status == StatusOpen && status == StatusDue
}
