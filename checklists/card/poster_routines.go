package card

import (
	"strconv"

	"hjemmekontor/checklists/internal/paper"
)

var (
	routineTitle = style{paper.SemiBold, 11, paper.Ink, 1.35}
	routineStep  = style{paper.Regular, 9.3, paper.Ink, 1.33}
	stepNumber   = style{paper.SemiBold, 9.3, paper.Primary, 1.33}

	publicNumber = style{paper.SemiBold, 17, paper.Ink, 1.3}
	publicName   = style{paper.SemiBold, 8.5, paper.Ink, 1.35}
	breachText   = style{paper.SemiBold, 9.3, paper.Ink, 1.4}
)

// routine is what to do, with the steps numbered.
func (p *poster) routine(r Routine, x, y, width float64) float64 {
	p.rule(paper.Primary, 0.5, x, y, x+width, y)
	y = p.paragraph(routineTitle, r.Title, x, y+p.mm(1.8), width)
	indent := p.mm(4.6)
	for i, step := range p.shown(r.Steps) {
		y += p.mm(0.6)
		p.line(stepNumber, strconv.Itoa(i+1), x, y)
		for _, line := range p.shownLines(step, width-indent) {
			y = p.line(routineStep, line, x+indent, y)
		}
	}
	return y
}

// shown is the steps that the plan has room for.
func (p *poster) shown(steps []string) []string {
	if p.plan.steps == 0 {
		return steps
	}
	return steps[:min(p.plan.steps, len(steps))]
}

// shownLines is the lines of a step that the plan has room for, with a mark
// where more follows.
func (p *poster) shownLines(step string, width float64) []string {
	lines := p.wrap(routineStep, step, width)
	if p.plan.lines == 0 || len(lines) <= p.plan.lines {
		return lines
	}
	last := p.plan.lines - 1
	p.use(routineStep)
	lines[last] = p.Beginning(lines[last], width)
	return lines[:p.plan.lines]
}

// leavesOut reports whether the plan has no room for some of the steps or for
// all of one.
func (p *poster) leavesOut() bool {
	width := (posterWidth - gutter) / 2
	for _, r := range append([]Routine{{Steps: p.card.General}}, p.card.Routines...) {
		steps := p.shown(r.Steps)
		if len(steps) < len(r.Steps) {
			return true
		}
		for _, step := range steps {
			if len(p.shownLines(step, width)) < len(p.wrap(routineStep, step, width)) {
				return true
			}
		}
	}
	return false
}

// outside is the authorities and the time limit, which stay together.
func (p *poster) outside(y float64) float64 {
	p.rule(paper.Primary, 0.5, posterSide, y, posterSide+posterWidth, y)
	y = p.line(routineTitle, p.texts.Text("card.public"), posterSide, y+p.mm(1.8))
	for _, row := range p.grid(0, 3, len(p.card.Public), func(i int, x, y, width float64) float64 {
		return p.authority(p.card.Public[i], x, y, width)
	}) {
		y = row.draw(y + p.mm(1))
	}
	return p.paragraph(breachText, p.texts.Text("card.breach"), posterSide, y+p.mm(2), posterWidth)
}

func (p *poster) authority(e Entry, x, y, width float64) float64 {
	c := p.column(e, x, y-p.mm(1), width, p.mm(16))
	y = p.number(publicNumber, e, x, y, c.width(y))
	y = max(c.bottom, p.paragraph(publicName, e.Label, x, y, c.narrow))
	return p.paragraph(cellDetail, e.When, x, y, width)
}
