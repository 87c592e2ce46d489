package ui

import (
	"strings"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/guide"
	"hjemmekontor/ui/launcher"
)

// verdict is what the company says of a tool.
type verdict int

// The verdicts. A company that approves of some tools does not of the others.
const (
	unjudged verdict = iota
	approved
	unapproved
)

// verdictOf is the company's verdict on a tool of the guide, or on another
// program by its name, with the company's own words.
func (s *shell) verdictOf(tool tools.ID, name string) (verdict, string) {
	if s.company == nil {
		return unjudged, ""
	}
	approves := false
	for _, v := range s.company.Organisation.Tools {
		if isOn(v, tool, name) {
			note := v.Note.In(string(s.texts.Language()))
			if v.Approved {
				return approved, note
			}
			return unapproved, note
		}
		approves = approves || v.Approved
	}
	if approves {
		return unapproved, ""
	}
	return unjudged, ""
}

// isOn tells whether a verdict is on a tool of the guide, or on another program
// by its name.
func isOn(v organisation.Verdict, tool tools.ID, name string) bool {
	return tool != "" && v.Tool == string(tool) || strings.EqualFold(v.Name, name)
}

// verdicts is what the company says of the guide's tools.
func (s *shell) verdicts() map[tools.ID]guide.Verdict {
	said := map[tools.ID]guide.Verdict{}
	if s.company == nil {
		return said
	}
	for _, tool := range s.guide.Tools() {
		for _, v := range s.company.Organisation.Tools {
			if isOn(v, tool.ID, tool.Name) {
				said[tool.ID] = guide.Verdict{Approved: v.Approved, Note: v.Note.In(string(s.texts.Language()))}
				break
			}
		}
	}
	return said
}

// launcherVerdict is a verdict as the page of meetings shows it.
func (s *shell) launcherVerdict(tool, name string) launcher.Verdict {
	switch v, _ := s.verdictOf(tools.ID(tool), name); v {
	case approved:
		return launcher.Approved
	case unapproved:
		return launcher.Unapproved
	default:
		return launcher.Unjudged
	}
}
