package checklists

import (
	"slices"
	"testing"
)

func TestFilter(t *testing.T) {
	items := []Item{
		{ID: "vpn", Priority: Must},
		{ID: "router", Priority: Nice, Months: 6},
		{ID: "lock", Priority: Must, Months: 6},
		{ID: "idea", Priority: Should},
		{ID: "mail", Priority: Should},
	}
	marks := marked(map[string]State{"router": Done, "idea": NotForMe, "mail": Done}, past)
	marks["lock"] = Mark{ItemID: "lock", State: Done, At: recent}

	tests := []struct {
		name   string
		filter Filter
		want   []string
	}{
		{"all", Filter{}, []string{"vpn", "router", "lock", "idea", "mail"}},
		{"open, what is due among it", Filter{Status: StatusOpen}, []string{"vpn", "router"}},
		{"due only", Filter{Status: StatusDue}, []string{"router"}},
		{"done, what is due left out", Filter{Status: StatusDone}, []string{"lock", "mail"}},
		{"not for me", Filter{Status: StatusNotForMe}, []string{"idea"}},
		{"must", Filter{Priority: Must}, []string{"vpn", "lock"}},
		{"must and open", Filter{Priority: Must, Status: StatusOpen}, []string{"vpn"}},
		{"nice and done", Filter{Priority: Nice, Status: StatusDone}, nil},
		{"by a word", Filter{Query: "passord"}, []string{"router"}},
		{"by two words", Filter{Query: "skjermen LÅS"}, []string{"lock"}},
		{"by a word no item has", Filter{Query: "hvalross"}, nil},
		{"by a word and status", Filter{Query: "passord", Status: StatusDone}, nil},
		{"by all three", Filter{Query: "passord", Status: StatusDue, Priority: Nice}, []string{"router"}},
		{"blanks ask for nothing", Filter{Query: " \t"}, []string{"vpn", "router", "lock", "idea", "mail"}},
		{"unknown status", Filter{Status: "postponed"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, item := range test.filter.Apply(items, marks, now, func(i Item) string { return searchTexts[i.ID] }) {
				got = append(got, item.ID)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("found %q, want %q", got, test.want)
			}
		})
	}
}

func TestFilterEmpty(t *testing.T) {
	for _, f := range []Filter{{}, {Query: "  "}, {Query: "-"}} {
		if !f.Empty() {
			t.Errorf("%+v is not empty", f)
		}
	}
	for _, f := range []Filter{{Status: StatusOpen}, {Priority: Nice}, {Query: "vpn"}} {
		if f.Empty() {
			t.Errorf("%+v is empty", f)
		}
	}
}

// Whoever gets a list from a filter may sort it.
func TestFilterLeavesTheListAlone(t *testing.T) {
	items := []Item{{ID: "vpn"}, {ID: "mail"}}
	slices.Reverse(Filter{}.Apply(items, nil, now, nil))
	if items[0].ID != "vpn" {
		t.Error("the list was changed")
	}
}
