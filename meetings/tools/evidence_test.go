package tools

import (
	"testing"
	"time"
)

func TestOlder(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		asOf string
		want bool
	}{
		{"2026-11-23", false},
		{"2026-02-11", false},
		{"2025-11-24", false},
		{"2025-11-22", true},
		{"2025-12", false},
		{"2025-11", true}, // may be from 1 November
		{"2026", false},
		{"2025", true}, // may be from 1 January
		{"", true},     // no date: not known to be fresh
	} {
		f := Fact{Evidence: Evidence{AsOf: c.asOf}}
		if got := f.Older(now, TwelveMonths); got != c.want {
			t.Errorf("a fact as of %q: older than twelve months = %v, want %v", c.asOf, got, c.want)
		}
	}
}

func TestSince(t *testing.T) {
	for asOf, want := range map[string]string{
		"2024": "2024-01-01", "2024-08": "2024-08-01", "2024-08-23": "2024-08-23",
	} {
		got, ok := Evidence{AsOf: asOf}.Since()
		if !ok || got.Format(time.DateOnly) != want {
			t.Errorf("%q begins %v, %v; want %s", asOf, got, ok, want)
		}
	}
	for _, asOf := range []string{"", "24", "2024-13", "2023-02-29", "august 2024", "2024/08"} {
		if got, ok := (Evidence{AsOf: asOf}).Since(); ok {
			t.Errorf("%q is taken for %v", asOf, got)
		}
	}
}
