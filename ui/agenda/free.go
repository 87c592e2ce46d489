package agenda

import (
	"slices"

	"hjemmekontor/locales"
)

// message is what to say where no meeting is shown: free, once it is known that
// there is none.
func (w wording) message(m Model, free string) string {
	switch {
	case !m.Loaded:
		return w.texts.Text("agenda.reading")
	case len(m.Calendars) == 0:
		return w.texts.Text("agenda.no-calendar")
	case !slices.ContainsFunc(m.Calendars, func(c Calendar) bool { return !c.Fetched.IsZero() }):
		return w.texts.Text("agenda.not-fetched")
	default:
		return free
	}
}

// nothingLeft says that today is free, or free from now on.
func (w wording) nothingLeft(m Model) string {
	for _, meeting := range m.Meetings {
		if meeting.on(m.Now) && !meeting.idle() && !meeting.AllDay {
			return w.texts.Text("agenda.nothing-left")
		}
	}
	return w.texts.Text("agenda.nothing-today")
}

// free says that nothing more is on today, and when something is.
func (w wording) free(m Model) string {
	said := w.nothingLeft(m)
	next, ok := upcoming(m.Meetings, m.Now)
	if !ok {
		return said
	}
	start := next.Start.In(m.Now.Location())
	data := locales.Data{
		"Free": said, "Title": w.title(next), "Weekday": w.texts.WeekdayWithin(start.Weekday()), "Clock": w.texts.Clock(start),
	}
	if start.Before(midnight(m.Now).AddDate(0, 0, 2)) {
		return w.texts.Text("agenda.free-until-tomorrow", data)
	}
	return w.texts.Text("agenda.free-until", data)
}
