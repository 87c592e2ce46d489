package tools

import (
	"maps"
	"slices"
)

// Keys lists the key of every text that the guide's data calls for, sorted. The
// words that belong to a screen alone are not among them.
func (g *Guide) Keys() []string {
	keys := keySet{}
	keys.add(KeyUnknown, KeyUndated, KeyUnsourced, KeyCheckPrice, KeyMenus, KeyClosed)
	for _, group := range Groups() {
		keys.add(group.Key())
		for _, part := range g.Parts(group) {
			keys.add(part.Key())
		}
	}
	for _, c := range []Certainty{High, Medium, Low} {
		keys.add(c.Key())
	}
	for _, topic := range g.topics {
		keys.add(topic.Key())
	}
	for _, a := range g.advice {
		keys.add(a.TitleKey(), a.TextKey())
	}
	keys.addChoosing(g)
	for _, tool := range g.tools {
		keys.addTool(g, tool)
		keys.addPractice(tool)
	}
	return slices.Sorted(maps.Keys(keys))
}

type keySet map[string]bool

func (s keySet) add(keys ...string) {
	for _, key := range keys {
		s[key] = true
	}
}

func (s keySet) addChoosing(g *Guide) {
	for _, q := range g.questions {
		s.add(q.Key())
		for _, a := range q.Answers {
			s.add(a.Key())
		}
	}
	for _, h := range g.hints {
		s.add(h.Key())
	}
}

func (s keySet) addTool(g *Guide, tool Tool) {
	for _, f := range tool.Facts {
		s.add(f.Key())
	}
	for _, group := range tool.SummaryGroups() {
		s.add(tool.SummaryKey(group))
	}
	if tool.Retired {
		s.add(tool.RetiredKey())
	}
	for _, r := range tool.reasons {
		s.add(r.Key())
	}
	for _, topic := range g.Topics() {
		if cell, ok := g.Cell(tool.ID, topic.ID); ok {
			s.add(cell.Key())
		}
	}
	for _, a := range g.advice {
		if cell, ok := g.Cell(tool.ID, a.Topic); ok && !cell.Unknown {
			s.add(a.LineKey(tool.ID))
		}
	}
}

func (s keySet) addPractice(tool Tool) {
	for _, role := range Roles() {
		s.add(role.Key())
		for _, step := range tool.practice[role] {
			s.add(step.Key())
			if step.Located {
				s.add(step.WhereKey())
			}
		}
	}
	for _, kind := range Kinds() {
		s.add(kind.Key())
	}
	for _, point := range tool.before {
		s.add(point.Key())
	}
}
