package calendar

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// benchNow is a Monday morning in a week without a holiday.
func benchNow(b *testing.B) time.Time {
	return time.Date(2026, 11, 23, 8, 0, 0, 0, oslo(b))
}

// teamsText is as long as what Outlook writes below an invitation.
var teamsText = fold("DESCRIPTION:" + strings.Repeat(`Vi går gjennom saken\, og ser hva som gjenstår.\n`, 20) +
	strings.Repeat("_", 80) + `\nMicrosoft Teams-møte\nBli med på datamaskinen\, mobilappen eller romenheten\n` +
	`Klikk her for å bli med i møtet <https://teams.microsoft.com/l/meetup-join/19%3ameeting_N2QzY2I5%40thread.v2/0` +
	`?context=%7b%22Tid%22%3a%2212345678-1234-1234-1234-123456789abc%22%2c%22Oid%22%3a%22abcdefab-1234-1234-1234-123456789abc%22%7d>\n` +
	`Møte-ID: 312 456 789 012\nPassord: Ab3dE9\n` + strings.Repeat("_", 80))

// fold breaks a line as programs do, at 75 bytes.
func fold(line string) string {
	var b strings.Builder
	for len(line) > 74 {
		b.WriteString(line[:74] + "\r\n ")
		line = line[74:]
	}
	return b.String() + line
}

// office is a calendar of n events around the day given: one third recurs, with
// exceptions and a changed occurrence for each fifth.
func office(now time.Time, n int, text string) string {
	zones := []string{"Europe/Oslo", "W. Europe Standard Time", "Europe/London", "Eastern Standard Time"}
	rules := []string{"FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "FREQ=DAILY;COUNT=30",
		"FREQ=MONTHLY;BYDAY=2WE", "FREQ=WEEKLY;UNTIL=%sT090000Z;BYDAY=MO,TU,WE,TH,FR", "FREQ=YEARLY"}
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nX-WR-CALNAME:Kari\r\n")
	for i := range n {
		start := now.AddDate(0, 0, i%1000-900).Truncate(time.Hour).Add(time.Duration(i%9) * time.Hour)
		z := zones[i%len(zones)]
		head := func(at time.Time) {
			fmt.Fprintf(&b, "BEGIN:VEVENT\r\nUID:040000008200E00074C5B7101A82E00800000000%d\r\n", i)
			fmt.Fprintf(&b, "DTSTAMP:20261001T080000Z\r\nSUMMARY:Møte %d\r\nDTSTART;TZID=%s:%s\r\n", i, z, at.Format("20060102T150405"))
			fmt.Fprintf(&b, "DTEND;TZID=%s:%s\r\n", z, at.Add(time.Hour).Format("20060102T150405"))
			b.WriteString("ORGANIZER;CN=Kari Nordmann:mailto:kari@firma.example\r\n")
			b.WriteString("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Ola:mailto:ola@firma.example\r\n")
			b.WriteString(text + "\r\nLOCATION:Microsoft Teams-møte\r\nSEQUENCE:1\r\nTRANSP:OPAQUE\r\n")
		}
		head(start)
		if i%3 == 0 {
			rule := rules[i/3%len(rules)]
			if strings.Contains(rule, "%s") {
				rule = fmt.Sprintf(rule, start.AddDate(0, i%12, 0).Format("20060102"))
			}
			fmt.Fprintf(&b, "RRULE:%s\r\nEXDATE;TZID=%s:%s,%s\r\n", rule, z,
				start.AddDate(0, 0, 7).Format("20060102T150405"), start.AddDate(0, 0, 14).Format("20060102T150405"))
		}
		b.WriteString("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT\r\n")
		if i%15 == 0 {
			head(start.AddDate(0, 0, 21).Add(time.Hour))
			fmt.Fprintf(&b, "RECURRENCE-ID;TZID=%s:%s\r\nEND:VEVENT\r\n", z, start.AddDate(0, 0, 21).Format("20060102T150405"))
		}
	}
	b.WriteString("END:VCALENDAR\r\n")
	return b.String()
}

// BenchmarkFiveCalendars parses 10,000 events in five calendars and lays out
// the coming week, one calendar after the other.
func BenchmarkFiveCalendars(b *testing.B) {
	now := benchNow(b)
	var documents [5][]byte
	total := 0
	for i := range documents {
		documents[i] = []byte(office(now.AddDate(0, 0, i), 2000, teamsText))
		total += len(documents[i])
	}
	b.SetBytes(int64(total))
	b.ReportAllocs()
	found := 0
	for b.Loop() {
		var all [][]Occurrence
		for _, d := range documents {
			c, err := Parse(b.Context(), d)
			if err != nil {
				b.Fatal(err)
			}
			week, err := c.Between(b.Context(), now, now.AddDate(0, 0, 7), []string{"ola@firma.example"})
			if err != nil {
				b.Fatal(err)
			}
			all = append(all, week)
		}
		found = len(Merge(all...))
	}
	b.ReportMetric(float64(found), "occurrences")
}

// BenchmarkBetween lays the coming week out again, as whenever a minute passes.
func BenchmarkBetween(b *testing.B) {
	now := benchNow(b)
	c := parse(b, office(now, 2000, teamsText))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Between(b.Context(), now, now.AddDate(0, 0, 7), nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFiftyThousand reads the largest calendar there may be, and says what
// it takes up.
func BenchmarkFiftyThousand(b *testing.B) {
	now := benchNow(b)
	document := []byte(office(now, MaxEvents*15/16, "DESCRIPTION:Kort"))
	var before, after runtime.MemStats
	b.SetBytes(int64(len(document)))
	for b.Loop() {
		b.StopTimer()
		heap(&before)
		b.StartTimer()
		c, err := Parse(b.Context(), document)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.Between(b.Context(), now, now.AddDate(0, 0, 7), nil); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		heap(&after)
		runtime.KeepAlive(c)
		b.StartTimer()
	}
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB-kept")
}

// heap measures what is still in use.
func heap(to *runtime.MemStats) {
	runtime.GC()
	runtime.ReadMemStats(to)
}
