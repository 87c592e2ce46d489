package tools

// The keys under which the texts lie in locales/guide.*.toml.
const (
	// KeyUnknown is shown for a cell without a confirmed value.
	KeyUnknown = "guide.unknown"
	// KeyUndated is shown instead of a date where the sources bear none.
	KeyUndated = "guide.undated"
	// KeyCheckPrice belongs beside every price: prices age fast.
	KeyCheckPrice = "guide.price.check"
	// KeyUnsourced is shown instead of a source where there is none: the step
	// or point is common knowledge, and its certainty low.
	KeyUnsourced = "guide.unsourced"
	// KeyMenus belongs beside the steps: the names of menus are English.
	KeyMenus = "guide.menus"
	// KeyClosed is the reason why a retired tool comes last in a ranking.
	KeyClosed = "reason.closed"
)

// Key is the key of the group's name.
func (g Group) Key() string { return "group." + string(g) }

// Key is the key of the part's heading.
func (p Part) Key() string { return "part." + string(p) }

// Key is the key of the topic's name.
func (t Topic) Key() string { return "topic." + string(t.ID) }

// Key is the key of the fact's text.
func (f Fact) Key() string { return "fact." + f.ID }

// Key is the key of the cell's text, which for an unknown cell says so.
func (c Cell) Key() string {
	if c.Unknown {
		return KeyUnknown
	}
	if c.Value != "" {
		return "value." + c.Value
	}
	return "cell." + string(c.Tool) + "." + string(c.Topic)
}

// Key is the key of the words for a degree of certainty.
func (c Certainty) Key() string {
	switch c {
	case High:
		return "guide.certainty.high"
	case Medium:
		return "guide.certainty.medium"
	default:
		return "guide.certainty.low"
	}
}

// SummaryGroups lists the groups that a tool's summary has a text for. A
// retired tool has none, but a text on what happened to it.
func (t Tool) SummaryGroups() []Group {
	if t.Retired {
		return nil
	}
	return Groups()
}

// SummaryKey is the key of the tool's summary in one of its SummaryGroups.
func (t Tool) SummaryKey(g Group) string { return "tool." + string(t.ID) + "." + string(g) }

// RetiredKey is the key of the text on a retired tool: what happened to it and
// what to do instead.
func (t Tool) RetiredKey() string { return "tool." + string(t.ID) + ".retired" }

// TitleKey is the key of the advice in a few words.
func (a Advice) TitleKey() string { return "advice." + a.ID + ".title" }

// TextKey is the key of the advice in full.
func (a Advice) TextKey() string { return "advice." + a.ID + ".text" }

// LineKey is the key of the line on one tool. There is one for each tool whose
// cell on the advice's topic is known.
func (a Advice) LineKey(tool ID) string { return "advice." + a.ID + "." + string(tool) }

// Key is the key of the question.
func (q Question) Key() string { return "choose." + string(q.ID) + ".question" }

// Key is the key of the answer.
func (a Answer) Key() string { return "choose." + string(a.Question) + "." + string(a.ID) }

// Key is the key of the reason in one sentence.
func (r Reason) Key() string {
	if r.Points == 0 {
		return KeyClosed
	}
	return "reason." + r.ID
}

// Key is the key of the hint.
func (h Hint) Key() string { return "hint." + h.ID }

// Key is the key of the role's name.
func (r Role) Key() string { return "role." + string(r) }

// Key is the key of what a step of this kind asks for, in a word or two.
func (k Kind) Key() string { return "kind." + string(k) }

// Key is the key of what to do.
func (s Step) Key() string { return "step." + s.ID + ".text" }

// WhereKey is the key of where the setting is found. There is one if the step
// is Located.
func (s Step) WhereKey() string { return "step." + s.ID + ".where" }

// Key is the key of what to check.
func (p Point) Key() string { return "before." + p.ID }
