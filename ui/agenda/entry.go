package agenda

import "time"

// entry is what a row shows.
type entry struct {
	meeting   Meeting
	day       time.Time // which of its days: midnight
	remaining string
	collides  bool
	pressing  bool // it is going on or about to begin
	shortcut  bool // the keyboard shortcut joins it
}

// key tells rows apart: a meeting of several days stands on each of them.
func (e entry) key() string { return e.day.Format(time.DateOnly) + " " + e.meeting.ID }

// entriesOf makes what rows show of meetings on a day.
func entriesOf(words wording, m Model) func(meetings []Meeting, on time.Time) []entry {
	collides := colliding(m.Meetings)
	return func(meetings []Meeting, on time.Time) []entry {
		var entries []entry
		for _, meeting := range meetings {
			e := entry{meeting: meeting, day: midnight(on), collides: collides[meeting.ID]}
			if !meeting.AllDay && !meeting.idle() && meeting.on(m.Now) && on.Equal(m.Now) {
				e.remaining = words.remaining(meeting, m.Now)
				e.pressing = !meeting.Start.After(m.Now.Add(soon))
				e.shortcut = meeting.ID == m.Shortcut
			}
			entries = append(entries, e)
		}
		return entries
	}
}
