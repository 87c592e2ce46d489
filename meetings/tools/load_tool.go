package tools

import (
	"fmt"
	"slices"
	"time"
)

// add takes a tool's file into the guide.
func (g *Guide) add(f *toolFile) error {
	tool := Tool{ID: f.ID, Name: f.Name, HomeURL: f.HomeURL}
	if f.RetiredOn != "" {
		day, err := time.Parse(time.DateOnly, f.RetiredOn)
		if err != nil {
			return fmt.Errorf("day of retirement: %w", err)
		}
		tool.Retired, tool.RetiredOn = true, day
	}
	for _, part := range []func(*Tool, *toolFile) error{
		g.addFacts, g.addCells, g.addReasons, addPractice, addBefore,
	} {
		if err := part(&tool, f); err != nil {
			return err
		}
	}
	g.tools = append(g.tools, tool)
	return nil
}

func (g *Guide) addFacts(tool *Tool, f *toolFile) error {
	for _, in := range f.Facts {
		topic, ok := g.Topic(in.Topic)
		if !ok {
			return fmt.Errorf("fact %q names no topic: %q", in.ID, in.Topic)
		}
		evidence, err := in.resolve(f.Sources)
		if err != nil {
			return fmt.Errorf("fact %q: %w", in.ID, err)
		}
		tool.Facts = append(tool.Facts, Fact{
			ID: in.ID, Tool: f.ID, Group: topic.Group, Topic: topic.ID, Evidence: evidence,
		})
	}
	g.sortFacts(tool.Facts)
	return nil
}

func (g *Guide) addCells(_ *Tool, f *toolFile) error {
	for topicID, in := range f.Cells {
		topic, ok := g.Topic(topicID)
		if !ok || !topic.Compared {
			return fmt.Errorf("cell %q is in no row of the comparison", topicID)
		}
		cell := Cell{Tool: f.ID, Topic: topicID, Unknown: in.Unknown, Value: in.Value}
		if !in.Unknown {
			evidence, err := in.resolve(f.Sources)
			if err != nil {
				return fmt.Errorf("cell %q: %w", topicID, err)
			}
			cell.Evidence = evidence
		}
		g.cells[cellKey{f.ID, topicID}] = cell
	}
	return nil
}

func (g *Guide) addReasons(tool *Tool, f *toolFile) error {
	for _, in := range f.Reasons {
		if !g.answerable(in.When) {
			return fmt.Errorf("reason %q waits for an answer that nobody can give", in.ID)
		}
		evidence, ok := g.basis(tool, in)
		if !ok {
			return fmt.Errorf("reason %q rests on no fact and no cell that says something", in.ID)
		}
		tool.reasons = append(tool.reasons, Reason{
			ID: in.ID, Points: in.Points, Evidence: evidence, when: in.When,
		})
	}
	return nil
}

// basis is the evidence of the fact or the cell that a reason rests on.
func (g *Guide) basis(tool *Tool, in reasonFile) (Evidence, bool) {
	if in.Fact != "" {
		i := slices.IndexFunc(tool.Facts, func(f Fact) bool { return f.ID == in.Fact })
		if i < 0 {
			return Evidence{}, false
		}
		return tool.Facts[i].Evidence, true
	}
	cell, ok := g.Cell(tool.ID, in.Cell)
	return cell.Evidence, ok && !cell.Unknown
}

func addPractice(tool *Tool, f *toolFile) error {
	tool.practice = map[Role][]Step{}
	for role, steps := range f.Practice {
		if !slices.Contains(Roles(), role) {
			return fmt.Errorf("nobody has the role %q", role)
		}
		for _, in := range steps {
			evidence, err := in.resolve(f.Sources)
			if err != nil {
				return fmt.Errorf("step %q: %w", in.ID, err)
			}
			tool.practice[role] = append(tool.practice[role], Step{
				ID: in.ID, Kind: in.Kind, Located: in.Located, Evidence: evidence,
			})
		}
	}
	return nil
}

func addBefore(tool *Tool, f *toolFile) error {
	for _, in := range f.Before {
		evidence, err := in.resolve(f.Sources)
		if err != nil {
			return fmt.Errorf("point %q: %w", in.ID, err)
		}
		tool.before = append(tool.before, Point{ID: in.ID, Evidence: evidence})
	}
	return nil
}
