package remote

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// How often a calendar may be fetched.
const (
	// MinInterval lies between two fetches of a calendar at the least.
	MinInterval = 5 * time.Minute
	// MaxInterval is how far repeated failures draw them apart.
	MaxInterval = 2 * time.Hour
	// MaxRetryAfter is how long a server can keep us away.
	MaxRetryAfter = 24 * time.Hour
)

// Next returns when a calendar may be fetched again: MinInterval after a fetch
// that went well, twice that after the first of several failures in a row and so
// on up to MaxInterval, and no sooner than the server wants.
func Next(now time.Time, failures int, retryAfter time.Duration) time.Time {
	wait := MinInterval
	for ; failures > 0 && wait < MaxInterval; failures-- {
		wait *= 2
	}
	wait = min(wait, MaxInterval)
	return now.Add(max(wait, min(retryAfter, MaxRetryAfter)))
}

// retryAfter reads the header of that name (RFC 9110, section 10.2.3): seconds
// or a date.
func retryAfter(header http.Header, now time.Time) time.Duration {
	value := strings.TrimSpace(header.Get("Retry-After"))
	wait := time.Duration(0)
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		wait = time.Duration(seconds) * time.Second
	} else if date, err := http.ParseTime(value); err == nil {
		wait = date.Sub(now)
	}
	return min(max(wait, 0), MaxRetryAfter)
}
