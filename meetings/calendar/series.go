package calendar

import (
	"cmp"
	"slices"
)

// series is an event with what replaces its single occurrences.
type series struct {
	master *event // nil where only single occurrences are known
	// replaced holds one event for each occurrence that was changed.
	replaced []*event
	// onward holds changes from an occurrence on, in the order of time.
	onward []*event
}

// eventKey tells what the same event, or the same occurrence of it, is.
type eventKey struct {
	uid string
	id  stamp
}

// group puts the events of a document together that have one UID. Of several
// versions of one, that with the highest SEQUENCE counts, then the last.
func group(events []*event) []series {
	all := make([]series, 0, len(events))
	byUID := make(map[string]int, len(events))
	for _, e := range newest(events) {
		i, ok := byUID[e.uid]
		if !ok || e.uid == "" {
			i = len(all)
			byUID[e.uid] = i
			all = append(all, series{})
		}
		all[i].add(e)
	}
	for _, s := range all {
		slices.SortFunc(s.onward, func(a, b *event) int { return cmp.Compare(a.id.wall, b.id.wall) })
	}
	return all
}

func (s *series) add(e *event) {
	switch {
	case e.id.kind == absent:
		s.master = e
	case e.onward:
		s.onward = append(s.onward, e)
	default:
		s.replaced = append(s.replaced, e)
	}
}

// newest leaves out the older versions of events.
func newest(events []*event) []*event {
	result := make([]*event, 0, len(events))
	place := make(map[eventKey]int, len(events))
	for _, e := range events {
		key := eventKey{uid: e.uid, id: e.id}
		i, ok := place[key]
		switch {
		case !ok || e.uid == "":
			place[key] = len(result)
			result = append(result, e)
		case e.sequence >= result[i].sequence:
			result[i] = e
		}
	}
	return result
}
