package agenda

import (
	"runtime"
	"strings"
	"time"
	"unicode"

	"hjemmekontor/locales"
)

// How much of what a calendar says is shown, in characters. It comes from
// whoever sent the invitation.
const (
	maxTitle  = 140
	maxDetail = 90
)

// tidy writes what somebody else has written on one line: without characters
// that are not seen or that turn the direction of the text, and cut where it is
// too long.
func tidy(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, s)
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return string(runes)
}

// wording writes what there is to say of meetings.
type wording struct{ texts *locales.Texts }

func (w wording) title(m Meeting) string {
	if title := tidy(m.Title, maxTitle); title != "" {
		return title
	}
	return w.texts.Text("agenda.untitled")
}

// detail is where a meeting is held, and who called it. Calendars write the
// service as the place, as in "Microsoft Teams-møte": then that says it all.
func (w wording) detail(m Meeting) string {
	service := m.Service
	if service != "" && strings.Contains(strings.ToLower(m.Place), strings.ToLower(service)) {
		service = ""
	}
	var parts []string
	for _, part := range []string{service, m.Place, m.Organiser} {
		if part = tidy(part, maxDetail); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// hours is when a meeting takes place, on a day that it takes place on.
func (w wording) hours(m Meeting, on time.Time) string {
	begin := midnight(on)
	end := begin.AddDate(0, 0, 1)
	before, after := m.Start.Before(begin), m.End.After(end)
	from, to := w.texts.Clock(m.Start.In(on.Location())), w.texts.Clock(m.End.In(on.Location()))
	switch {
	case m.AllDay, before && !m.End.Before(end):
		return w.texts.Text("agenda.all-day")
	case before:
		return w.texts.Text("agenda.until", locales.Data{"Clock": to})
	case after:
		return w.texts.Text("agenda.from", locales.Data{"Clock": from})
	case !m.End.After(m.Start):
		return from
	default:
		return from + "–" + to
	}
}

// remaining is how long there is until a meeting begins, or ends if it has
// begun; "" where that is more than an hour.
func (w wording) remaining(m Meeting, now time.Time) string {
	until, key := m.Start.Sub(now), "agenda.begins-in"
	if until <= 0 {
		until, key = m.End.Sub(now), "agenda.ends-in"
	}
	switch minutes := int((until + time.Minute - 1) / time.Minute); {
	case until <= 0 || minutes > 60:
		return ""
	default:
		return w.texts.Count(key, minutes)
	}
}

// day names a day: tomorrow, or by its name and date.
func (w wording) day(day, now time.Time) string {
	if midnight(day).Equal(midnight(now).AddDate(0, 0, 1)) {
		return w.texts.Text("agenda.tomorrow")
	}
	return w.texts.Text("agenda.day", locales.Data{"Weekday": w.texts.Weekday(day.Weekday()), "Date": w.texts.Date(day)})
}

// when says when something was, as one would say it aloud.
func (w wording) when(at, now time.Time) string {
	at = at.In(now.Location())
	data := locales.Data{"Clock": w.texts.Clock(at), "Weekday": w.texts.WeekdayWithin(at.Weekday()), "Date": w.texts.Date(at)}
	ago := midnight(now).Sub(midnight(at))
	switch {
	case ago < 12*time.Hour:
		return w.texts.Text("agenda.at.today", data)
	case ago < 36*time.Hour:
		return w.texts.Text("agenda.at.yesterday", data)
	case ago < 156*time.Hour: // six days and a changed clock
		return w.texts.Text("agenda.at.weekday", data)
	default:
		return w.texts.Text("agenda.at.date", data)
	}
}

// When says when something was, as one would say it aloud: "i går kl. 16:10".
func When(texts *locales.Texts, at, now time.Time) string { return wording{texts}.when(at, now) }

// keys is the shortcut that joins a meeting, as it is written on the keyboard.
func (w wording) keys() string {
	if runtime.GOOS == "darwin" {
		return w.texts.Text("agenda.keys-mac")
	}
	return w.texts.Text("agenda.keys")
}
