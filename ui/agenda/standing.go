package agenda

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// old is how old a copy may be before it is said how old it is, where there is
// no trouble.
const old = time.Hour

// standing says how it stands with the calendars: what cannot be fetched and
// how old it is, and how old the rest is.
type standing struct {
	words   wording
	shown   []string
	brief   bool // only says what may make the list wrong
	notices *fyne.Container
}

func newStanding(texts *locales.Texts, brief bool) *standing {
	return &standing{words: wording{texts}, brief: brief, notices: container.NewVBox()}
}

// show brings it up to date. What has not changed is not built anew.
func (s *standing) show(m Model) {
	troubles, age := s.troubles(m), s.age(m)
	said := append(slices.Clone(troubles), age)
	if slices.Equal(said, s.shown) {
		return
	}
	s.shown, s.notices.Objects = said, nil
	for _, words := range troubles {
		if s.brief {
			s.notices.Add(widgets.NewText(words, widgets.Attention))
			continue
		}
		s.notices.Add(widgets.NewField(widgets.NewNotice(words)))
	}
	if age != "" {
		s.notices.Add(widgets.NewText(age, widgets.Caption))
	}
	s.notices.Hidden = len(s.notices.Objects) == 0
}

// troubles has a sentence for each calendar that cannot be fetched, and one for
// all that cannot be reached: without a network that is every one of them.
func (s *standing) troubles(m Model) []string {
	var said []string
	var away []Calendar
	for _, c := range m.Calendars {
		switch c.Trouble {
		case Fine:
		case Unreachable:
			away = append(away, c)
		default:
			said = append(said, s.since(s.trouble(c), c.Fetched, m.Now))
		}
	}
	switch len(away) {
	case 0:
		return said
	case 1:
		return append(said, s.since(s.trouble(away[0]), away[0].Fetched, m.Now))
	}
	oldest := away[0].Fetched
	for _, c := range away[1:] {
		oldest = earlier(oldest, c.Fetched)
	}
	return append(said, s.since(s.words.texts.Count("agenda.away", len(away)), oldest, m.Now))
}

// since adds to a trouble how old what is shown is.
func (s *standing) since(trouble string, fetched, now time.Time) string {
	data := locales.Data{"Trouble": trouble}
	if fetched.IsZero() {
		return s.words.texts.Text("agenda.never-fetched", data)
	}
	data["When"] = s.words.when(fetched, now)
	return s.words.texts.Text("agenda.last-fetched", data)
}

func (s *standing) trouble(c Calendar) string {
	text := s.words.texts.Text
	data := locales.Data{"Name": tidy(c.Name, maxDetail), "Where": tidy(c.Where, maxDetail)}
	trouble := c.Trouble
	if c.Where == "" && trouble != Locked {
		trouble = Failing // a file: there is nobody to name
	}
	switch trouble {
	case Unreachable:
		return text("agenda.trouble.unreachable", data)
	case Refused:
		return text("agenda.trouble.refused", data)
	case Missing:
		return text("agenda.trouble.missing", data)
	case Unreadable:
		return text("agenda.trouble.unreadable", data)
	case Locked:
		return text("agenda.trouble.locked", data)
	default:
		return text("agenda.trouble.failing", data)
	}
}

// age is how old the calendars are that there is no trouble with: the oldest of
// them counts. Files are as old as they are.
func (s *standing) age(m Model) string {
	var oldest, file time.Time
	for _, c := range m.Calendars {
		switch {
		case c.Trouble != Fine || c.Fetched.IsZero():
		case c.File:
			file = earlier(file, c.Fetched)
		default:
			oldest = earlier(oldest, c.Fetched)
		}
	}
	switch {
	case !oldest.IsZero() && (!s.brief || m.Now.Sub(oldest) >= old):
		return s.words.texts.Text("agenda.fetched", locales.Data{"When": s.words.when(oldest, m.Now)})
	case oldest.IsZero() && !file.IsZero() && !s.brief:
		return s.words.texts.Text("agenda.from-file", locales.Data{"When": s.words.when(file, m.Now)})
	default:
		return ""
	}
}

// earlier is the earlier of two times that are not zero.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}
