package reminder

import (
	"time"

	"hjemmekontor/checklists"
)

// Due counts the items that are done and want doing again at now. marks is what
// was last said of each item, by item ID.
func Due(items []checklists.Item, marks map[string]checklists.Mark, now time.Time) int {
	count := 0
	for _, item := range items {
		if item.StatusOf(marks[item.ID], now) == checklists.StatusDue {
			count++
		}
	}
	return count
}
