package contacts

import (
	"errors"
	"strings"
	"time"
)

// dayLayout is how a day is written in figures, in Norwegian and in English.
const dayLayout = "02.01.2006"

// dayLayouts is what is understood besides.
var dayLayouts = []string{"2.1.2006", "2.1.06", "2/1/2006", time.DateOnly}

// Why a time of discovery cannot be used.
var (
	errUnreadable = errors.New("not a day and a time of day")
	errAhead      = errors.New("in the future")
	errLongAgo    = errors.New("more than a month ago")
)

// parseDiscovered reads when a breach was discovered, in the time zone of now.
func parseDiscovered(day, clock string, now time.Time) (time.Time, error) {
	clock = strings.ReplaceAll(strings.TrimSpace(clock), ".", ":")
	day = strings.TrimSpace(day)
	for _, layout := range dayLayouts {
		at, err := time.ParseInLocation(layout+" 15:4", day+" "+clock, now.Location())
		switch {
		case err != nil:
			continue
		case at.After(now):
			return time.Time{}, errAhead
		case at.Before(now.AddDate(0, -1, 0)):
			return time.Time{}, errLongAgo
		}
		return at, nil
	}
	return time.Time{}, errUnreadable
}

// refusal says why a time cannot be used.
func (d *deadline) refusal(err error) string {
	switch {
	case errors.Is(err, errAhead):
		return d.texts.Text("contacts.deadline-ahead")
	case errors.Is(err, errLongAgo):
		return d.texts.Text("contacts.deadline-long-ago")
	default:
		return d.texts.Text("contacts.deadline-unreadable")
	}
}
