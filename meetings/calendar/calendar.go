package calendar

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"time"
)

// Calendar is a document that was read. It does not change and is safe for
// concurrent use.
type Calendar struct {
	// Name is what the calendar calls itself, "" if it does not.
	Name string
	// Me lists addresses that are probably the owner's, in small letters: that
	// in the calendar's name, where the name is one. Nothing else is guessed.
	Me []string
	// Skipped counts what could not be read.
	Skipped Skipped

	series []series
	zones  []*time.Location // by zoneID; a nil stands for local time
}

// Parse reads an iCalendar document (RFC 5545), or several one after the other.
// What is broken in it is left out and counted in Skipped. The errors are
// ErrNotCalendar, ErrTooLarge, and that of the context.
func Parse(ctx context.Context, data []byte) (*Calendar, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%d bytes: %w", len(data), ErrTooLarge)
	}
	text, ok := body(data)
	if !ok {
		return nil, ErrNotCalendar
	}
	s := newScanner(text)
	if err := s.run(ctx); err != nil {
		return nil, fmt.Errorf("reading calendar: %w", err)
	}
	zones, unknown := s.zones.resolve()
	for _, e := range s.events {
		if unknown[e.start.zone] {
			s.skipped[UnknownZone]++
		}
	}
	return &Calendar{
		Name:    s.name,
		Me:      owner(s.name),
		Skipped: s.skipped,
		series:  group(s.events),
		zones:   zones,
	}, nil
}

// body returns the text of a document, with line feeds at the ends of its lines.
// It is false for what does not begin as a calendar.
func body(data []byte) (string, bool) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\n') < 0 {
		data = bytes.ReplaceAll(data, []byte{'\r'}, []byte{'\n'}) // an old Mac's
	}
	// The copy is the calendar's own, whatever becomes of data.
	text := strings.TrimLeft(string(data), "\x00\t\r\n ")
	const first = "BEGIN:VCALENDAR"
	return text, len(text) >= len(first) && strings.EqualFold(text[:len(first)], first)
}
