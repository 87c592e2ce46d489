package calendar

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// addExports starts a fuzz target from what programs write.
func addExports(f *testing.F, add func(text []byte)) {
	files, err := filepath.Glob(filepath.Join("testdata", "exports", "*.ics"))
	if err != nil || len(files) == 0 {
		f.Fatalf("%d exports, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		add(text)
	}
}

// FuzzParse reads documents. Every error is typed, and reading again what was
// read gives the same.
func FuzzParse(f *testing.F) {
	addExports(f, func(text []byte) { f.Add(text) })
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := Parse(t.Context(), text)
		if err != nil {
			if !errors.Is(err, ErrNotCalendar) && !errors.Is(err, ErrTooLarge) {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		for reason, n := range c.Skipped {
			if n < 0 || n > 2*len(text) {
				t.Fatalf("skipped %d for reason %d", n, reason)
			}
		}
		again, err := Parse(t.Context(), text)
		if err != nil || again.Skipped != c.Skipped || again.Name != c.Name || len(again.series) != len(c.series) {
			t.Fatalf("read %+v, then %+v, %v", c, again, err)
		}
		lay(t, c, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), 7*24*time.Hour)
	})
}

// FuzzBetween lays an event out over a span that may lie anywhere.
func FuzzBetween(f *testing.F) {
	for _, seed := range []struct{ start, end, rule, dates string }{
		{"20260105T090000", "20260105T100000", "FREQ=WEEKLY;BYDAY=MO", "20260112T090000"},
		{"20260105", "20260107", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "20260105"},
		{"00010101T000000Z", "99991231T235959Z", "FREQ=HOURLY", ""},
		{"20200229T020000", "", "FREQ=MONTHLY;BYDAY=-1SU;BYSETPOS=-1;COUNT=50000", "20260329T020000,20261025T020000"},
		{"20200229T020000", "", "FREQ=YEARLY;BYWEEKNO=-53,53;WKST=SU", ""},
		{"20200229T020000", "", "FREQ=WEEKLY;INTERVAL=10000;BYDAY=SU;BYHOUR=0,23;BYMONTH=12", ""},
	} {
		f.Add(seed.start, seed.end, seed.rule, seed.dates, int64(1767225600), uint16(24*7))
	}
	f.Fuzz(func(t *testing.T, start, end, rule, dates string, from int64, hours uint16) {
		text := document(
			vevent("UID:1", "DTSTART;TZID=Europe/Oslo:"+start, "DTEND;TZID=America/New_York:"+end, "RRULE:"+rule, "EXDATE:"+dates),
			vevent("UID:1", "RECURRENCE-ID;RANGE=THISANDFUTURE:"+dates, "DTSTART:"+end),
			vevent("UID:2", "DTSTART:"+start, "RDATE:"+dates, "DURATION:"+end))
		c, err := Parse(t.Context(), []byte(text))
		if err != nil {
			if !errors.Is(err, ErrTooLarge) {
				t.Fatal(err)
			}
			return
		}
		lay(t, c, time.Unix(from%farFuture, 0), time.Duration(hours)*time.Hour)
	})
}

// lay lays out a span in several zones and checks what comes of it.
func lay(t *testing.T, c *Calendar, from time.Time, length time.Duration) {
	t.Helper()
	for _, z := range []*time.Location{time.UTC, oslo(t), zone(t, "America/New_York"), zone(t, "Asia/Beirut")} {
		from := from.In(z)
		found, err := c.Between(t.Context(), from, from.Add(length), []string{"kari@firma.example"})
		if err != nil && !errors.Is(err, ErrTooMany) {
			t.Fatalf("untyped error %v", err)
		}
		check(t, found, from, from.Add(length))
	}
}
