package calendar

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestNotACalendar(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":            "",
		"a page to sign in":  "<!DOCTYPE html><html><head><title>Logg inn</title></head><body>BEGIN:VCALENDAR</body></html>",
		"a business card":    "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n",
		"an event alone":     "BEGIN:VEVENT\r\nDTSTART:20260101T090000Z\r\nEND:VEVENT\r\n",
		"zeros":              strings.Repeat("\x00", 10_000),
		"the half of a line": "BEGIN:VCAL",
	} {
		if _, err := Parse(t.Context(), []byte(text)); !errors.Is(err, ErrNotCalendar) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	one := vevent("DTSTART:20260101T090000Z") + "\r\n"
	if c := parse(t, document(strings.Repeat(one, MaxEvents))); len(c.series) != MaxEvents {
		t.Errorf("%d events of %d", len(c.series), MaxEvents)
	}
	for name, text := range map[string]string{
		"events": document(strings.Repeat(one, MaxEvents+1)),
		"bytes":  document(strings.Repeat("X", MaxSize)),
	} {
		if _, err := Parse(t.Context(), []byte(text)); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAbandoned(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	text := document(vevent("DTSTART:20260101T090000Z"))
	c := parse(t, text)
	cancel()
	if _, err := Parse(ctx, []byte(text)); !errors.Is(err, context.Canceled) {
		t.Errorf("Parse: %v", err)
	}
	if _, err := c.Between(ctx, time.Now(), time.Now().Add(time.Hour), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("Between: %v", err)
	}
}

// TestBrokenDocuments reads what broken programs write. The meeting in it is
// at nine on 5 January, unless it cannot be read.
func TestBrokenDocuments(t *testing.T) {
	const meeting = "Mon 2026-01-05 09:00–10:00 Møte"
	good := vevent("UID:1", "DTSTART:20260105T090000", "DTEND:20260105T100000", "SUMMARY:Møte")
	for _, test := range []struct {
		name, text string
		want       []string
		reason     Reason
		skipped    int
	}{
		{"as it should be", document(good), []string{meeting}, 0, 0},
		{"line feeds alone", strings.ReplaceAll(document(good), "\r\n", "\n"), []string{meeting}, 0, 0},
		{"an old Mac's line ends", strings.ReplaceAll(document(good), "\r\n", "\r"), []string{meeting}, 0, 0},
		{"line ends made twice", strings.ReplaceAll(document(good), "\r\n", "\r\r\n"), []string{meeting}, 0, 0},
		{"empty lines", strings.ReplaceAll(document(good), "\r\n", "\r\n\r\n"), []string{meeting}, 0, 0},
		{"a byte order mark", "\ufeff" + document(good), []string{meeting}, 0, 0},
		{"small letters", strings.Replace(strings.ToLower(document(good)), "møte", "Møte", 1), []string{meeting}, 0, 0},
		{"no end", strings.TrimSuffix(document(good), "END:VEVENT\r\nEND:VCALENDAR\r\n"), []string{meeting}, BadLine, 1},
		{"an end of the calendar alone", strings.Replace(document(good), "END:VEVENT\r\n", "", 1), []string{meeting}, 0, 0},
		{"folded with tabs", document(strings.Replace(good, "SUMMARY:Mø", "SUMMARY:M\r\n\tø", 1)), []string{meeting}, 0, 0},
		{"folded within a letter", document(strings.Replace(good, "Mø", "M\xc3\r\n \xb8", 1)), []string{meeting}, 0, 0},
		{"Latin-1", document(strings.Replace(good, "Mø", "M\xf8", 1)), []string{meeting}, 0, 0},
		{"zeros", document(strings.Replace(good, "Mø", "M\x00ø\x00", 1)), []string{meeting}, 0, 0},
		{"a line that is none", document(strings.Replace(good, "SUMMARY", "denne linjen mangler noe\r\nSUMMARY", 1)), []string{meeting}, BadLine, 1},
		{"a quotation mark left open", document(strings.Replace(good, "SUMMARY:", `SUMMARY;X="a:`, 1)), []string{meeting}, 0, 0},
		{"an endless line", document(strings.Replace(good, "SUMMARY", "X-A:"+strings.Repeat("a", 1<<20)+"\r\nSUMMARY", 1)), []string{meeting}, 0, 0},
		{"an endless name", document(strings.Replace(good, "SUMMARY", strings.Repeat("A", 1<<20)+":\r\nSUMMARY", 1)), []string{meeting}, BadLine, 1},
		{"a million folds", document(strings.Replace(good, "SUMMARY", "X-A:"+strings.Repeat("\r\n a", 1<<20)+"\r\nSUMMARY", 1)), []string{meeting}, 0, 0},
		{"an event in an event", document(strings.Replace(good, "SUMMARY", vevent("UID:2", "DTSTART:20260106T090000")+"\r\nSUMMARY", 1)),
			[]string{"Mon 2026-01-05 09:00–10:00", "Tue 2026-01-06 09:00–09:00"}, BadLine, 1},
		{"components in components", document(strings.Replace(good, "SUMMARY", strings.Repeat("BEGIN:A\r\n", 100_000)+"END:A\r\nSUMMARY", 1)), []string{meeting}, 0, 0},
		{"an alarm", document(strings.Replace(good, "SUMMARY", "BEGIN:VALARM\r\nSUMMARY:Alarm\r\nDTSTART:20270101T090000\r\nDURATION:P1D\r\nEND:VALARM\r\nSUMMARY", 1)), []string{meeting}, 0, 0},
		{"an alarm without an end", document(strings.Replace(good, "END:VEVENT", "BEGIN:VALARM\r\nSUMMARY:Alarm\r\nEND:VEVENT", 1)), []string{meeting}, 0, 0},
		{"two calendars", document(vevent("UID:2", "DTSTART:20260104T090000")) + document(good), []string{"Sun 2026-01-04 09:00–09:00", meeting}, 0, 0},
		{"no beginning", document(vevent("UID:2", "SUMMARY:Ingen vet når"), good), []string{meeting}, NoStart, 1},
		{"tasks", document("BEGIN:VTODO\r\nDTSTART:20260105T090000\r\nSUMMARY:Oppgave\r\nEND:VTODO", good), []string{meeting}, 0, 0},
		{"a day that is none", document(vevent("UID:2", "DTSTART:20260230T090000"), good), []string{meeting}, BadTime, 1},
		{"a time that is none", document(vevent("UID:2", "DTSTART:20260105T250000"), good), []string{meeting}, BadTime, 1},
		{"an end that is none", document(strings.Replace(good, "DTEND:2026", "DTEND:26", 1)), []string{"Mon 2026-01-05 09:00–09:00 Møte"}, BadTime, 1},
		{"a negative end", document(strings.Replace(good, "DTEND:2026", "DTEND:2025", 1)), []string{"Mon 2026-01-05 09:00–09:00 Møte"}, 0, 0},
		{"an endless duration", document(strings.Replace(good, "DTEND:20260105T100000", "DURATION:P99999999999999999999W", 1)), []string{"Mon 2026-01-05 09:00–09:00 Møte"}, BadTime, 1},
		{"a negative duration", document(strings.Replace(good, "DTEND:20260105T100000", "DURATION:-PT1H", 1)), []string{"Mon 2026-01-05 09:00–09:00 Møte"}, 0, 0},
		{"ISO times", document(strings.Replace(good, "DTSTART:20260105T090000", "DTSTART:2026-01-05T08:00:00Z", 1)), []string{meeting}, 0, 0},
		{"a time without seconds", document(strings.Replace(good, "T090000", "T0900", 1)), []string{meeting}, 0, 0},
		{"a leap second", document(vevent("UID:1", "DTSTART:20260105T085960", "SUMMARY:Møte")), []string{"Mon 2026-01-05 08:59–08:59 Møte"}, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := parse(t, test.text)
			expect(t, between(t, c, oslo(t), "2026-01-01", "2026-02-01"), test.want...)
			want := Skipped{}
			want[test.reason] = test.skipped
			if c.Skipped != want || c.Skipped.Total() != test.skipped {
				t.Errorf("skipped %v, want %v", c.Skipped, want)
			}
		})
	}
}

// TestHostileRules reads rules that rrule-go would follow for ever, or that
// make no sense. The first occurrence is shown all the same.
func TestHostileRules(t *testing.T) {
	for rule, reason := range map[string]Reason{
		"FREQ=SECONDLY":                                         TooFrequent,
		"FREQ=MINUTELY;INTERVAL=15":                             TooFrequent,
		"FREQ=HOURLY;INTERVAL=24;BYHOUR=3":                      TooFrequent,
		"FREQ=DAILY;BYHOUR=8,9,10,11,12;BYMINUTE=0,10,20,30,40": TooFrequent,
		"FREQ=HOURLY;BYSETPOS=25":                               TooFrequent,
		"FREQ=MONTHLY;BYDAY=53MO":                               BadRecurrence,
		"FREQ=MONTHLY;BYDAY=-53MO":                              BadRecurrence,
		"FREQ=YEARLY;BYMONTH=12;BYDAY=53MO":                     BadRecurrence,
		"FREQ=YEARLY;BYDAY=54MO":                                BadRecurrence,
		"FREQ=YEARLY;BYEASTER=1000":                             BadRecurrence,
		"FREQ=DAILY;INTERVAL=9223372036854775807":               BadRecurrence,
		"FREQ=DAILY;INTERVAL=99999999999999999999":              BadRecurrence,
		"FREQ=DAILY;INTERVAL=-1":                                BadRecurrence,
		"FREQ=DAILY;COUNT=-1":                                   BadRecurrence,
		"FREQ=DAILY;COUNT=1000000000":                           BadRecurrence,
		"FREQ=DAILY;UNTIL=i morgen":                             BadRecurrence,
		"FREQ=DAILY;BYMONTH=13":                                 BadRecurrence,
		"FREQ=DAILY;BYDAY=XX":                                   BadRecurrence,
		"FREQ=LUNAR":                                            BadRecurrence,
		"INTERVAL=2":                                            BadRecurrence,
		"RSCALE=HEBREW;FREQ=YEARLY":                             BadRecurrence,
		"":                                                      BadRecurrence,
		"FREQ=DAILY;BYMONTHDAY=" + strings.Repeat("1,", 500_000) + "1": BadRecurrence,
	} {
		name := rule[:min(len(rule), 60)]
		t.Run(name, func(t *testing.T) {
			c := parse(t, document(vevent("UID:1", "DTSTART:20260105T090000", "RRULE:"+rule)))
			expect(t, between(t, c, oslo(t), "2026-01-01", "2027-01-01"), "Mon 2026-01-05 09:00–09:00")
			want := Skipped{}
			want[reason] = 1
			if c.Skipped != want {
				t.Errorf("skipped %v, want %v", c.Skipped, want)
			}
		})
	}
}

// Rules that programs write though they should not.
func TestLenientRules(t *testing.T) {
	for _, rule := range []string{
		"freq=weekly;count=2", "FREQ=WEEKLY;COUNT=2;", "COUNT=2;FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=2;X-NAME=1", "RSCALE=GREGORIAN;FREQ=WEEKLY;COUNT=2;SKIP=OMIT",
		"FREQ=WEEKLY;INTERVAL=0;COUNT=2", "FREQ=WEEKLY;UNTIL=20260112", "FREQ=WEEKLY;UNTIL=20260112T090000", "FREQ=WEEKLY;UNTIL=20260112T080000Z",
	} {
		c := parse(t, document(vevent("UID:1", "DTSTART:20260105T090000", "RRULE:"+rule)))
		expect(t, between(t, c, oslo(t), "2026-01-01", "2027-01-01"), "Mon 2026-01-05 09:00–09:00", "Mon 2026-01-12 09:00–09:00")
		if c.Skipped.Total() != 0 {
			t.Errorf("%s: skipped %v", rule, c.Skipped)
		}
	}
}

// barren are rules without any occurrence but the start.
var barren = []string{
	"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
	"FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
	"FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;BYSETPOS=2", "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=12", "FREQ=DAILY;BYSETPOS=2;COUNT=9", "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
}

func TestBarrenRules(t *testing.T) {
	for _, rule := range barren {
		c := parse(t, document(vevent("UID:1", "DTSTART:20260105T090000", "RRULE:"+rule)))
		expect(t, between(t, c, oslo(t), "2026-01-01", "2027-01-01"), "Mon 2026-01-05 09:00–09:00")
		expect(t, between(t, c, oslo(t), "2027-01-01", "2028-01-01"))
	}
}

// A calendar of nothing but rules that cost time is given up.
func TestEffort(t *testing.T) {
	for _, rule := range barren {
		c := parse(t, document(vevent("UID:1", "DTSTART:20200105T090000", "RRULE:"+rule)))
		w := newWindow(c.zones, day(t, "2026-01-01", oslo(t)), day(t, "2026-02-01", oslo(t)), nil)
		n := 0
		for w.effort.left = maxEffort / 100; !w.full && n < 100; n++ {
			w.add(&c.series[0])
		}
		if !w.full || n < 2 {
			t.Errorf("%s is given up after %d times", rule, n)
		}
	}
}

func BenchmarkBarrenRules(b *testing.B) {
	for _, rule := range barren {
		b.Run(rule, func(b *testing.B) {
			c := parse(b, document(vevent("UID:1", "DTSTART:20200105T090000", "RRULE:"+rule)))
			for b.Loop() {
				between(b, c, oslo(b), "2026-01-01", "2026-02-01")
			}
		})
	}
}

func TestTooMany(t *testing.T) {
	var events []string
	for i := range 100 {
		events = append(events, vevent(fmt.Sprintf("UID:%d", i), "DTSTART:20200105T090000Z", "RRULE:FREQ=HOURLY"))
	}
	c := parse(t, document(events...))
	found, err := c.Between(t.Context(), day(t, "2026-01-01", oslo(t)), day(t, "2026-02-01", oslo(t)), nil)
	if !errors.Is(err, ErrTooMany) || len(found) != MaxOccurrences {
		t.Errorf("%d occurrences, %v", len(found), err)
	}
}

// Times at the ends of the calendar.
func TestFarAway(t *testing.T) {
	for _, start := range []string{"00010101T000000Z", "16040229T090000", "99991231T235959Z", "99991231"} {
		for _, rule := range []string{"", "RRULE:FREQ=YEARLY", "RRULE:FREQ=HOURLY", "RRULE:FREQ=DAILY;COUNT=50000", "RRULE:FREQ=MONTHLY;UNTIL=99991231"} {
			c := parse(t, document(vevent("UID:1", "DTSTART:"+start, "DTEND:99991231T235959Z", rule)))
			for _, from := range []time.Time{{}, time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(9999, 12, 1, 0, 0, 0, 0, time.UTC)} {
				found, err := c.Between(t.Context(), from, from.AddDate(0, 0, 7), nil)
				if err != nil && !errors.Is(err, ErrTooMany) {
					t.Errorf("%s %s from %v: %v", start, rule, from, err)
				}
				check(t, found, from, from.AddDate(0, 0, 7))
			}
		}
	}
}

// A birthday of which the year is not known stands in 1604.
func TestOldBirthday(t *testing.T) {
	c := parse(t, document(vevent("UID:1", "DTSTART;VALUE=DATE:16040229", "RRULE:FREQ=YEARLY", "SUMMARY:Kari")))
	expect(t, between(t, c, oslo(t), "2024-01-01", "2024-12-31"), "Thu 2024-02-29 Kari")
	expect(t, between(t, c, oslo(t), "2026-01-01", "2026-12-31"))
}

func TestManyExceptions(t *testing.T) {
	var dates strings.Builder
	at := time.Date(2020, 1, 5, 9, 0, 0, 0, time.UTC)
	for i := range maxDates + 10 {
		fmt.Fprintf(&dates, "EXDATE:%s\r\n", at.AddDate(0, 0, i%3000).Format("20060102T150405Z"))
	}
	c := parse(t, document(vevent("UID:1", "DTSTART:20200105T090000Z", "RRULE:FREQ=DAILY", dates.String())))
	expect(t, between(t, c, time.UTC, "2026-01-01", "2027-01-01"))
	expect(t, between(t, c, time.UTC, "2028-03-22", "2028-03-24"), "Thu 2028-03-23 09:00–09:00")
	if c.Skipped[TooMuch] != 10 {
		t.Errorf("skipped %v", c.Skipped)
	}
}

// Whatever was asked for, what is listed lies within it, in order.
func check(t *testing.T, found []Occurrence, from, to time.Time) {
	t.Helper()
	if len(found) > MaxOccurrences {
		t.Fatalf("%d occurrences", len(found))
	}
	for i, o := range found {
		switch {
		case o.End.Before(o.Start):
			t.Fatalf("ends at %v, before it begins at %v", o.End, o.Start)
		case !o.Start.Before(to), !o.End.After(from) && !o.Start.Equal(from):
			t.Fatalf("%v to %v is not within %v to %v", o.Start, o.End, from, to)
		case i > 0 && o.Start.Before(found[i-1].Start):
			t.Fatalf("%v comes after %v", o.Start, found[i-1].Start)
		case strings.ContainsAny(o.Title+o.Location+o.Organiser, "\r\n\x00"):
			t.Fatalf("more than a line in %q, %q, %q", o.Title, o.Location, o.Organiser)
		}
	}
}
