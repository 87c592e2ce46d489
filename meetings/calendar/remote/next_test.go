package remote

import (
	"math"
	"net/http"
	"testing"
	"time"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func TestNext(t *testing.T) {
	tests := []struct {
		failures   int
		retryAfter time.Duration
		want       time.Duration
	}{
		{0, 0, 5 * time.Minute},
		{1, 0, 10 * time.Minute},
		{2, 0, 20 * time.Minute},
		{4, 0, 80 * time.Minute},
		{5, 0, 2 * time.Hour},
		{1000, 0, 2 * time.Hour},
		{math.MaxInt, 0, 2 * time.Hour},
		{-1, 0, 5 * time.Minute},
		{0, time.Second, 5 * time.Minute},
		{0, -time.Hour, 5 * time.Minute},
		{0, time.Hour, time.Hour},
		{3, time.Minute, 40 * time.Minute},
		{9, 6 * time.Hour, 6 * time.Hour},
		{0, math.MaxInt64, 24 * time.Hour},
	}
	for _, test := range tests {
		if got := Next(noon, test.failures, test.retryAfter).Sub(noon); got != test.want {
			t.Errorf("after %d failures and Retry-After %v: %v, want %v", test.failures, test.retryAfter, got, test.want)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	tests := map[string]time.Duration{
		"":                              0,
		"0":                             0,
		"120":                           2 * time.Minute,
		" 120 ":                         2 * time.Minute,
		"-120":                          0,
		"1.5":                           0,
		"soon":                          0,
		"99999":                         24 * time.Hour,
		"99999999999999999999":          0,
		"Mon, 02 Mar 2026 12:10:00 GMT": 10 * time.Minute,
		"Mon, 02 Mar 2026 11:10:00 GMT": 0,
		"Mon, 02 Mar 2099 11:10:00 GMT": 24 * time.Hour,
	}
	for value, want := range tests {
		if got := retryAfter(http.Header{"Retry-After": {value}}, noon); got != want {
			t.Errorf("%q is %v, want %v", value, got, want)
		}
	}
}
