package checklists

import (
	"math"
	"testing"
	"time"
)

// In these tests it is now July, recent is in May and past in January.
var (
	now    = time.Date(2026, time.July, 20, 12, 0, 0, 0, time.UTC)
	recent = now.AddDate(0, -2, 0)
	past   = now.AddDate(0, -6, -1)
)

// marked makes marks of what was said, and when.
func marked(states map[string]State, at time.Time) map[string]Mark {
	marks := make(map[string]Mark)
	for id, state := range states {
		marks[id] = Mark{ItemID: id, State: state, At: at}
	}
	return marks
}

func TestProgress(t *testing.T) {
	once := []Item{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}
	again := []Item{{ID: "a", Months: 6}, {ID: "b", Months: 6}, {ID: "c"}}
	tests := []struct {
		name     string
		items    []Item
		states   map[string]State
		at       time.Time
		want     Progress
		total    int
		fraction float64
	}{
		{"nothing said", once, nil, past, Progress{Open: 4}, 4, 0},
		{"some done", once, map[string]State{"a": Done, "b": Open}, past, Progress{Done: 1, Open: 3}, 4, 0.25},
		{"not for me is not counted", once, map[string]State{"a": Done, "b": NotForMe, "c": NotForMe}, past, Progress{Done: 1, Open: 1, NotForMe: 2}, 2, 0.5},
		{"all that concerns me is done", once, map[string]State{"a": Done, "b": Done, "c": Done, "d": NotForMe}, past, Progress{Done: 3, NotForMe: 1}, 3, 1},
		{"nothing concerns me", once, map[string]State{"a": NotForMe, "b": NotForMe, "c": NotForMe, "d": NotForMe}, past, Progress{NotForMe: 4}, 0, 1},
		{"mark without an item", once, map[string]State{"gone": Done}, past, Progress{Open: 4}, 4, 0},
		{"empty list", nil, map[string]State{"a": Done}, past, Progress{}, 0, 0},
		{"not yet due", again, map[string]State{"a": Done, "b": Done, "c": Done}, recent, Progress{Done: 3}, 3, 1},
		{"due again", again, map[string]State{"a": Done, "b": Done, "c": Done}, past, Progress{Done: 1, Open: 2, Due: 2}, 3, 1.0 / 3},
		{"due and never done", again, map[string]State{"a": Done}, past, Progress{Open: 3, Due: 1}, 3, 0},
		{"not for me never comes due", again, map[string]State{"a": NotForMe, "b": Done, "c": Done}, past, Progress{Done: 1, Open: 1, Due: 1, NotForMe: 1}, 2, 0.5},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ProgressOf(test.items, marked(test.states, test.at), now)
			if got != test.want {
				t.Errorf("ProgressOf = %+v, want %+v", got, test.want)
			}
			if got.Total() != test.total {
				t.Errorf("Total = %d, want %d", got.Total(), test.total)
			}
			if f := got.Fraction(); f != test.fraction {
				t.Errorf("Fraction = %v, want %v", f, test.fraction)
			}
		})
	}
}

// A ring or a bar can be drawn of any counts.
func TestFractionIsAlwaysAShare(t *testing.T) {
	for counts := range 4 * 4 * 4 {
		p := Progress{Done: counts % 4, Open: counts / 4 % 4, NotForMe: counts / 16}
		f := p.Fraction()
		if math.IsNaN(f) || f < 0 || f > 1 {
			t.Errorf("%+v: Fraction = %v", p, f)
		}
		aside := p
		aside.NotForMe += 5
		if p.Total() > 0 && aside.Fraction() != f {
			t.Errorf("%+v: Fraction = %v, and %v with more set aside", p, f, aside.Fraction())
		}
	}
}
