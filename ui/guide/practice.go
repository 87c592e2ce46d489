package guide

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// practice is how to hold a safe meeting in a tool, by one's part in it; nil if
// nothing is said. For a retired tool it is what to do instead.
func (s *Screen) practice(tool tools.Tool) fyne.CanvasObject {
	roles := slices.DeleteFunc(tools.Roles(), func(r tools.Role) bool { return len(tool.Practice(r)) == 0 })
	if len(roles) == 0 {
		return nil
	}
	chosen := s.state.Role
	if !slices.Contains(roles, chosen) {
		chosen = roles[0]
	}
	steps := container.NewVBox(s.steps(tool.Practice(chosen)))
	choice := widgets.NewChoice(s.roleOptions(roles), string(chosen), func(value string) {
		s.chooseRole(tool, tools.Role(value))
		steps.Objects = []fyne.CanvasObject{s.steps(tool.Practice(s.state.Role))}
		steps.Refresh()
	})
	heading := widgets.NewText(s.texts.Text("guide.practice", locales.Data{"Tool": tool.Name}), widgets.Subtitle)
	if tool.Retired {
		heading.Set(s.texts.Text("guide.instead"))
	}
	return widgets.NewCard(container.NewVBox(heading, choice.Object(), steps))
}

// chooseRole remembers a role for the pages of the other tools as well, which
// are therefore built anew.
func (s *Screen) chooseRole(tool tools.Tool, role tools.Role) {
	s.state.Role = role
	for _, other := range s.guide.Tools() {
		if other.ID != tool.ID {
			delete(s.built, string(other.ID))
		}
	}
}

func (s *Screen) roleOptions(roles []tools.Role) []widgets.Option {
	var options []widgets.Option
	for _, role := range roles {
		options = append(options, widgets.Option{Value: string(role), Text: s.texts.Text(role.Key())})
	}
	return options
}

// steps is a numbered list, with a mark where something is to be switched on
// or off.
func (s *Screen) steps(steps []tools.Step) fyne.CanvasObject {
	list := container.NewVBox()
	widest := widgets.NewLabel(strings.Repeat("0", len(strconv.Itoa(len(steps))))+".", widgets.Muted).MinSize()
	room := s.markRoom(steps)
	for i, step := range steps {
		number := container.NewGridWrap(widest, widgets.NewLabel(strconv.Itoa(i+1)+".", widgets.Muted))
		list.Add(container.NewBorder(nil, nil, container.NewVBox(number), nil,
			container.New(&aside{room: room, narrowest: 260}, s.switchMark(step.Kind), s.step(step))))
	}
	if slices.ContainsFunc(steps, func(step tools.Step) bool { return step.Located }) {
		list.Add(widgets.NewText(s.texts.Text(tools.KeyMenus), widgets.Muted))
	}
	return list
}

// markRoom is how wide the widest of the marks of some steps is, 0 without any.
func (s *Screen) markRoom(steps []tools.Step) float32 {
	room := float32(0)
	for _, step := range steps {
		if mark := s.switchMark(step.Kind); mark.Visible() {
			room = max(room, mark.MinSize().Width)
		}
	}
	return room
}

// switchMark says whether something is to be on or off; it is hidden beside
// another kind of step.
func (s *Screen) switchMark(kind tools.Kind) fyne.CanvasObject {
	badge := widgets.NewBadge
	if kind == tools.SwitchOff {
		badge = widgets.NewAlert
	}
	const top = 8 // in line with the first line of the text
	mark := container.New(layout.NewCustomPaddedLayout(top, 0, 0, 0), badge(s.texts.Text(kind.Key())))
	show(mark, kind == tools.SwitchOn || kind == tools.SwitchOff)
	return mark
}

// step is what to do, where to find it, and what that rests on.
func (s *Screen) step(step tools.Step) fyne.CanvasObject {
	lines := widgets.NewLines(widgets.NewText(s.texts.Text(step.Key()), widgets.Body))
	if step.Located {
		lines.Add(widgets.NewText(s.texts.Text(step.WhereKey()), widgets.Muted))
	}
	lines.Add(s.reference(step.Evidence))
	return lines
}
