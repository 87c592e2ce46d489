package checklist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// summary is the card that tells how far the user has come.
type summary struct {
	texts            *locales.Texts
	ring             *widgets.Ring
	left, due, aside *widgets.Text
	object           fyne.CanvasObject
}

func newSummary(l *list) *summary {
	s := &summary{
		texts: l.texts,
		ring:  widgets.NewRing(0, ""),
		left:  widgets.NewText("", widgets.Subtitle),
		due:   widgets.NewText("", widgets.Attention),
		aside: widgets.NewText("", widgets.Caption),
	}
	words := widgets.NewLines(s.left, widgets.NewText(l.texts.Text("checklist."+string(l.role)+".intro"), widgets.Muted), s.due, s.aside)
	report := widgets.NewFlow(widgets.NewSecondary(l.texts.Text("checklist.report"), "file", func() { l.actions.Report() }))
	s.object = widgets.NewCard(container.NewBorder(nil, nil, widgets.NewField(container.NewCenter(s.ring)), nil,
		container.NewVBox(words, report)))
	return s
}

func (s *summary) show(p checklists.Progress) {
	s.ring.Set(p.Fraction(), s.texts.Text("checklist.ring", locales.Data{"Done": p.Done, "Total": p.Total()}))
	if p.Open == 0 {
		s.left.Set(s.texts.Text("checklist.finished"))
	} else {
		s.left.Set(s.texts.Count("checklist.left", p.Open))
	}
	set(s.due, p.Due, s.texts.Count("checklist.due", p.Due))
	set(s.aside, p.NotForMe, s.texts.Count("checklist.aside", p.NotForMe))
}

// set says how many there are of something, or nothing where there is none.
func set(text *widgets.Text, n int, words string) {
	if n == 0 {
		words = ""
	}
	text.Set(words)
	text.Hidden = words == ""
}
