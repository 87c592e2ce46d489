package tools

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
)

// Load reads the guide that is built into the program. It fails only if the
// data is broken, which the tests rule out.
func Load() (*Guide, error) {
	data, err := fs.Sub(files, "data")
	if err != nil {
		return nil, fmt.Errorf("opening the guide: %w", err)
	}
	return load(data)
}

// load reads a guide laid out as data/ is.
func load(data fs.FS) (*Guide, error) {
	g := &Guide{cells: map[cellKey]Cell{}}
	if err := g.loadTopics(data); err != nil {
		return nil, fmt.Errorf("reading topics.json: %w", err)
	}
	if err := g.loadQuestions(data); err != nil {
		return nil, fmt.Errorf("reading choose.json: %w", err)
	}
	names, err := fs.Glob(data, "tools/*.json")
	if err != nil {
		return nil, fmt.Errorf("listing the tools: %w", err)
	}
	order := map[ID]int{}
	for _, name := range names {
		var f toolFile
		if err := decode(data, name, &f); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		if _, ok := order[f.ID]; ok {
			return nil, fmt.Errorf("reading %s: tool %q is there already", name, f.ID)
		}
		order[f.ID] = f.Order
		if err := g.add(&f); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
	}
	slices.SortFunc(g.tools, func(a, b Tool) int {
		return cmp.Or(cmp.Compare(order[a.ID], order[b.ID]), cmp.Compare(a.ID, b.ID))
	})
	return g, nil
}

func (g *Guide) loadTopics(data fs.FS) error {
	var f topicsFile
	if err := decode(data, "topics.json", &f); err != nil {
		return err
	}
	for _, t := range f.Topics {
		if _, ok := g.Topic(t.ID); ok {
			return fmt.Errorf("topic %q is there twice", t.ID)
		}
		g.topics = append(g.topics, Topic(t))
	}
	for _, a := range f.Advice {
		if _, ok := g.Topic(a.Topic); !ok {
			return fmt.Errorf("advice %q names no topic: %q", a.ID, a.Topic)
		}
		evidence, err := a.resolve(f.Sources)
		if err != nil {
			return fmt.Errorf("advice %q: %w", a.ID, err)
		}
		g.advice = append(g.advice, Advice{ID: a.ID, Topic: a.Topic, Evidence: evidence})
	}
	return nil
}

func (g *Guide) loadQuestions(data fs.FS) error {
	var f chooseFile
	if err := decode(data, "choose.json", &f); err != nil {
		return err
	}
	for _, in := range f.Questions {
		if slices.ContainsFunc(g.questions, func(q Question) bool { return q.ID == in.ID }) {
			return fmt.Errorf("question %q is there twice", in.ID)
		}
		question := Question{ID: in.ID}
		for _, answer := range in.Answers {
			question.Answers = append(question.Answers, Answer{in.ID, answer})
		}
		g.questions = append(g.questions, question)
	}
	for _, in := range f.Hints {
		if !g.answerable(in.When) {
			return fmt.Errorf("hint %q waits for an answer that nobody can give", in.ID)
		}
		g.hints = append(g.hints, Hint{ID: in.ID, when: in.When})
	}
	return nil
}
