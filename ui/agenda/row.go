package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// row is a meeting in a list: when, what, where, and a button to join it. The
// button stays the same whatever changes around it, so that it keeps the keys.
type row struct {
	words  wording
	shown  entry
	join   *widget.Button
	object *fyne.Container
}

func newRow(texts *locales.Texts, e entry, join func(id string)) *row {
	id := e.meeting.ID
	r := &row{words: wording{texts}, join: widgets.NewSecondary(texts.Text("agenda.join"), "", func() { join(id) })}
	r.object = container.New(&rowLayout{})
	r.build(e)
	return r
}

// show brings the row up to date.
func (r *row) show(e entry) {
	if e != r.shown {
		r.build(e)
		r.object.Refresh()
	}
}

func (r *row) build(e entry) {
	r.shown = e
	m := e.meeting
	hours := widgets.NewLabel(r.words.hours(m, e.day), widgets.Strong)
	if m.idle() {
		hours.Restyle(widgets.Muted)
	}
	r.join.Importance = widget.MediumImportance
	if e.pressing {
		r.join.Importance = widget.HighImportance
	}
	r.join.Hidden = !m.Joinable || m.Cancelled || m.Retired
	r.object.Objects = []fyne.CanvasObject{hours, r.text(e), r.join}
	r.join.Refresh()
}

// text is what stands between the hours and the button.
func (r *row) text(e entry) fyne.CanvasObject {
	m := e.meeting
	lines := widgets.NewLines(r.title(m))
	if detail := r.words.detail(m); detail != "" {
		lines.Add(widgets.NewText(detail, widgets.Muted))
	}
	if m.Retired {
		lines.Add(widgets.NewText(r.words.texts.Text("agenda.retired", locales.Data{"Service": m.Service}), widgets.Attention))
	}
	if standing := r.standing(e); standing != "" {
		lines.Add(widgets.NewText(standing, widgets.Caption))
	}
	if badges := r.badges(e); len(badges) > 0 {
		return container.NewVBox(lines, widgets.NewFlow(badges...))
	}
	return lines
}

func (r *row) title(m Meeting) *widgets.Text {
	style := widgets.Body
	if m.idle() {
		style = widgets.Muted
	}
	title := widgets.NewText(r.words.title(m), style)
	if m.Cancelled {
		strike(title)
	}
	return title
}

// strike draws a line through a text.
func strike(t *widgets.Text) {
	for _, s := range t.Segments {
		if text, ok := s.(*widget.TextSegment); ok {
			text.Style.TextStyle.Strikethrough = true
		}
	}
}

// standing is how long there is left, and the keys that join.
func (r *row) standing(e entry) string {
	if !e.shortcut {
		return e.remaining
	}
	keys := r.words.texts.Text("agenda.shortcut", locales.Data{"Keys": r.words.keys()})
	if e.remaining == "" {
		return keys
	}
	return e.remaining + " · " + keys
}

func (r *row) badges(e entry) []fyne.CanvasObject {
	text := r.words.texts.Text
	var badges []fyne.CanvasObject
	switch m := e.meeting; {
	case m.Cancelled:
		badges = append(badges, widgets.NewAlert(text("agenda.cancelled")))
	case m.Answer == Declined:
		badges = append(badges, widgets.NewBadge(text("agenda.declined")))
	case m.Answer == Tentative:
		badges = append(badges, widgets.NewBadge(text("agenda.tentative")))
	case m.Answer == Unanswered:
		badges = append(badges, widgets.NewBadge(text("agenda.unanswered")))
	}
	if e.collides {
		badges = append(badges, widgets.NewAlert(text("agenda.collides")))
	}
	return badges
}
