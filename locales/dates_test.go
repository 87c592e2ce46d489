package locales

import (
	"testing"
	"time"
)

func TestDate(t *testing.T) {
	day := time.Date(2026, time.November, 23, 23, 59, 0, 0, time.UTC)
	if got := load(t, Norwegian).Date(day); got != "23. november 2026" {
		t.Errorf("in Norwegian it is %q", got)
	}
	if got := load(t, English).Date(day); got != "23 November 2026" {
		t.Errorf("in English it is %q", got)
	}
}

func TestEveryMonthAndWeekdayHasItsName(t *testing.T) {
	for _, l := range Languages() {
		texts := load(t, l)
		seen := map[string]bool{}
		for month := time.January; month <= time.December; month++ {
			seen[texts.Date(time.Date(2026, month, 1, 0, 0, 0, 0, time.UTC))] = true
		}
		for day := time.Sunday; day <= time.Saturday; day++ {
			seen[texts.Weekday(day)] = true
		}
		if len(seen) != 12+7 || seen[""] {
			t.Errorf("%s has %d names: %v", l, len(seen), seen)
		}
	}
	if got := load(t, Norwegian).Weekday(time.Monday); got != "Mandag" {
		t.Errorf("Monday is %q", got)
	}
}

func TestClock(t *testing.T) {
	at := time.Date(2026, time.November, 23, 9, 5, 59, 0, time.UTC)
	for _, l := range Languages() {
		if got := load(t, l).Clock(at); got != "09:05" {
			t.Errorf("in %q it is %q", l, got)
		}
	}
}

func TestPartialDate(t *testing.T) {
	tests := []struct{ in, nb, en string }{
		{"2024-08-23", "23. august 2024", "23 August 2024"},
		{"2024-02-29", "29. februar 2024", "29 February 2024"},
		{"2024-08", "august 2024", "August 2024"},
		{"2023", "2023", "2023"},
		{"", "", ""},
		{"2024-13", "2024-13", "2024-13"},
		{"2023-02-29", "2023-02-29", "2023-02-29"},
		{"-08", "-08", "-08"},
		{"vår-08", "vår-08", "vår-08"},
		{"2024-08-", "2024-08-", "2024-08-"},
	}
	nb, en := load(t, Norwegian), load(t, English)
	for _, tt := range tests {
		if got := nb.PartialDate(tt.in); got != tt.nb {
			t.Errorf("%q is %q, want %q", tt.in, got, tt.nb)
		}
		if got := en.PartialDate(tt.in); got != tt.en {
			t.Errorf("%q is %q, want %q", tt.in, got, tt.en)
		}
	}
}
