package checklist

import "hjemmekontor/checklists"

// tally is how many items there are of a kind.
type tally map[kind]int

type kind struct {
	status   checklists.Status
	priority checklists.Priority
}

// tally counts the items that hold the words searched for.
func (f *filter) tally(m Model) tally {
	t := tally{}
	for _, item := range f.matches {
		t[kind{item.StatusOf(m.Marks[item.ID], m.Now), item.Priority}]++
	}
	return t
}

// of is how many a filter for a status and a priority would let through.
func (t tally) of(status checklists.Status, priority checklists.Priority) (n int) {
	for k, count := range t {
		if (priority == "" || k.priority == priority) && k.stands(status) {
			n += count
		}
	}
	return n
}

// stands tells whether items of the kind stand so, as [checklists.Filter] has
// it: what is due is left to do as well.
func (k kind) stands(status checklists.Status) bool {
	return status == "" || k.status == status || status == checklists.StatusOpen && k.status == checklists.StatusDue
}
