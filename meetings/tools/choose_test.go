package tools

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// answered is answers as somebody gives them: "talk=confidential size=pair".
func answered(s string) map[QuestionID]AnswerID {
	answers := map[QuestionID]AnswerID{}
	for _, one := range strings.Fields(s) {
		question, answer, _ := strings.Cut(one, "=")
		answers[QuestionID(question)] = AnswerID(answer)
	}
	return answers
}

// order is a ranking in short: "1 teams, 2 zoom", a retired tool with 0.
func order(places []Place) string {
	var said []string
	for _, p := range places {
		said = append(said, fmt.Sprint(p.Number, " ", p.Tool.ID))
	}
	return strings.Join(said, ", ")
}

func TestRank(t *testing.T) {
	g := loaded(t)
	for _, c := range []struct {
		name, answers, want string
	}{
		{"nothing answered: the order of the guide", "",
			"1 zoom, 1 teams, 1 meet, 1 webex, 0 skype"},
		{"a company with Microsoft 365", "talk=internal people=colleagues size=long subscription=microsoft machines=usual data=eea",
			"1 teams, 2 webex, 3 zoom, 3 meet, 0 skype"},
		{"a company with Google Workspace and customers", "talk=everyday people=guests size=hour subscription=google",
			"1 meet, 2 teams, 2 webex, 4 zoom, 0 skype"},
		{"confidential talk among colleagues", "talk=confidential people=colleagues",
			"1 zoom, 2 webex, 3 teams, 4 meet, 0 skype"},
		{"confidential talk at a borrowed machine", "talk=confidential people=guests machines=borrowed",
			"1 zoom, 2 meet, 2 webex, 4 teams, 0 skype"},
		{"a borrowed machine", "machines=borrowed",
			"1 meet, 2 zoom, 2 teams, 4 webex, 0 skype"},
		{"an answer that does not exist counts nothing", "talk=loudly weather=fine",
			"1 zoom, 1 teams, 1 meet, 1 webex, 0 skype"},
	} {
		t.Run(c.name, func(t *testing.T) {
			places := g.Rank(answered(c.answers))
			if got := order(places); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
			for _, p := range places {
				checkPlace(t, p)
			}
		})
	}
}

// checkPlace fails unless a place is what its reasons make it.
func checkPlace(t *testing.T, p Place) {
	t.Helper()
	sum := 0
	for i, r := range p.Reasons {
		sum += r.Points
		if i > 0 && abs(r.Points) > abs(p.Reasons[i-1].Points) {
			t.Errorf("%s: %s weighs more than what stands above it", p.Tool.ID, r.ID)
		}
		if r.For() != (r.Points > 0) || len(r.Sources) == 0 {
			t.Errorf("%s: reason %+v", p.Tool.ID, r)
		}
	}
	if sum != p.Score {
		t.Errorf("%s: score %d, but the reasons make %d", p.Tool.ID, p.Score, sum)
	}
}

func TestRetiredToolIsRankedLastAsClosed(t *testing.T) {
	places := loaded(t).Rank(answered("subscription=microsoft"))
	last := places[len(places)-1]
	if last.Tool.ID != Skype || last.Score != 0 || len(last.Reasons) != 1 {
		t.Fatalf("last is %+v", last)
	}
	closed := last.Reasons[0]
	if closed.Key() != KeyClosed || closed.For() || closed.AsOf != "2025-05-05" {
		t.Errorf("it comes last because of %+v", closed)
	}
}

func TestReasonRestsOnItsFactOrCell(t *testing.T) {
	g, err := load(guideFiles(smallTopics, smallChoose, smallTool))
	if err != nil {
		t.Fatal(err)
	}
	reasons := g.Rank(answered("talk=secret"))[0].Reasons
	if len(reasons) != 2 || reasons[0].ID != "x-secret" || reasons[1].ID != "x-links" {
		t.Fatalf("reasons = %+v", reasons)
	}
	if cell, _ := g.Cell("x", "e2ee"); reasons[0].AsOf != cell.AsOf || reasons[0].Certainty != cell.Certainty {
		t.Errorf("the reason has the evidence %+v", reasons[0].Evidence)
	}
	if reasons[1].Certainty != Medium || reasons[1].For() {
		t.Errorf("the reason against is %+v", reasons[1])
	}
}

func TestHints(t *testing.T) {
	g := loaded(t)
	for answers, want := range map[string][]string{
		"":                                    nil,
		"size=pair":                           nil,
		"talk=everyday size=pair":             nil,
		"talk=confidential size=pair":         {OwnCall, "no-recording"},
		"talk=internal size=pair":             {OwnCall},
		"talk=confidential size=long":         {"no-recording"},
		"talk=confidential machines=borrowed": {"borrowed-machine", "no-recording"},
	} {
		var got []string
		for _, h := range g.Hints(answered(answers)) {
			got = append(got, h.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: hints %q, want %q", answers, got, want)
		}
	}
}

// Whatever one answers, the tools differ for a reason, and each question can
// make a difference.
func TestEveryQuestionMatters(t *testing.T) {
	g := loaded(t)
	if n := len(g.Questions()); n < 5 || n > 6 {
		t.Errorf("there are %d questions", n)
	}
	for _, q := range g.Questions() {
		matters := false
		for _, a := range q.Answers {
			places := g.Rank(map[QuestionID]AnswerID{q.ID: a.ID})
			matters = matters || places[0].Score != 0
		}
		if !matters {
			t.Errorf("no answer to %s changes anything", q.ID)
		}
	}
}

func TestReasonsAreNamedAfterTheirTool(t *testing.T) {
	seen := map[string]bool{}
	for _, tool := range loaded(t).Tools() {
		if tool.Retired != (len(tool.reasons) == 0) {
			t.Errorf("%s has %d reasons", tool.ID, len(tool.reasons))
		}
		for _, r := range tool.reasons {
			if seen[r.ID] || !strings.HasPrefix(r.ID, string(tool.ID)+"-") {
				t.Errorf("reason %q of %s: not unique, or not named after its tool", r.ID, tool.ID)
			}
			seen[r.ID] = true
		}
	}
}
