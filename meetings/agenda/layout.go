package agenda

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar"
)

// show tells what there is to show, if that has changed, and reminds of what is
// due.
func (b *board) show() {
	now := b.now()
	turnedBack := now.Before(b.shownAt)
	if !b.dirty && !turnedBack && now.Before(b.changeAt) {
		return
	}
	b.dirty = false
	v := b.view(now)
	b.shownAt, b.changeAt = now, changeOf(v)
	b.changed(v)
	b.remindOf(v)
}

// view lays out what is known.
func (b *board) view(now time.Time) View {
	v := View{Now: now, Loaded: b.loaded, Lead: b.lead, Unsaved: b.unsaved}
	v.Busy = b.fetching != nil && b.fetching.Kind != meetings.File
	var shown [][]calendar.Occurrence
	for _, e := range b.entries {
		if !e.Hidden {
			b.layOut(e, midnight(now))
			shown = append(shown, e.found)
		}
		v.Calendars = append(v.Calendars, e.state())
	}
	v.Meetings = named(calendar.Merge(shown...))
	return v
}

// layOut finds what happens from today on, unless that is known.
func (b *board) layOut(e *entry, today time.Time) {
	if e.parsed == nil || e.foundOn.Equal(today) {
		return
	}
	found, err := e.parsed.Between(b.ctx, today, day(today, 1+Days), e.me)
	if b.ctx.Err() == nil {
		e.found, e.crowded, e.foundOn = found, err, today
	}
}

// state is how it stands with a calendar.
func (e *entry) state() State {
	s := State{
		ID: e.ID, Name: e.Name, Kind: e.Kind, Where: e.Place, Fetched: e.Fetch.Fetched,
		Trouble: cmp.Or(e.trouble, e.crowded), Skipped: e.skipped, Hidden: e.Hidden, Temporary: e.temporary,
	}
	if e.Kind == meetings.File {
		s.Where = filepath.Base(e.Place)
	}
	return s
}

// named gives meetings IDs that are the same every time. They come of UID and
// start, which no two of them have in common unless there is no UID.
func named(found []calendar.Occurrence) []Meeting {
	list := make([]Meeting, 0, len(found))
	seen := make(map[string]int)
	for _, o := range found {
		id := idOf(o)
		if seen[id]++; seen[id] > 1 {
			id = fmt.Sprintf("%s-%d", id, seen[id])
		}
		list = append(list, Meeting{o, id})
	}
	return list
}

func idOf(o calendar.Occurrence) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d", cmp.Or(o.UID, "title "+o.Title), o.Start.Unix()))
	return hex.EncodeToString(sum[:10])
}

// changeOf is when the clock itself will have changed what v shows.
func changeOf(v View) time.Time {
	change := day(v.Now, 1)
	for _, m := range v.Meetings {
		times := []time.Time{m.Start.Add(-soon), m.Start, m.End}
		if v.Lead > 0 {
			times = append(times, m.Start.Add(-v.lead()))
		}
		for _, t := range times {
			if t.After(v.Now) && t.Before(change) {
				change = t
			}
		}
	}
	return change
}

// lead is how long before a meeting the user is reminded.
func (v View) lead() time.Duration { return time.Duration(v.Lead) * time.Minute }
