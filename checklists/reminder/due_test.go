package reminder

import (
	"testing"
	"time"

	"hjemmekontor/checklists"
)

func TestDue(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	items := []checklists.Item{{ID: "backup", Months: 6}, {ID: "drill", Months: 12}, {ID: "lock"}}
	mark := func(id string, state checklists.State, monthsAgo int) checklists.Mark {
		return checklists.Mark{ItemID: id, State: state, At: now.AddDate(0, -monthsAgo, 0)}
	}
	tests := []struct {
		name  string
		marks []checklists.Mark
		want  int
	}{
		{"nothing said", nil, 0},
		{"done lately", []checklists.Mark{mark("backup", checklists.Done, 5)}, 0},
		{"due", []checklists.Mark{mark("backup", checklists.Done, 6)}, 1},
		{"both", []checklists.Mark{mark("backup", checklists.Done, 7), mark("drill", checklists.Done, 24)}, 2},
		{"never recurs", []checklists.Mark{mark("lock", checklists.Done, 60)}, 0},
		{"open again", []checklists.Mark{mark("backup", checklists.Open, 60)}, 0},
		{"not for me", []checklists.Mark{mark("backup", checklists.NotForMe, 60)}, 0},
		{"not on the list", []checklists.Mark{mark("gone", checklists.Done, 60)}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			marks := make(map[string]checklists.Mark)
			for _, m := range test.marks {
				marks[m.ItemID] = m
			}
			if got := Due(items, marks, now); got != test.want {
				t.Errorf("%d are due, want %d", got, test.want)
			}
		})
	}
}
