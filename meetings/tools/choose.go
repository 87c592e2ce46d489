package tools

import (
	"cmp"
	"slices"
)

// QuestionID names a question, such as "people". It never changes.
type QuestionID string

// AnswerID names an answer within its question. It never changes.
type AnswerID string

// Question is one of the questions on what the tool will be used for.
type Question struct {
	ID      QuestionID
	Answers []Answer
}

// Answer is one of the answers to a question.
type Answer struct {
	Question QuestionID
	ID       AnswerID
}

// condition is a set of answers, by question. It holds when each of its
// questions has one of the answers.
type condition map[QuestionID][]AnswerID

func (c condition) holds(answers map[QuestionID]AnswerID) bool {
	for question, wanted := range c {
		if given, ok := answers[question]; !ok || !slices.Contains(wanted, given) {
			return false
		}
	}
	return true
}

// Reason speaks for or against a tool. Its text is one plain sentence.
type Reason struct {
	ID string // unique in the guide, begins with the tool's ID
	// Points is how much it counts: from 1 to 4 for the tool, from -1 to -4
	// against it, and 0 when it says that the tool is closed.
	Points int
	// Evidence is that of the fact or the cell that the reason rests on.
	Evidence

	when condition
}

// For tells whether the reason speaks for the tool.
func (r Reason) For() bool { return r.Points > 0 }

// Place is a tool's place in a ranking.
type Place struct {
	Tool Tool
	// Number is 1 for the best. Tools with the same score share a number, and
	// a retired tool has 0: it has no place among those one can choose.
	Number int
	Score  int
	// Reasons are what the score is made of, the weightiest first.
	Reasons []Reason
}

// OwnCall is the hint that the app's own calls may fit better than any tool.
const OwnCall = "own-call"

// Hint is something to think of beside the ranking, such as the app's own calls.
type Hint struct {
	ID   string
	when condition
}

// Questions lists the questions in the order in which they are asked.
func (g *Guide) Questions() []Question { return slices.Clone(g.questions) }

// Rank puts the tools in order for what they will be used for, the best first.
// Those with the same score stand in the order of the guide, and retired ones
// last. A question that is not answered counts nothing.
func (g *Guide) Rank(answers map[QuestionID]AnswerID) []Place {
	var places []Place
	for _, tool := range g.tools {
		places = append(places, g.place(tool, answers))
	}
	slices.SortStableFunc(places, func(a, b Place) int {
		return cmp.Or(
			cmp.Compare(retired(a.Tool), retired(b.Tool)),
			cmp.Compare(b.Score, a.Score),
		)
	})
	number(places)
	return places
}

// Hints lists what else to think of for these answers.
func (g *Guide) Hints(answers map[QuestionID]AnswerID) []Hint {
	return slices.DeleteFunc(slices.Clone(g.hints), func(h Hint) bool { return !h.when.holds(answers) })
}

func (g *Guide) place(tool Tool, answers map[QuestionID]AnswerID) Place {
	place := Place{Tool: tool}
	if tool.Retired {
		place.Reasons = []Reason{{ID: string(tool.ID) + "-closed", Evidence: g.closed(tool.ID)}}
		return place
	}
	for _, r := range tool.reasons {
		if r.when.holds(answers) {
			place.Score += r.Points
			place.Reasons = append(place.Reasons, r)
		}
	}
	slices.SortStableFunc(place.Reasons, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(abs(b.Points), abs(a.Points)), cmp.Compare(b.Points, a.Points))
	})
	return place
}

// number gives each place among those one can choose its number.
func number(places []Place) {
	for i := range places {
		switch {
		case places[i].Tool.Retired:
		case i > 0 && places[i].Score == places[i-1].Score:
			places[i].Number = places[i-1].Number
		default:
			places[i].Number = i + 1
		}
	}
}

// closed is the evidence that a tool is retired.
func (g *Guide) closed(tool ID) Evidence {
	cell, _ := g.Cell(tool, statusTopic)
	return cell.Evidence
}

func retired(t Tool) int {
	if t.Retired {
		return 1
	}
	return 0
}

func abs(n int) int { return max(n, -n) }

// answerable tells whether a condition asks for answers that there are.
func (g *Guide) answerable(c condition) bool {
	if len(c) == 0 {
		return false
	}
	for question, wanted := range c {
		i := slices.IndexFunc(g.questions, func(q Question) bool { return q.ID == question })
		if i < 0 || len(wanted) == 0 {
			return false
		}
		for _, answer := range wanted {
			if !slices.Contains(g.questions[i].Answers, Answer{question, answer}) {
				return false
			}
		}
	}
	return true
}
