package calendar

import (
	"strings"
	"testing"
	"time"
)

// customised is what Outlook writes for a zone that somebody has set up.
var customised = strings.Join([]string{
	"BEGIN:VTIMEZONE", "TZID:Customized Time Zone",
	"BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "END:STANDARD",
	"BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT",
	"END:VTIMEZONE",
}, "\r\n")

// TestZones reads a meeting at nine in some zone on the first day
// of spring in Oslo, and shows it there.
func TestZones(t *testing.T) {
	const oslo, newYork = "Sun 2026-03-29 09:00–10:00", "Sun 2026-03-29 15:00–16:00"
	for _, test := range []struct {
		id      string
		want    string
		unknown int
	}{
		{"Europe/Oslo", oslo, 0},
		{"America/New_York", newYork, 0},
		{"Asia/Kolkata", "Sun 2026-03-29 05:30–06:30", 0},
		{"W. Europe Standard Time", oslo, 0},
		{"w. europe standard time", oslo, 0},
		{"Romance Standard Time", oslo, 0},
		{"Eastern Standard Time", newYork, 0},
		{"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", oslo, 0},
		{"(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna", oslo, 1},
		{"(UTC-05:00) Eastern Time (US & Canada)", newYork, 0},
		{"(GMT-05:00) Eastern Time (US & Canada)", newYork, 0},
		{"/freeassociation.sourceforge.net/Europe/Oslo", oslo, 0},
		{"/freeassociation.sourceforge.net/Tzfile/America/New_York", newYork, 0},
		{"/mozilla.org/20070129_1/Europe/Oslo", oslo, 0},
		{"/softwarestudio.org/Olson_20011030_5/America/Kentucky/Louisville", newYork, 0},
		{"tzone://Microsoft/Utc", "Sun 2026-03-29 11:00–12:00", 0},
		{"UTC", "Sun 2026-03-29 11:00–12:00", 0},
		{"Etc/GMT+5", "Sun 2026-03-29 16:00–17:00", 0},
		{"Customized Time Zone", oslo, 0},
		{"Tidssone ingen kjenner", oslo, 1},
		{"../../../../etc/passwd", oslo, 1},
		{"/etc/localtime", oslo, 1},
		{"Local", oslo, 1},
		{strings.Repeat("Europe/", 100), oslo, 1},
	} {
		t.Run(test.id[:min(len(test.id), 70)], func(t *testing.T) {
			c := parse(t, document(vevent("UID:1", `DTSTART;TZID="`+test.id+`":20260329T090000`, `DTEND;TZID="`+test.id+`":20260329T100000`), customised))
			expect(t, between(t, c, zone(t, "Europe/Oslo"), "2026-03-29", "2026-03-30"), test.want)
			if c.Skipped[UnknownZone] != test.unknown || c.Skipped.Total() != test.unknown {
				t.Errorf("skipped %v, want %d unknown zones", c.Skipped, test.unknown)
			}
		})
	}
}

// A weekly meeting at nine stays at nine, in winter and in summer.
func TestClocksChange(t *testing.T) {
	for name, id := range map[string]string{"IANA": "Europe/Oslo", "Windows": "W. Europe Standard Time", "the file's own": "Customized Time Zone"} {
		c := parse(t, document(customised, vevent("UID:1", "DTSTART;TZID="+id+":20250106T090000", "DURATION:PT30M", "RRULE:FREQ=WEEKLY")))
		z := oslo(t)
		t.Run(name, func(t *testing.T) {
			spring := between(t, c, z, "2026-03-20", "2026-04-01")
			expect(t, spring, "Mon 2026-03-23 09:00–09:30", "Mon 2026-03-30 09:00–09:30")
			if hours := spring[1].Start.Sub(spring[0].Start).Hours(); hours != 7*24-1 {
				t.Errorf("in spring %v hours lie between", hours)
			}
			autumn := between(t, c, z, "2026-10-19", "2026-10-27")
			expect(t, autumn, "Mon 2026-10-19 09:00–09:30", "Mon 2026-10-26 09:00–09:30")
			if hours := autumn[1].Start.Sub(autumn[0].Start).Hours(); hours != 7*24+1 {
				t.Errorf("in autumn %v hours lie between", hours)
			}
			expect(t, between(t, c, time.UTC, "2026-10-19", "2026-10-27"), "Mon 2026-10-19 07:00–07:30", "Mon 2026-10-26 08:00–08:30")
		})
	}
}

// America changes its clocks on other days.
func TestClocksChangeElsewhere(t *testing.T) {
	c := parse(t, document(vevent("UID:1", "DTSTART;TZID=America/New_York:20260302T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=5")))
	expect(t, between(t, c, oslo(t), "2026-03-01", "2026-04-30"), "Mon 2026-03-02 15:00–16:00", "Mon 2026-03-09 14:00–15:00",
		"Mon 2026-03-16 14:00–15:00", "Mon 2026-03-23 14:00–15:00", "Mon 2026-03-30 15:00–16:00")
}

// TestInstant looks at the hours that do not exist and those that exist twice
// (RFC 5545, 3.3.5).
func TestInstant(t *testing.T) {
	for _, test := range []struct{ zone, wall, want string }{
		{"Europe/Oslo", "2026-03-29 01:59", "2026-03-29T01:59:00+01:00"},
		{"Europe/Oslo", "2026-03-29 02:30", "2026-03-29T03:30:00+02:00"},
		{"Europe/Oslo", "2026-03-29 03:00", "2026-03-29T03:00:00+02:00"},
		{"Europe/Oslo", "2026-10-25 01:59", "2026-10-25T01:59:00+02:00"},
		{"Europe/Oslo", "2026-10-25 02:30", "2026-10-25T02:30:00+02:00"},
		{"Europe/Oslo", "2026-10-25 03:00", "2026-10-25T03:00:00+01:00"},
		{"Europe/Oslo", "2026-10-25 09:00", "2026-10-25T09:00:00+01:00"},
		{"America/New_York", "2007-11-04 01:30", "2007-11-04T01:30:00-04:00"},
		{"America/New_York", "2007-03-11 02:30", "2007-03-11T03:30:00-04:00"},
		{"America/New_York", "2007-03-11 12:00", "2007-03-11T12:00:00-04:00"},
		{"Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-05T01:45:00+11:00"},
		{"UTC", "2026-03-29 02:30", "2026-03-29T02:30:00Z"},
	} {
		wall, err := time.Parse("2006-01-02 15:04", test.wall)
		if err != nil {
			t.Fatal(err)
		}
		if got := instant(wall.Unix(), zone(t, test.zone)).Format(time.RFC3339); got != test.want {
			t.Errorf("%s in %s is %s, want %s", test.wall, test.zone, got, test.want)
		}
	}
}

// Floating times are those of the calendar's zone, or else of the user's.
func TestFloating(t *testing.T) {
	meeting := vevent("UID:1", "DTSTART:20260601T090000", "DTEND:20260601T100000")
	dates := vevent("UID:2", "DTSTART;VALUE=DATE:20260601", "SUMMARY:Fridag")
	c := parse(t, document(meeting, dates))
	expect(t, between(t, c, oslo(t), "2026-06-01", "2026-06-02"), "Mon 2026-06-01 Fridag", "Mon 2026-06-01 09:00–10:00")
	expect(t, between(t, c, zone(t, "Asia/Tokyo"), "2026-06-01", "2026-06-02"), "Mon 2026-06-01 Fridag", "Mon 2026-06-01 09:00–10:00")
	c = parse(t, document("X-WR-TIMEZONE:America/New_York", meeting, dates))
	expect(t, between(t, c, oslo(t), "2026-06-01", "2026-06-02"), "Mon 2026-06-01 Fridag", "Mon 2026-06-01 15:00–16:00")
	c = parse(t, document("X-WR-TIMEZONE:Ingen steder", meeting))
	expect(t, between(t, c, oslo(t), "2026-06-01", "2026-06-02"), "Mon 2026-06-01 09:00–10:00")
}

// A definition may say little or nothing that makes sense.
func TestDefinitions(t *testing.T) {
	standard := func(lines ...string) string {
		return "BEGIN:VTIMEZONE\r\nTZID:Hjemme\r\nBEGIN:STANDARD\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:STANDARD\r\nEND:VTIMEZONE"
	}
	for _, test := range []struct {
		name, definition, want string
		unknown                int
	}{
		{"one offset", standard("DTSTART:19700101T000000", "TZOFFSETFROM:-0330", "TZOFFSETTO:-0330"), "Mon 2026-06-01 14:30–14:30", 0},
		{"a date of change", standard("DTSTART:19700101T000000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "RDATE:20260601T000000"), "Mon 2026-06-01 08:00–08:00", 0},
		{"before the first change", standard("DTSTART:20300101T000000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0400"), "Mon 2026-06-01 08:00–08:00", 0},
		{"no offset", standard("DTSTART:19700101T000000"), "Mon 2026-06-01 09:00–09:00", 1},
		{"a broken offset", standard("DTSTART:19700101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:1"), "Mon 2026-06-01 09:00–09:00", 1},
		{"a hostile rule", standard("DTSTART:19700101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "RRULE:FREQ=SECONDLY"), "Mon 2026-06-01 10:00–10:00", 0},
		{"no end", "BEGIN:VTIMEZONE\r\nTZID:Hjemme\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000", "Mon 2026-06-01 09:00–09:00", 1},
		{"many", standard(strings.Repeat("DTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nBEGIN:STANDARD\r\n", 1000)), "Mon 2026-06-01 08:00–08:00", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := parse(t, document(test.definition, vevent("UID:1", "DTSTART;TZID=Hjemme:20260601T090000")))
			expect(t, between(t, c, oslo(t), "2026-06-01", "2026-06-02"), test.want)
			if c.Skipped[UnknownZone] != test.unknown {
				t.Errorf("skipped %v", c.Skipped)
			}
		})
	}
}

// Thousands of names are not looked up.
func TestManyZones(t *testing.T) {
	var events []string
	for i := range 3 * maxZones {
		events = append(events, vevent("DTSTART;TZID=Z"+strings.Repeat("z", i%maxZones)+string(rune('a'+i%7))+":20260601T090000"))
	}
	c := parse(t, document(events...))
	if n := c.Skipped[UnknownZone]; n != len(events) || len(c.zones) > maxZones+1 {
		t.Errorf("%d unknown of %d, %d zones", n, len(events), len(c.zones))
	}
	if found := between(t, c, oslo(t), "2026-06-01", "2026-06-02"); len(found) != len(events) {
		t.Errorf("%d of %d are shown", len(found), len(events))
	}
}
