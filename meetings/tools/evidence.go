package tools

import (
	"fmt"
	"time"
)

// Certainty tells how well something is supported.
type Certainty string

// The degrees of certainty. What no source supports is not a fact and has none.
const (
	High   Certainty = "H" // the vendor's or an authority's own page, or two independent sources
	Medium Certainty = "M" // one decent secondary source, or an old page of the vendor's
	Low    Certainty = "L" // a single weak source, or sources that conflict
)

// Source is a page that a fact was found on.
type Source struct {
	Title string // publisher and what the page is, in the page's own language
	URL   string
}

// Evidence is what a fact, a cell or a piece of advice rests on.
type Evidence struct {
	// AsOf is the date of the newest source, as precise as it is known: YYYY,
	// YYYY-MM or YYYY-MM-DD. It is empty where the sources bear no date.
	AsOf      string
	Certainty Certainty
	Sources   []Source
}

// TwelveMonths is the age at which the guide marks a fact as old.
const TwelveMonths = 365 * 24 * time.Hour

// asOfLayouts are the ways in which a date may be written, by its length.
var asOfLayouts = map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}

func parseAsOf(s string) (time.Time, error) {
	layout, ok := asOfLayouts[len(s)]
	if !ok {
		return time.Time{}, fmt.Errorf("date %q is not YYYY, YYYY-MM or YYYY-MM-DD", s)
	}
	return time.Parse(layout, s)
}

// Since is the first day that AsOf covers, midnight UTC: 1 January for a bare
// year. It is false where the sources bear no date.
func (e Evidence) Since() (time.Time, bool) {
	t, err := parseAsOf(e.AsOf)
	return t, err == nil
}

// Older tells whether the evidence may be older than the given age. It counts
// from the first day that AsOf covers, and takes what bears no date as old: a
// fact is called fresh only when it is known to be.
func (e Evidence) Older(now time.Time, than time.Duration) bool {
	since, ok := e.Since()
	return !ok || now.Sub(since) > than
}
