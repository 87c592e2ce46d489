package tools

import (
	"slices"
	"testing"
)

func TestDiffers(t *testing.T) {
	cells := func(values ...string) *Guide {
		g := &Guide{topics: []Topic{{ID: "lock", Compared: true}}, cells: map[cellKey]Cell{}}
		for i, value := range values {
			tool := ID(rune('a' + i))
			g.tools = append(g.tools, Tool{ID: tool})
			cell := Cell{Tool: tool, Topic: "lock", Value: value, Unknown: value == "?"}
			if value != "" {
				g.cells[cellKey{tool, "lock"}] = cell
			}
		}
		return g
	}
	for _, c := range []struct {
		name   string
		values []string
		want   bool
	}{
		{"all the same", []string{"yes", "yes", "yes"}, false},
		{"one another", []string{"yes", "no", "yes"}, true},
		{"unknown beside the same", []string{"yes", "?", "yes"}, false},
		{"unknown beside a difference", []string{"yes", "?", "no"}, true},
		{"all unknown", []string{"?", "?"}, false},
		{"without meaning for one", []string{"yes", "", "yes"}, false},
		{"known of one alone", []string{"?", "yes", ""}, false},
	} {
		if got := len(cells(c.values...).Differences()) == 1; got != c.want {
			t.Errorf("%s: a difference = %v, want %v", c.name, got, c.want)
		}
	}
}

func TestDifferences(t *testing.T) {
	g := loaded(t)
	all, differences := g.Topics(), g.Differences()
	t.Logf("%d topics, %d with differences", len(all), len(differences))
	left := slices.Clone(all)
	for _, topic := range differences {
		i := slices.Index(left, topic)
		if i < 0 {
			t.Fatalf("%s is no topic, or out of order", topic.ID)
		}
		left = left[i+1:]
	}
	for id, why := range map[TopicID]string{
		"free-people": "as many can take part for free everywhere, as far as is known",
		"status":      "all but the retired tool are in service",
		"encryption":  "the vendor holds the key everywhere",
	} {
		if slices.ContainsFunc(differences, func(t Topic) bool { return t.ID == id }) {
			t.Errorf("%s is called a difference, but %s", id, why)
		}
	}
}
