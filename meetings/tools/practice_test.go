package tools

import (
	"slices"
	"strings"
	"testing"
)

func TestPractice(t *testing.T) {
	seen := map[string]bool{}
	for _, tool := range loaded(t).Tools() {
		least, most := 4, 7
		if tool.Retired {
			least, most = 2, 4
		}
		for _, role := range Roles() {
			steps := tool.Practice(role)
			t.Logf("%-5s %-13s %d steps", tool.ID, role, len(steps))
			if len(steps) < least || len(steps) > most {
				t.Errorf("%s has %d steps for the %s", tool.ID, len(steps), role)
			}
			for _, step := range steps {
				if seen[step.ID] || !strings.HasPrefix(step.ID, string(tool.ID)+"-"+string(role)+"-") {
					t.Errorf("step %q: not unique, or not named after its tool and role", step.ID)
				}
				seen[step.ID] = true
				if !slices.Contains(Kinds(), step.Kind) {
					t.Errorf("step %s is of the kind %q", step.ID, step.Kind)
				}
			}
		}
		if steps := tool.Practice("passer-by"); steps != nil {
			t.Errorf("%s has steps for nobody: %v", tool.ID, steps)
		}
	}
}

func TestBefore(t *testing.T) {
	seen := map[string]bool{}
	for _, tool := range loaded(t).Tools() {
		points := tool.Before()
		if tool.Retired && points != nil {
			t.Errorf("%s is never launched, but has %d points", tool.ID, len(points))
		}
		if !tool.Retired && (len(points) < 2 || len(points) > 3) {
			t.Errorf("%s has %d points", tool.ID, len(points))
		}
		for _, p := range points {
			if seen[p.ID] || !strings.HasPrefix(p.ID, string(tool.ID)+"-") {
				t.Errorf("point %q: not unique, or not named after its tool", p.ID)
			}
			seen[p.ID] = true
		}
	}
}
