package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// chooser asks what a tool will be used for, and ranks the tools by the answers
// as they are given.
type chooser struct {
	*Screen
	offered map[tools.Answer]*widgets.Answer
	restart *fyne.Container // begins anew, once there is an answer
	hints   *fyne.Container
	ranking *fyne.Container
	object  fyne.CanvasObject
}

func newChooser(s *Screen) *chooser {
	c := &chooser{Screen: s, offered: map[tools.Answer]*widgets.Answer{}, hints: newStack(), ranking: newStack()}
	c.restart = widgets.NewFlow(widgets.NewQuiet(s.texts.Text("guide.restart"), "undo", c.begin))
	questions := newStack(c.questions(), c.hints)
	c.object = container.New(&beside{narrowest: 330}, questions, c.ranking, s.advice())
	c.rank()
	return c
}

// newStack sets cards below each other, as far apart as a page does.
func newStack(objects ...fyne.CanvasObject) *fyne.Container {
	return widgets.NewColumns(0, 1, objects...)
}

// questions is the card with all of them: none has to be answered before
// another.
func (c *chooser) questions() fyne.CanvasObject {
	list := container.NewVBox(widgets.NewLines(
		widgets.NewText(c.texts.Text("guide.questions"), widgets.Subtitle),
		widgets.NewText(c.texts.Text("guide.answer-some"), widgets.Muted)))
	for _, question := range c.guide.Questions() {
		list.Add(container.New(layout.NewCustomPaddedVBoxLayout(0),
			widgets.NewText(c.texts.Text(question.Key()), widgets.Strong), c.answers(question)))
	}
	list.Add(c.restart)
	return widgets.NewCard(list)
}

func (c *chooser) answers(question tools.Question) fyne.CanvasObject {
	var offered []*widgets.Answer
	for _, answer := range question.Answers {
		c.offered[answer] = widgets.NewAnswer(c.texts.Text(answer.Key()), func() { c.answer(answer) })
		offered = append(offered, c.offered[answer])
	}
	return widgets.NewAnswers(offered...)
}

// answer takes an answer, or takes it back if it was given before.
func (c *chooser) answer(a tools.Answer) {
	answers := c.state.clone().Answers
	if answers == nil {
		answers = map[tools.QuestionID]tools.AnswerID{}
	}
	if answers[a.Question] == a.ID {
		delete(answers, a.Question)
	} else {
		answers[a.Question] = a.ID
	}
	c.state.Answers = answers
	c.rank()
}

// begin forgets all answers. The keys go to the first question, since the
// button that was pressed is gone.
func (c *chooser) begin() {
	c.state.Answers = nil
	c.rank()
	first := c.guide.Questions()[0].Answers[0]
	c.actions.Focus(c.offered[first])
}

// rank shows the answers and what follows from them.
func (c *chooser) rank() {
	answers := c.state.Answers
	for answer, offered := range c.offered {
		offered.Select(answers[answer.Question] == answer.ID)
	}
	c.restart.Hidden = len(answers) == 0
	c.hints.Objects = nil
	for _, hint := range c.guide.Hints(answers) {
		c.hints.Add(c.hint(hint))
	}
	c.hints.Hidden = len(c.hints.Objects) == 0
	c.ranking.Objects = c.places()
	c.object.Refresh()
}

// hint is something else to think of. That a call of the app's own would do is
// one of them, and leads there.
func (c *chooser) hint(hint tools.Hint) fyne.CanvasObject {
	words := c.texts.Text(hint.Key())
	if hint.ID != tools.OwnCall {
		return widgets.NewHint(words)
	}
	return widgets.NewHint(words, widgets.NewSecondary(c.texts.Text("guide.own-call"), "meetings", c.actions.OwnCall))
}
