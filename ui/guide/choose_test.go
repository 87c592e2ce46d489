package guide

import (
	"slices"
	"strings"
	"testing"

	"hjemmekontor/meetings/tools"
)

// order is the tools in the ranking, from the top.
func (d *desk) order(t *testing.T) []tools.ID {
	t.Helper()
	shown := words(d.page.Content)
	var order []tools.ID
	at := map[tools.ID]int{}
	for _, tool := range d.guide.Tools() {
		at[tool.ID] = strings.Index(shown, joined("Les om "+tool.Name))
		if at[tool.ID] < 0 {
			t.Errorf("%s has no place", tool.Name)
		}
		order = append(order, tool.ID)
	}
	slices.SortFunc(order, func(a, b tools.ID) int { return at[a] - at[b] })
	return order
}

// answer presses an answer by keyboard.
func (d *desk) answer(t *testing.T, question tools.QuestionID, answer tools.AnswerID) {
	t.Helper()
	d.press(t, d.texts.Text(tools.Answer{Question: question, ID: answer}.Key()))
}

func TestEveryAnswerRanksTheTools(t *testing.T) {
	d := newDesk(t, usual)
	for _, question := range d.guide.Questions() {
		for _, answer := range question.Answers {
			d.Restore(State{})
			d.answer(t, question.ID, answer.ID)
			var want []tools.ID
			for _, place := range d.guide.Rank(map[tools.QuestionID]tools.AnswerID{question.ID: answer.ID}) {
				want = append(want, place.Tool.ID)
				for _, reason := range place.Reasons {
					d.tells(t, []string{d.texts.Text(reason.Key())})
				}
			}
			if got := d.order(t); !slices.Equal(got, want) {
				t.Errorf("%s, %s: the order is %v, want %v", question.ID, answer.ID, got, want)
			}
		}
	}
}

func TestAnswersAreTakenBack(t *testing.T) {
	d := newDesk(t, usual)
	d.answer(t, "talk", "confidential")
	d.answer(t, "size", "pair")
	d.tells(t, []string{"Dette passer best"})
	d.answer(t, "talk", "confidential")
	if got := d.State().Answers; len(got) != 1 || got["size"] != "pair" {
		t.Errorf("the answers are %v", got)
	}
	d.answer(t, "size", "hour")
	if got := d.State().Answers["size"]; got != "hour" {
		t.Errorf("the answer is %q", got)
	}
	d.press(t, "Begynn på nytt")
	d.tells(t, nil, "Dette passer best", "Begynn på nytt")
	first := d.guide.Questions()[0].Answers[0]
	if got := called(d.window.Canvas().Focused()); got != joined(d.texts.Text(first.Key())) {
		t.Errorf("the keys go to %q", got)
	}
}

func TestRetiredToolsComeLast(t *testing.T) {
	d := newDesk(t, usual)
	d.tells(t, []string{"Skype (nedlagt)", d.texts.Text(tools.KeyClosed)})
	d.answer(t, "people", "guests")
	if order := d.order(t); order[len(order)-1] != tools.Skype {
		t.Errorf("the order is %v", order)
	}
}

// Tools that are equally good share a number, and the company's own comes first.
func TestCompanyDecidesBetweenEquals(t *testing.T) {
	d := newDesk(t, usual)
	d.Show(fjord())
	if got := d.order(t); got[0] != tools.Teams || got[3] != tools.Zoom {
		t.Errorf("the order is %v", got)
	}
}

func TestEvidenceOfAReasonOpensItsSource(t *testing.T) {
	d := newDesk(t, usual)
	d.answer(t, "talk", "confidential")
	for _, place := range d.guide.Rank(d.State().Answers) {
		for _, reason := range place.Reasons {
			if len(reason.Sources) == 0 {
				continue
			}
			d.press(t, d.standing(reason.Evidence))
			if len(d.asked) != 1 || !strings.HasPrefix(d.asked[0], "open http") {
				t.Errorf("%s: asked for %q", reason.ID, d.asked)
			}
			d.asked = nil
		}
	}
}

func TestOwnCallIsThoughtOf(t *testing.T) {
	d := newDesk(t, usual)
	if d.reach("Start en egen samtale") {
		t.Error("it is thought of at once")
	}
	d.answer(t, "talk", "confidential")
	d.answer(t, "size", "pair")
	d.press(t, "Start en egen samtale")
	d.wants(t, "call")
}

func TestRankingLeadsToATool(t *testing.T) {
	d := newDesk(t, usual)
	d.press(t, "Les om Cisco Webex")
	d.tells(t, []string{"Slik holder du et trygt møte i Cisco Webex"})
	if got := called(d.window.Canvas().Focused()); got != joined("Cisco Webex") {
		t.Errorf("the keys go to %q", got)
	}
}

func TestAdviceHoldsForEveryTool(t *testing.T) {
	d := newDesk(t, usual)
	for _, a := range d.guide.Advice() {
		line := d.texts.Text(a.LineKey(tools.Teams))
		d.tells(t, []string{d.texts.Text(a.TitleKey()), d.texts.Text(a.TextKey())}, line)
	}
	d.press(t, "Slik er det i hvert verktøy")
	d.tells(t, []string{d.texts.Text(d.guide.Advice()[0].LineKey(tools.Teams))})
	d.press(t, "Slik er det i hvert verktøy")
}
