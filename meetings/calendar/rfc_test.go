package calendar

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestExamplesOfTheStandard lays out the examples of RFC 5545, 3.8.5.3. They
// begin at nine in New York, and the years given are looked at.
func TestExamplesOfTheStandard(t *testing.T) {
	for _, test := range []struct {
		start, rule string
		until       int // the last year looked at
		want        string
	}{
		{"19970902", "FREQ=DAILY;COUNT=10", 1998, "1997 Sep 2 3 4 5 6 7 8 9 10 11"},
		{"19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", 1998, "1997 Sep 2 12 22, Oct 2 12"},
		{"19970902", "FREQ=DAILY;INTERVAL=2;UNTIL=19970920T000000Z", 1998, "1997 Sep 2 4 6 8 10 12 14 16 18"},
		{"19970902", "FREQ=WEEKLY;COUNT=10", 1998, "1997 Sep 2 9 16 23 30, Oct 7 14 21 28, Nov 4"},
		{"19970902", "FREQ=WEEKLY;UNTIL=19971224T000000Z", 1998, "1997 Sep 2 9 16 23 30, Oct 7 14 21 28, Nov 4 11 18 25, Dec 2 9 16 23"},
		{"19970902", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;UNTIL=19980201T000000Z", 1998, "1997 Sep 2 16 30, Oct 14 28, Nov 11 25, Dec 9 23; 1998 Jan 6 20"},
		{"19970902", "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", 1998, "1997 Sep 2 4 9 11 16 18 23 25 30, Oct 2"},
		{"19970902", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", 1998, "1997 Sep 2 4 9 11 16 18 23 25 30, Oct 2"},
		{"19970901", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", 1998,
			"1997 Sep 1 3 5 15 17 19 29, Oct 1 3 13 15 17 27 29 31, Nov 10 12 14 24 26 28, Dec 8 10 12 22"},
		{"19970902", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", 1998, "1997 Sep 2 4 16 18 30, Oct 2 14 16"},
		{"19970905", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", 1998, "1997 Sep 5, Oct 3, Nov 7, Dec 5; 1998 Jan 2, Feb 6, Mar 6, Apr 3, May 1, Jun 5"},
		{"19970905", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", 1998, "1997 Sep 5, Oct 3, Nov 7, Dec 5"},
		{"19970907", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", 1998, "1997 Sep 7 28, Nov 2 30; 1998 Jan 4 25, Mar 1 29, May 3 31"},
		{"19970922", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", 1998, "1997 Sep 22, Oct 20, Nov 17, Dec 22; 1998 Jan 19, Feb 16"},
		{"19970928", "FREQ=MONTHLY;BYMONTHDAY=-3", 1998,
			"1997 Sep 28, Oct 29, Nov 28, Dec 29; 1998 Jan 29, Feb 26, Mar 29, Apr 28, May 29, Jun 28, Jul 29, Aug 29, Sep 28, Oct 29, Nov 28, Dec 29"},
		{"19970902", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", 1998, "1997 Sep 2 15, Oct 2 15, Nov 2 15, Dec 2 15; 1998 Jan 2 15"},
		{"19970930", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", 1998, "1997 Sep 30, Oct 1 31, Nov 1 30, Dec 1 31; 1998 Jan 1 31, Feb 1"},
		{"19970910", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", 2000, "1997 Sep 10 11 12 13 14 15; 1999 Mar 10 11 12 13"},
		{"19970902", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", 1998,
			"1997 Sep 2 9 16 23 30, Nov 4 11 18 25; 1998 Jan 6 13 20 27, Mar 3 10 17 24 31, May 5 12 19 26, Jul 7 14 21 28, Sep 1 8 15 22 29, Nov 3 10 17 24"},
		{"19970610", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", 2003, "1997 Jun 10, Jul 10; 1998 Jun 10, Jul 10; 1999 Jun 10, Jul 10; 2000 Jun 10, Jul 10; 2001 Jun 10, Jul 10"},
		{"19970310", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", 2004, "1997 Mar 10; 1999 Jan 10, Feb 10, Mar 10; 2001 Jan 10, Feb 10, Mar 10; 2003 Jan 10, Feb 10, Mar 10"},
		{"19970101", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", 2008,
			"1997 Jan 1, Apr 10, Jul 19; 2000 Jan 1, Apr 9, Jul 18; 2003 Jan 1, Apr 10, Jul 19; 2006 Jan 1"},
		{"19970519", "FREQ=YEARLY;BYDAY=20MO", 1999, "1997 May 19; 1998 May 18; 1999 May 17"},
		{"19970512", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", 1999, "1997 May 12; 1998 May 11; 1999 May 17"},
		{"19970512", "FREQ=YEARLY;BYWEEKNO=20", 1999, "1997 May 12; 1998 May 11; 1999 May 17"}, // not in the RFC: the weekday is the start's
		{"19970313", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", 1999, "1997 Mar 13 20 27; 1998 Mar 5 12 19 26; 1999 Mar 4 11 18 25"},
		{"19970605", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", 1998,
			"1997 Jun 5 12 19 26, Jul 3 10 17 24 31, Aug 7 14 21 28; 1998 Jun 4 11 18 25, Jul 2 9 16 23 30, Aug 6 13 20 27"},
		{"19980213", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", 2000, "1998 Feb 13, Mar 13, Nov 13; 1999 Aug 13; 2000 Oct 13"},
		{"19970913", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", 1998,
			"1997 Sep 13, Oct 11, Nov 8, Dec 13; 1998 Jan 10, Feb 7, Mar 7, Apr 11, May 9, Jun 13, Jul 11, Aug 8, Sep 12, Oct 10, Nov 7, Dec 12"},
		{"19961105", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", 2004, "1996 Nov 5; 2000 Nov 7; 2004 Nov 2"},
		{"19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", 1998, "1997 Sep 4, Oct 7, Nov 6"},
		{"19970929", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", 1998,
			"1997 Sep 29, Oct 30, Nov 27, Dec 30; 1998 Jan 29, Feb 26, Mar 30, Apr 29, May 28, Jun 29, Jul 30, Aug 28, Sep 29, Oct 29, Nov 27, Dec 30"},
		{"19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", 1998, "1997 Aug 5 10 19 24"},
		{"19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", 1998, "1997 Aug 5 17 19 31"},
		{"20070115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", 2008, "2007 Jan 15 30, Feb 15, Mar 15 30"},
	} {
		t.Run(test.rule, func(t *testing.T) {
			c := parse(t, document(vevent("UID:1", "DTSTART;TZID=America/New_York:"+test.start+"T090000", "RRULE:"+test.rule)))
			if c.Skipped != (Skipped{}) {
				t.Fatalf("skipped %v", c.Skipped)
			}
			if got := calendarOf(t, c, 1996, test.until); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// calendarOf writes all days of the years as the standard does: 1997 Sep 2 3,
// Oct 1; 1998 Jan 5. All are at nine in New York.
func calendarOf(t *testing.T, c *Calendar, first, last int) string {
	z := zone(t, "America/New_York")
	var b strings.Builder
	year, month := 0, time.Month(0)
	for y := first; y <= last; y++ {
		for _, o := range between(t, c, z, fmt.Sprintf("%d-01-01", y), fmt.Sprintf("%d-01-01", y+1)) {
			if clock := o.Start.Format("15:04:05"); clock != "09:00:00" {
				t.Errorf("%v is at %s", o.Start, clock)
			}
			switch {
			case o.Start.Year() != year:
				if b.Len() > 0 {
					b.WriteString("; ")
				}
				b.WriteString(o.Start.Format("2006 Jan"))
			case o.Start.Month() != month:
				b.WriteString(o.Start.Format(", Jan"))
			}
			fmt.Fprintf(&b, " %d", o.Start.Day())
			year, month = o.Start.Year(), o.Start.Month()
		}
	}
	return b.String()
}

func TestHourlyWithinADay(t *testing.T) {
	c := parse(t, document(vevent("UID:1", "DTSTART;TZID=America/New_York:19970902T090000", "RRULE:FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z")))
	expect(t, between(t, c, zone(t, "America/New_York"), "1997-09-01", "1997-09-04"),
		"Tue 1997-09-02 09:00–09:00", "Tue 1997-09-02 12:00–12:00", "Tue 1997-09-02 15:00–15:00")
}

// The start is the first of the series even where the rule does not name it,
// and is counted with it.
func TestStartBesideTheRule(t *testing.T) {
	c := parse(t, document(vevent("UID:1", "DTSTART;TZID=America/New_York:19970902T090000", "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3")))
	if got, want := calendarOf(t, c, 1997, 2000), "1997 Sep 2; 1998 Feb 13, Mar 13"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	c = parse(t, document(vevent("UID:1", "DTSTART;TZID=America/New_York:19970902T090000", "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
		"EXDATE;TZID=America/New_York:19970902T090000")))
	if got, want := calendarOf(t, c, 1997, 1999), "1998 Feb 13, Mar 13, Nov 13; 1999 Aug 13"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A rule is followed from shortly before the span, which must make no
// difference to following it from its beginning, as is done where it counts.
func TestFollowingFromLater(t *testing.T) {
	z := oslo(t)
	for _, rule := range []string{
		"FREQ=DAILY", "FREQ=DAILY;INTERVAL=17", "FREQ=DAILY;BYDAY=MO,WE", "FREQ=DAILY;BYMONTH=3,12", "FREQ=HOURLY;INTERVAL=7",
		"FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=SU", "FREQ=WEEKLY;BYDAY=FR;BYSETPOS=1",
		"FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=5", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=-1;INTERVAL=2", "FREQ=MONTHLY;BYDAY=-1FR",
		"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY", "FREQ=YEARLY;INTERVAL=2", "FREQ=YEARLY;BYMONTH=2", "FREQ=YEARLY;BYDAY=1MO",
		"FREQ=YEARLY;BYWEEKNO=1,53", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,SU", "FREQ=YEARLY;BYYEARDAY=-1,60,366", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
	} {
		for _, start := range []string{"20160229T081500", "20151231T233000", "20180101T000000"} {
			first := parse(t, document(vevent("UID:1", "DTSTART;TZID=Europe/Oslo:"+start, "RRULE:"+rule+";COUNT=40000")))
			later := parse(t, document(vevent("UID:1", "DTSTART;TZID=Europe/Oslo:"+start, "RRULE:"+rule)))
			for _, from := range []string{"2016-01-01", "2019-12-23", "2024-02-20", "2026-10-20"} {
				to := day(t, from, z).AddDate(0, 3, 0).Format(time.DateOnly)
				want, got := show(between(t, first, z, from, to)), show(between(t, later, z, from, to))
				if strings.Join(got, "\n") != strings.Join(want, "\n") {
					t.Errorf("%s from %s in %s:\n%q\nwant\n%q", rule, start, from, got, want)
				}
			}
		}
	}
}
