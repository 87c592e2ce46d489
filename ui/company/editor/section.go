package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/ui/widgets"
)

// section is a part of the form that is shown by itself.
type section struct {
	name   string // as the user reads it
	parts  []part
	count  int // how many things are wrong in it
	object *fyne.Container
}

// part is a piece of a section: a few fields, or a list of entries.
type part interface {
	// content is what the section shows.
	content() fyne.CanvasObject
	// read takes over what an organisation holds, and write adds what has been
	// filled in.
	read(o organisation.Organisation)
	write(o *organisation.Organisation)
	// show says what is wrong, and gives how many things.
	show(wrong problems) int
	// settle lets all that is not filled in be wrong from now on.
	settle()
	// lead opens the way to the first field that something is wrong with; nil
	// if there is none.
	lead() *field
}

func (s *Screen) newSection(name string, help string, parts ...part) *section {
	card := container.NewVBox(widgets.NewLines(
		widgets.NewText(name, widgets.Subtitle), widgets.NewText(help, widgets.Muted)))
	for _, p := range parts {
		card.Add(p.content())
	}
	return &section{name: name, parts: parts, object: stack(widgets.NewCard(card))}
}

// onward adds the way to the neighbouring sections.
func (s *Screen) onward(i int) {
	var buttons []fyne.CanvasObject
	if i > 0 {
		buttons = append(buttons, widgets.NewQuiet(
			s.texts.Text("company.editor.previous"), "back", func() { s.goTo(i - 1) }))
	}
	buttons = append(buttons, widgets.NewPrimary(
		s.texts.Text("company.editor.next"), "forward", func() { s.goTo(i + 1) }))
	s.sections[i].object.Add(widgets.NewFlow(buttons...))
}

func (s *section) show(wrong problems) {
	s.count = 0
	for _, p := range s.parts {
		s.count += p.show(wrong)
	}
}

func (s *section) settle() {
	for _, p := range s.parts {
		p.settle()
	}
}

func (s *section) lead() *field {
	for _, p := range s.parts {
		if field := p.lead(); field != nil {
			return field
		}
	}
	return nil
}

// group is a few fields that stand by themselves and fill in the draft.
type group struct {
	*kit
	fields []*field
	object *fyne.Container
	// fresh is true until the user has left the group, or something has been
	// filled in.
	fresh bool
}

func newGroup(k *kit, fields ...*field) *group {
	return &group{kit: k, fields: fields, object: lay(fields)}
}

func (g *group) content() fyne.CanvasObject { return g.object }

// read shows the draft, which the fields fill in themselves.
func (g *group) read(organisation.Organisation) {
	for _, f := range g.fields {
		f.update()
	}
}

func (g *group) write(*organisation.Organisation) {}

func (g *group) show(wrong problems) int {
	count := 0
	for _, f := range g.fields {
		own := wrong.below(f.path)
		if g.fresh {
			own = own.withoutMissing()
		}
		f.show(own, g.words)
		count += len(own)
	}
	return count
}

func (g *group) settle() { g.fresh = false }

func (g *group) lead() *field { return firstWrong(g.fields) }

// sayWhole says what is wrong with a whole rather than with a field in it, and
// gives how many things.
func sayWhole(problem *widgets.Text, wrong problems, words func(p problem, example string) string) int {
	problem.Hide()
	for _, p := range wrong {
		if p.path == "" {
			problem.Set(words(p, ""))
			problem.Show()
			return 1
		}
	}
	return 0
}

func firstWrong(fields []*field) *field {
	for _, f := range fields {
		if f.problem.Visible() {
			return f
		}
	}
	return nil
}
