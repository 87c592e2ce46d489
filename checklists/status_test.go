package checklists

import (
	"testing"
	"time"
	_ "time/tzdata" // Europe/Oslo on any machine
)

func oslo(t *testing.T) *time.Location {
	t.Helper()
	location, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		t.Fatal(err)
	}
	return location
}

func TestDayAfter(t *testing.T) {
	tests := []struct {
		name   string
		done   string // in UTC
		months int
		want   string // in Oslo
	}{
		{"same day of the month", "2026-01-15T15:00:00Z", 6, "2026-07-15T00:00:00+02:00"},
		{"over New Year", "2026-11-23T09:00:00Z", 3, "2027-02-23T00:00:00+01:00"},
		{"five years", "2026-11-23T09:00:00Z", 60, "2031-11-23T00:00:00+01:00"},
		{"the last day of a longer month", "2026-08-31T12:00:00Z", 6, "2027-02-28T00:00:00+01:00"},
		{"from a long month to a short one", "2026-03-31T12:00:00Z", 3, "2026-06-30T00:00:00+02:00"},
		{"the last day of a shorter month", "2026-02-28T12:00:00Z", 6, "2026-08-28T00:00:00+02:00"},
		{"to a leap day", "2027-08-31T12:00:00Z", 6, "2028-02-29T00:00:00+01:00"},
		{"from a leap day to a year without", "2028-02-29T12:00:00Z", 12, "2029-02-28T00:00:00+01:00"},
		{"from a leap day to the next", "2028-02-29T12:00:00Z", 48, "2032-02-29T00:00:00+01:00"},
		{"already the next day in Oslo", "2026-01-31T23:30:00Z", 1, "2026-03-01T00:00:00+01:00"},
		{"already the next day in summer", "2026-06-30T22:00:00Z", 12, "2027-07-01T00:00:00+02:00"},
		{"at midnight", "2026-01-14T23:00:00Z", 1, "2026-02-15T00:00:00+01:00"},
		{"to the day summer time begins", "2026-09-28T12:00:00Z", 6, "2027-03-28T00:00:00+01:00"},
		{"to the day summer time ends", "2026-04-25T12:00:00Z", 6, "2026-10-25T00:00:00+02:00"},
		{"from the hour that comes twice", "2026-10-25T01:30:00Z", 6, "2027-04-25T00:00:00+02:00"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			done, err := time.Parse(time.RFC3339, test.done)
			if err != nil {
				t.Fatal(err)
			}
			if got := dayAfter(done.In(oslo(t)), test.months).Format(time.RFC3339); got != test.want {
				t.Errorf("%d months after %s is %s, want %s", test.months, test.done, got, test.want)
			}
		})
	}
}

// A day begins where the machine is, while marks are kept in UTC.
func TestDueAt(t *testing.T) {
	was := time.Local
	time.Local = oslo(t)
	defer func() { time.Local = was }()

	at := time.Date(2026, time.January, 15, 23, 30, 0, 0, time.UTC) // the 16th in Oslo
	due, recurs := Item{Months: 6}.DueAt(Mark{State: Done, At: at})
	if want := time.Date(2026, time.July, 16, 0, 0, 0, 0, time.Local); !due.Equal(want) || !recurs {
		t.Errorf("DueAt = %v, %v, want %v", due, recurs, want)
	}
	for name, test := range map[string]struct {
		months int
		state  State
	}{
		"does not recur": {0, Done},
		"open":           {6, Open},
		"not for me":     {6, NotForMe},
		"never touched":  {6, ""},
	} {
		if due, recurs := (Item{Months: test.months}).DueAt(Mark{State: test.state, At: at}); recurs || !due.IsZero() {
			t.Errorf("%s: DueAt = %v, %v, want never", name, due, recurs)
		}
	}
}

func TestStatusOf(t *testing.T) {
	done := time.Date(2026, time.January, 15, 15, 0, 0, 0, time.Local)
	due := time.Date(2026, time.July, 15, 0, 0, 0, 0, time.Local)
	tests := []struct {
		name   string
		months int
		state  State
		now    time.Time
		want   Status
	}{
		{"never touched", 6, "", due, StatusOpen},
		{"open", 6, Open, due.AddDate(1, 0, 0), StatusOpen},
		{"not for me", 6, NotForMe, due.AddDate(1, 0, 0), StatusNotForMe},
		{"just done", 6, Done, done, StatusDone},
		{"the evening before", 6, Done, due.Add(-time.Millisecond), StatusDone},
		{"the morning it comes due", 6, Done, due, StatusDue},
		{"long due", 6, Done, due.AddDate(10, 0, 0), StatusDue},
		{"seen from another time zone", 6, Done, due.UTC(), StatusDue},
		{"done once and for all", 0, Done, due.AddDate(100, 0, 0), StatusDone},
		{"done on a clock ahead of this one", 6, Done, done.AddDate(-1, 0, 0), StatusDone},
		{"said by a later version", 6, "postponed", due, StatusOpen},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			item := Item{ID: "a", Months: test.months}
			if got := item.StatusOf(Mark{ItemID: "a", State: test.state, At: done.UTC()}, test.now); got != test.want {
				t.Errorf("StatusOf = %q, want %q", got, test.want)
			}
		})
	}
}
