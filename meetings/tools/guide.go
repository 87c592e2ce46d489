package tools

import (
	"cmp"
	"slices"
)

// Guide is the whole guide. It does not change once loaded and is safe for
// concurrent use; callers do not change what it hands out.
type Guide struct {
	tools  []Tool
	topics []Topic
	advice []Advice
	cells  map[cellKey]Cell

	questions []Question
	hints     []Hint
}

// statusTopic is the topic that says whether a tool is in service.
const statusTopic TopicID = "status"

type cellKey struct {
	tool  ID
	topic TopicID
}

// Tools lists the tools in the order in which the guide shows them.
func (g *Guide) Tools() []Tool { return slices.Clone(g.tools) }

// Tool finds a tool.
func (g *Guide) Tool(id ID) (*Tool, bool) {
	for i := range g.tools {
		if g.tools[i].ID == id {
			return &g.tools[i], true
		}
	}
	return nil, false
}

// Topics lists the rows of the comparison in order. Those of one group stand
// together, the groups in the order of Groups.
func (g *Guide) Topics() []Topic {
	return slices.DeleteFunc(slices.Clone(g.topics), func(t Topic) bool { return !t.Compared })
}

// Topic finds a topic, compared or not.
func (g *Guide) Topic(id TopicID) (Topic, bool) {
	i := slices.IndexFunc(g.topics, func(t Topic) bool { return t.ID == id })
	if i < 0 {
		return Topic{}, false
	}
	return g.topics[i], true
}

// Cell finds what the comparison says of a tool on a topic. It is false where
// the topic has no meaning for the tool, as with the price of a retired one.
func (g *Guide) Cell(tool ID, topic TopicID) (Cell, bool) {
	c, ok := g.cells[cellKey{tool, topic}]
	return c, ok
}

// Facts lists what is known of a tool in one group, by topic.
func (g *Guide) Facts(tool ID, group Group) []Fact {
	t, ok := g.Tool(tool)
	if !ok {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(t.Facts), func(f Fact) bool { return f.Group != group })
}

// Parts lists the parts of a group that have headings of their own, in order.
// It is empty for a group that is not divided.
func (g *Guide) Parts(group Group) []Part {
	var parts []Part
	for _, t := range g.topics {
		if t.Group == group && t.Part != "" && !slices.Contains(parts, t.Part) {
			parts = append(parts, t.Part)
		}
	}
	return parts
}

// Advice lists the advice that stands at the top of the guide.
func (g *Guide) Advice() []Advice { return slices.Clone(g.advice) }

// sortFacts puts a tool's facts in the order of the topics, and leaves those of
// one topic as the file has them.
func (g *Guide) sortFacts(facts []Fact) {
	place := map[TopicID]int{}
	for i, t := range g.topics {
		place[t.ID] = i
	}
	slices.SortStableFunc(facts, func(a, b Fact) int {
		return cmp.Compare(place[a.Topic], place[b.Topic])
	})
}
