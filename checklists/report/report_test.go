package report

import (
	"testing"
	"time"

	"hjemmekontor/checklists"
)

// What was done when the report was made may be due when it is read.
func TestStatusOn(t *testing.T) {
	done := Answer{Status: checklists.StatusDone, On: on(t, "2026-05-23"), Due: on(t, "2026-11-23")}
	for _, test := range []struct {
		name   string
		answer Answer
		at     time.Time
		want   checklists.Status
	}{
		{"the day before", done, now.AddDate(0, 0, -1), checklists.StatusDone},
		{"the day itself", done, now, checklists.StatusDue},
		{"a year later", done, now.AddDate(1, 0, 0), checklists.StatusDue},
		{"once only", Answer{Status: checklists.StatusDone, On: on(t, "2026-05-23")}, now.AddDate(9, 0, 0), checklists.StatusDone},
		{"due already", Answer{Status: checklists.StatusDue, Due: on(t, "2026-11-01")}, now, checklists.StatusDue},
		{"open", Answer{Status: checklists.StatusOpen}, now, checklists.StatusOpen},
		{"set aside", Answer{Status: checklists.StatusNotForMe, On: on(t, "2026-05-23")}, now, checklists.StatusNotForMe},
	} {
		if got := test.answer.statusOn(dayOf(test.at)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestProgress(t *testing.T) {
	r := kari(t)
	if got, want := r.Progress(), (checklists.Progress{Done: 1, Open: 2, Due: 1, NotForMe: 1}); got != want {
		t.Errorf("Progress = %+v, want %+v", got, want)
	}
	later := on(t, "2027-03-01").Add(12 * time.Hour)
	if got, want := r.progressOn(dayOf(later)), (checklists.Progress{Open: 3, Due: 2, NotForMe: 1}); got != want {
		t.Errorf("progressOn(%v) = %+v, want %+v", later, got, want)
	}
	if got := (Report{}).Progress().Fraction(); got != 0 {
		t.Errorf("an empty report is %v done", got)
	}
}
