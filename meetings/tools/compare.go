package tools

import "slices"

// Differences lists the topics on which the tools that one can choose differ, in
// the order of Topics. What is not known of a tool is no difference by itself,
// and a retired tool makes none.
func (g *Guide) Differences() []Topic {
	return slices.DeleteFunc(g.Topics(), func(t Topic) bool { return !g.differs(t.ID) })
}

func (g *Guide) differs(topic TopicID) bool {
	said := ""
	for _, tool := range g.tools {
		cell, ok := g.Cell(tool.ID, topic)
		if !ok || cell.Unknown || tool.Retired {
			continue
		}
		if said != "" && cell.Key() != said {
			return true
		}
		said = cell.Key()
	}
	return false
}
