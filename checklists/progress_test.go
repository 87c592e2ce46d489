package checklists

import (
	"math"
	"testing"
)

func TestProgress(t *testing.T) {
	items := []Item{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}
	tests := []struct {
		name     string
		items    []Item
		states   map[string]State
		want     Progress
		total    int
		fraction float64
	}{
		{"nothing said", items, nil, Progress{Open: 4}, 4, 0},
		{"some done", items, map[string]State{"a": Done, "b": Open}, Progress{Done: 1, Open: 3}, 4, 0.25},
		{"not for me is not counted", items, map[string]State{"a": Done, "b": NotForMe, "c": NotForMe}, Progress{Done: 1, Open: 1, NotForMe: 2}, 2, 0.5},
		{"all that concerns me is done", items, map[string]State{"a": Done, "b": Done, "c": Done, "d": NotForMe}, Progress{Done: 3, NotForMe: 1}, 3, 1},
		{"nothing concerns me", items, map[string]State{"a": NotForMe, "b": NotForMe, "c": NotForMe, "d": NotForMe}, Progress{NotForMe: 4}, 0, 1},
		{"mark without an item", items, map[string]State{"gone": Done}, Progress{Open: 4}, 4, 0},
		{"empty list", nil, map[string]State{"a": Done}, Progress{}, 0, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			marks := make(map[string]Mark)
			for id, state := range test.states {
				marks[id] = Mark{ItemID: id, State: state}
			}
			got := ProgressOf(test.items, marks)
			if got != test.want {
				t.Errorf("ProgressOf = %+v, want %+v", got, test.want)
			}
			if got.Total() != test.total {
				t.Errorf("Total = %d, want %d", got.Total(), test.total)
			}
			if f := got.Fraction(); math.IsNaN(f) || f != test.fraction {
				t.Errorf("Fraction = %v, want %v", f, test.fraction)
			}
		})
	}
}
