package calendars

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// minutes are the times before a meeting that can be chosen; 0 is never.
var minutes = []int{0, 1, 5, 10, 15}

// showList shows the calendars that have been added, and when to be reminded.
// The keys stay on the button that has them.
func (s *Screen) showList() {
	had := s.focused()
	s.buttons = map[string]*widget.Button{}
	s.list.RemoveAll()
	s.list.Hidden = len(s.shown.Calendars) == 0
	if s.list.Hidden {
		return
	}
	card := container.NewVBox(widgets.NewText(s.texts.Text("calendars.yours"), widgets.Subtitle))
	for _, c := range s.shown.Calendars {
		card.Add(s.row(c))
	}
	refresh := s.button("refresh", widgets.NewSecondary(s.texts.Text("calendars.refresh"), "clock", s.actions.Refresh))
	if s.shown.Busy {
		refresh.SetText(s.texts.Text("calendars.busy"))
		refresh.Disable()
	}
	card.Add(widgets.NewFlow(refresh))
	s.list.Add(widgets.NewCard(card))
	s.minutes.Select(strconv.Itoa(s.shown.Minutes))
	s.list.Add(s.remind)
	if b := s.buttons[had]; b != nil && !b.Disabled() {
		s.actions.Focus(b)
	}
}

// button makes a button known by a name that outlives it.
func (s *Screen) button(name string, b *widget.Button) *widget.Button {
	s.buttons[name] = b
	return b
}

// focused is the name of the button that has the keys, "" for none.
func (s *Screen) focused() string {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(s.page)
	if canvas == nil {
		return ""
	}
	for name, b := range s.buttons {
		if canvas.Focused() == fyne.Focusable(b) {
			return name
		}
	}
	return ""
}

func (s *Screen) row(c Calendar) fyne.CanvasObject {
	if s.renaming != nil && s.renaming.id == c.ID {
		return s.renaming.object
	}
	name := c.Name
	if c.Hidden {
		name = s.texts.Text("calendars.hidden", locales.Data{"Name": c.Name})
	}
	lines := widgets.NewLines(widgets.NewText(name, widgets.Strong),
		widgets.NewText(s.texts.Text("calendars.from", locales.Data{"Where": c.Where, "State": c.State}), widgets.Muted))
	hide := s.texts.Text("calendars.hide")
	if c.Hidden {
		hide = s.texts.Text("calendars.unhide")
	}
	row := container.NewVBox(lines)
	if c.Wrong != "" {
		row.Add(widgets.NewField(widgets.NewNotice(c.Wrong)))
	}
	row.Add(widgets.NewFlow(
		s.button("rename "+c.ID, widgets.NewQuiet(s.texts.Text("calendars.rename"), "edit", func() { s.rename(c) })),
		s.button("hide "+c.ID, widgets.NewQuiet(hide, "eye", func() { s.actions.Hide(c.ID, !c.Hidden) })),
		s.button("remove "+c.ID, widgets.NewQuiet(s.texts.Text("calendars.remove"), "delete", func() { s.actions.Remove(c.ID) })),
	))
	return row
}

// newRemind lets the user choose when to be told that a meeting begins.
func (s *Screen) newRemind() fyne.CanvasObject {
	options := make([]widgets.Option, len(minutes))
	for i, n := range minutes {
		options[i] = widgets.Option{Value: strconv.Itoa(n), Text: s.texts.Text("calendars.never")}
		if n > 0 {
			options[i].Text = s.texts.Count("calendars.minutes", n)
		}
	}
	s.minutes = widgets.NewChoice(options, strconv.Itoa(s.shown.Minutes), func(value string) {
		if n, err := strconv.Atoi(value); err == nil {
			s.actions.SetMinutes(n)
		}
	})
	return widgets.NewCard(container.NewVBox(
		widgets.NewText(s.texts.Text("calendars.remind"), widgets.Subtitle),
		widgets.NewText(s.texts.Text("calendars.remind-how"), widgets.Muted), s.minutes.Object()))
}
