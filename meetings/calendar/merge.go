package calendar

import (
	"cmp"
	"slices"
	"strings"
)

// Merge brings the occurrences of several calendars together, sorted by start,
// end, title and UID. What has one UID and start in two of them is listed once:
// the one that leads to a meeting, else that of the calendar named first.
func Merge(calendars ...[]Occurrence) []Occurrence {
	type key struct {
		uid   string
		start int64
	}
	all := slices.Concat(calendars...)
	place := make(map[key]int, len(all))
	merged := all[:0]
	for _, o := range all {
		k := key{o.UID, o.Start.Unix()}
		i, known := place[k]
		switch {
		case !known || o.UID == "":
			place[k] = len(merged)
			merged = append(merged, o)
		case merged[i].Meeting == nil && o.Meeting != nil:
			merged[i] = o
		}
	}
	slices.SortStableFunc(merged, func(a, b Occurrence) int {
		return cmp.Or(a.Start.Compare(b.Start), a.End.Compare(b.End), strings.Compare(a.Title, b.Title), strings.Compare(a.UID, b.UID))
	})
	return merged
}
