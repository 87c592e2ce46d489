package agenda

import (
	"context"
	"fmt"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar"
	"hjemmekontor/meetings/calendar/remote"
)

// How far a CalDAV collection is fetched, around today: far enough to live on
// for a while without a network.
const (
	daysBack    = 7
	daysForward = 35
)

// fetched is what came of a fetch.
type fetched struct {
	copy        meetings.Copy
	parsed      *calendar.Calendar // nil if notModified
	validators  remote.Validators
	notModified bool
	retryAfter  time.Duration
	skipped     int
}

// fetch gets a calendar from where it is kept, and reads it.
func (a *Agenda) fetch(ctx context.Context, c meetings.Calendar, s secret) (fetched, error) {
	answer, err := a.ask(ctx, c, s)
	got := fetched{validators: answer.Validators, notModified: answer.NotModified, retryAfter: answer.RetryAfter}
	if err != nil || answer.NotModified {
		return got, err
	}
	got.copy = meetings.Copy{Data: answer.Data, Me: append(append([]string{}, s.Me...), answer.Me...)}
	got.parsed, err = calendar.Parse(ctx, answer.Data)
	if err != nil {
		return got, fmt.Errorf("reading calendar: %w", err)
	}
	got.skipped = answer.Skipped + got.parsed.Skipped.Total()
	return got, nil
}

// ask gets the document, if it is not the one that is held.
func (a *Agenda) ask(ctx context.Context, c meetings.Calendar, s secret) (remote.Answer, error) {
	since := remote.Validators{ETag: c.Fetch.ETag, LastModified: c.Fetch.Modified, Token: c.Fetch.CTag}
	switch c.Kind {
	case meetings.File:
		return readFile(c.Place, since)
	case meetings.CalDAV:
		today := midnight(a.now())
		return a.client.FetchCollection(ctx, s.Address, s.User, s.Password,
			today.AddDate(0, 0, -daysBack), today.AddDate(0, 0, daysForward), since)
	default:
		return a.client.Fetch(ctx, s.Address, since)
	}
}

// midnight is the beginning of t's day, where t is.
func midnight(t time.Time) time.Time { return day(t, 0) }

// day is the beginning of the day that comes some days after t.
func day(t time.Time, days int) time.Time {
	year, month, date := t.Date()
	return time.Date(year, month, date+days, 0, 0, 0, 0, t.Location())
}
