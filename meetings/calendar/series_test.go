package calendar

import (
	"fmt"
	"strings"
	"testing"
)

// standup is a meeting every weekday at nine, from Monday 5 January.
var standup = vevent("UID:standup", "SUMMARY:Standup", "DTSTART;TZID=Europe/Oslo:20260105T090000", "DTEND;TZID=Europe/Oslo:20260105T091500",
	"RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "SEQUENCE:1")

// TestExceptions changes single days of a series, and looks at its second week.
func TestExceptions(t *testing.T) {
	const monday, tuesday, wednesday, thursday, friday = "Mon 2026-01-12 09:00–09:15 Standup", "Tue 2026-01-13 09:00–09:15 Standup",
		"Wed 2026-01-14 09:00–09:15 Standup", "Thu 2026-01-15 09:00–09:15 Standup", "Fri 2026-01-16 09:00–09:15 Standup"
	master := func(lines ...string) string {
		return strings.Replace(standup, "END:VEVENT", strings.Join(lines, "\r\n")+"\r\nEND:VEVENT", 1)
	}
	changed := func(id string, lines ...string) string {
		return standup + "\r\n" + vevent(append([]string{"UID:standup", "RECURRENCE-ID" + id}, lines...)...)
	}
	for _, test := range []struct {
		name, events string
		want         []string
	}{
		{"none", standup, []string{monday, tuesday, wednesday, thursday, friday}},
		{"left out", master("EXDATE;TZID=Europe/Oslo:20260113T090000,20260115T090000"), []string{monday, wednesday, friday}},
		{"left out in UTC", master("EXDATE:20260113T080000Z"), []string{monday, wednesday, thursday, friday}},
		{"left out for the day", master("EXDATE;VALUE=DATE:20260113"), []string{monday, wednesday, thursday, friday}},
		{"left out at another hour", master("EXDATE;TZID=Europe/Oslo:20260113T100000"), []string{monday, tuesday, wednesday, thursday, friday}},
		{"added", master("RDATE;TZID=Europe/Oslo:20260117T120000", "RDATE;VALUE=PERIOD:20260118T120000Z/PT1H"),
			[]string{monday, tuesday, wednesday, thursday, friday, "Sat 2026-01-17 12:00–12:15 Standup", "Sun 2026-01-18 13:00–13:15 Standup"}},
		{"added where it is already", master("RDATE:20260113T080000Z"), []string{monday, tuesday, wednesday, thursday, friday}},
		{"moved within the week", changed(";TZID=Europe/Oslo:20260113T090000", "SUMMARY:Standup", "DTSTART;TZID=Europe/Oslo:20260114T130000", "DURATION:PT15M"),
			[]string{monday, wednesday, "Wed 2026-01-14 13:00–13:15 Standup", thursday, friday}},
		{"moved away", changed(":20260113T080000Z", "DTSTART:20260203T080000Z"), []string{monday, wednesday, thursday, friday}},
		{"moved here", changed(";TZID=Europe/Oslo:20260203T090000", "SUMMARY:Flyttet", "DTSTART:20260117T080000Z"),
			[]string{monday, tuesday, wednesday, thursday, friday, "Sat 2026-01-17 09:00–09:00 Flyttet"}},
		{"changed by its date", changed(";VALUE=DATE:20260113", "SUMMARY:Avdelingsmøte", "DTSTART:20260113T080000Z"),
			[]string{monday, "Tue 2026-01-13 09:00–09:00 Avdelingsmøte", wednesday, thursday, friday}},
		{"one cancelled", changed(";TZID=Europe/Oslo:20260113T090000", "SUMMARY:Standup", "DTSTART;TZID=Europe/Oslo:20260113T090000", "DURATION:PT15M", "STATUS:CANCELLED"),
			[]string{monday, tuesday + " (cancelled)", wednesday, thursday, friday}},
		{"changed twice", changed(":20260113T080000Z", "SUMMARY:Ny", "DTSTART:20260113T090000Z", "SEQUENCE:3") + "\r\n" +
			vevent("UID:standup", "RECURRENCE-ID:20260113T080000Z", "SUMMARY:Gammel", "DTSTART:20260113T100000Z", "SEQUENCE:2"),
			[]string{monday, "Tue 2026-01-13 10:00–10:00 Ny", wednesday, thursday, friday}},
		{"an hour later from Wednesday on", changed(";TZID=Europe/Oslo;RANGE=THISANDFUTURE:20260114T090000", "SUMMARY:Senere",
			"DTSTART;TZID=Europe/Oslo:20260114T100000", "DURATION:PT30M"),
			[]string{monday, tuesday, "Wed 2026-01-14 10:00–10:30 Senere", "Thu 2026-01-15 10:00–10:30 Senere", "Fri 2026-01-16 10:00–10:30 Senere"}},
		{"a day later from Thursday on, after a change before", changed(";RANGE=THISANDFUTURE:20260115T080000Z", "SUMMARY:Utsatt", "DTSTART:20260116T080000Z") + "\r\n" +
			vevent("UID:standup", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260113T080000Z", "SUMMARY:Først", "DTSTART:20260113T080000Z"),
			[]string{monday, "Tue 2026-01-13 09:00–09:00 Først", "Wed 2026-01-14 09:00–09:00 Først", "Fri 2026-01-16 09:00–09:00 Utsatt", "Sat 2026-01-17 09:00–09:00 Utsatt"}},
		{"two days earlier from the week after on", changed(";RANGE=THISANDFUTURE:20260119T080000Z", "SUMMARY:Tidligere", "DTSTART:20260117T090000Z"),
			[]string{monday, tuesday, wednesday, thursday, friday, "Sat 2026-01-17 10:00–10:00 Tidligere", "Sun 2026-01-18 10:00–10:00 Tidligere"}},
		{"two versions of the same number", standup + "\r\n" + vevent("UID:standup", "SUMMARY:Siste", "DTSTART:20260114T080000Z", "SEQUENCE:1"),
			[]string{"Wed 2026-01-14 09:00–09:00 Siste"}},
		{"a change without the series", vevent("UID:standup", "RECURRENCE-ID:20260113T080000Z", "SUMMARY:Alene", "DTSTART:20260113T080000Z"),
			[]string{"Tue 2026-01-13 09:00–09:00 Alene"}},
		{"a change of a broken day", changed(":i går", "DTSTART:20260113T080000Z"), []string{monday, tuesday, wednesday, thursday, friday}},
		{"a newer version of the whole", standup + "\r\n" + vevent("UID:standup", "SUMMARY:Ukemøte", "DTSTART:20260105T080000Z", "RRULE:FREQ=WEEKLY", "SEQUENCE:2"),
			[]string{"Mon 2026-01-12 09:00–09:00 Ukemøte"}},
		{"an older version of the whole", standup + "\r\n" + vevent("UID:standup", "SUMMARY:Ukemøte", "DTSTART:20260105T080000Z", "SEQUENCE:0"),
			[]string{monday, tuesday, wednesday, thursday, friday}},
		{"two rules", master("RRULE:FREQ=DAILY"), []string{monday, tuesday, wednesday, thursday, friday}},
		{"dates alone", vevent("UID:1", "DTSTART:20260112T080000Z", "RDATE:20260114T080000Z,20260114T080000Z,20270101T080000Z"),
			[]string{"Mon 2026-01-12 09:00–09:00", "Wed 2026-01-14 09:00–09:00"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			expect(t, between(t, parse(t, document(test.events)), oslo(t), "2026-01-12", "2026-01-19"), test.want...)
		})
	}
}

// A UTC end is one of the zone in which the meeting takes place.
func TestUntil(t *testing.T) {
	late := []string{"UID:1", "DTSTART;TZID=America/Los_Angeles:20260105T200000"}
	for rule, want := range map[string]int{
		"FREQ=DAILY;UNTIL=20260108T040000Z":    3, // eight in the evening of the 7th
		"FREQ=DAILY;UNTIL=20260108T035959Z":    2,
		"FREQ=DAILY;UNTIL=20260107":            3,
		"FREQ=DAILY;UNTIL=20260107T200000":     3,
		"FREQ=DAILY;UNTIL=20200101T000000Z":    1,
		"FREQ=DAILY;COUNT=3;UNTIL=20260301":    3,
		"FREQ=DAILY;INTERVAL=2;UNTIL=20260109": 3,
	} {
		c := parse(t, document(vevent(append(late, "RRULE:"+rule)...)))
		if got := between(t, c, zone(t, "America/Los_Angeles"), "2026-01-01", "2026-02-01"); len(got) != want {
			t.Errorf("%s gives %v", rule, show(got))
		}
	}
}

// TestLengths looks at the week from 5 January.
func TestLengths(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		want  []string
	}{
		{"a day", []string{"DTSTART;VALUE=DATE:20260106", "DTEND;VALUE=DATE:20260107"}, []string{"Tue 2026-01-06"}},
		{"a day without an end", []string{"DTSTART;VALUE=DATE:20260106"}, []string{"Tue 2026-01-06"}},
		{"a day that ends as it begins", []string{"DTSTART;VALUE=DATE:20260106", "DTEND;VALUE=DATE:20260106"}, []string{"Tue 2026-01-06"}},
		{"a date without saying so", []string{"DTSTART:20260106", "DTEND:20260107"}, []string{"Tue 2026-01-06"}},
		{"three days", []string{"DTSTART;VALUE=DATE:20260106", "DURATION:P3D"}, []string{"Tue 2026-01-06–2026-01-09"}},
		{"from the year before", []string{"DTSTART;VALUE=DATE:20251220", "DTEND;VALUE=DATE:20260106"}, []string{"Sat 2025-12-20–2026-01-06"}},
		{"that ends as the week begins", []string{"DTSTART;VALUE=DATE:20251220", "DTEND;VALUE=DATE:20260105"}, nil},
		{"each year", []string{"DTSTART;VALUE=DATE:19800107", "RRULE:FREQ=YEARLY"}, []string{"Wed 2026-01-07"}},
		{"each year but this one", []string{"DTSTART;VALUE=DATE:19800107", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20260107"}, nil},
		{"a weekend each week", []string{"DTSTART;VALUE=DATE:20251206", "DTEND;VALUE=DATE:20251208", "RRULE:FREQ=WEEKLY"}, []string{"Sat 2026-01-10–2026-01-12"}},
		{"Outlook's whole day", []string{"DTSTART;TZID=America/New_York:20260106T000000", "DTEND;TZID=America/New_York:20260107T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"}, []string{"Tue 2026-01-06"}},
		{"a duration", []string{"DTSTART:20260106T080000Z", "DURATION:PT1H30M"}, []string{"Tue 2026-01-06 09:00–10:30"}},
		{"over midnight", []string{"DTSTART:20260106T220000Z", "DURATION:PT4H"}, []string{"Tue 2026-01-06 23:00–03:00"}},
		{"from one zone to another", []string{"DTSTART;TZID=Europe/Oslo:20260106T100000", "DTEND;TZID=America/New_York:20260106T120000"}, []string{"Tue 2026-01-06 10:00–18:00"}},
		{"begun before", []string{"DTSTART:20260104T220000Z", "DURATION:PT4H"}, []string{"Sun 2026-01-04 23:00–03:00"}},
		{"begun before, each week", []string{"DTSTART:20251207T220000Z", "DURATION:PT4H", "RRULE:FREQ=WEEKLY"},
			[]string{"Sun 2026-01-04 23:00–03:00", "Sun 2026-01-11 23:00–03:00"}},
		{"no length, as the week begins", []string{"DTSTART:20260104T230000Z"}, []string{"Mon 2026-01-05 00:00–00:00"}},
		{"no length, as the week ends", []string{"DTSTART:20260111T230000Z"}, nil},
		{"the year through, each year", []string{"DTSTART:20200601T080000Z", "DTEND:20250601T080000Z", "RRULE:FREQ=YEARLY;COUNT=6"}, []string{"Sun 2025-06-01 10:00–10:00"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := parse(t, document(vevent(append([]string{"UID:1"}, test.lines...)...)))
			expect(t, between(t, c, oslo(t), "2026-01-05", "2026-01-12"), test.want...)
		})
	}
}

// A whole day is a day of the user's, also where a clock is changed in it.
func TestWholeDayWithoutMidnight(t *testing.T) {
	// In Beirut the clocks go forward at midnight.
	c := parse(t, document(vevent("UID:1", "DTSTART;VALUE=DATE:20260328", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:Fri")))
	found := between(t, c, zone(t, "Asia/Beirut"), "2026-03-28", "2026-03-31")
	expect(t, found, "Sat 2026-03-28 Fri", "Sun 2026-03-29 Fri", "Mon 2026-03-30 Fri")
	for i := range found[1:] {
		if !found[i].End.Equal(found[i+1].Start) {
			t.Errorf("day %d ends at %v, the next begins at %v", i, found[i].End, found[i+1].Start)
		}
	}
}

func TestSpans(t *testing.T) {
	c := parse(t, document(standup))
	now := day(t, "2026-01-12", oslo(t))
	for name, n := range map[string]int{
		"nothing":        len(must(c.Between(t.Context(), now, now, nil))),
		"the wrong way":  len(must(c.Between(t.Context(), now, now.AddDate(0, 0, -7), nil))),
		"before the day": len(must(c.Between(t.Context(), now.AddDate(-1, 0, 0), now.AddDate(0, 0, -7), nil))),
	} {
		if n != 0 {
			t.Errorf("%s holds %d", name, n)
		}
	}
	if n := len(must(c.Between(t.Context(), now, now.AddDate(50, 0, 0), nil))); n < 260 || n > 265 {
		t.Errorf("fifty years, cut to MaxSpan, hold %d weekdays", n)
	}
}

func must(found []Occurrence, err error) []Occurrence {
	if err != nil {
		panic(err)
	}
	return found
}

// Fifty thousand changes of one series cost no more than as many events.
func TestManyChanges(t *testing.T) {
	events := []string{standup}
	at := day(t, "2026-01-05", oslo(t))
	for i := range MaxEvents - 1 {
		id := at.AddDate(0, 0, i%5000).UTC().Format("20060102T") + fmt.Sprintf("%02d0000Z", i/5000)
		events = append(events, vevent("UID:standup", "RECURRENCE-ID:"+id, "DTSTART:"+id))
	}
	c := parse(t, document(events...))
	if n := len(between(t, c, oslo(t), "2026-01-12", "2026-01-13")); n == 0 || n > 30 {
		t.Errorf("%d on one day", n)
	}
}
