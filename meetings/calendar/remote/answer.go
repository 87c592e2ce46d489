package remote

import (
	"fmt"
	"log/slog"
	"time"
)

// Answer is what came of a fetch. Beside an error it holds RetryAfter alone.
type Answer struct {
	// Data is the calendar as one iCalendar document (RFC 5545), nil if
	// NotModified.
	Data []byte `json:"-"`
	// Validators are to be handed to the next fetch from the same address.
	Validators Validators
	// NotModified means that the copy that is held is as good as new.
	NotModified bool
	// RetryAfter is how long the server wants to be left alone, at most
	// [MaxRetryAfter]; 0 where it does not say.
	RetryAfter time.Duration
	// Me are the e-mail addresses of the user, as far as a CalDAV server tells,
	// in lower case. There are none if NotModified.
	Me []string `json:"-"`
	// Skipped counts the events of a collection that came in pieces and were
	// left out.
	Skipped int
}

// Validators tell a server which copy is held, so that it need not send the same
// again. They are not secret. The zero value stands for no copy.
type Validators struct {
	// ETag and LastModified are a file's (RFC 9110, section 8.8).
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"lastModified,omitempty"`
	// Token stands for the state of a CalDAV collection within a time range.
	Token string `json:"token,omitempty"`
}

// Collection is a calendar on a CalDAV server.
type Collection struct {
	// URL is for FetchCollection. It holds the user's name: a secret.
	URL string `json:"-"`
	// Name is what the user calls it; empty if it has no name.
	Name string
	// Colour is "#rrggbb", or empty.
	Colour string
	// Me are the e-mail addresses of the user, as in [Answer].
	Me []string `json:"-"`
}

// Format prints what is not secret, whatever the verb.
func (c Collection) Format(s fmt.State, _ rune) {
	_, _ = fmt.Fprintf(s, "calendar %q", c.Name)
}

// LogValue is what a log gets.
func (c Collection) LogValue() slog.Value { return slog.StringValue(fmt.Sprint(c)) }

// Format prints what is not secret, whatever the verb.
func (a Answer) Format(s fmt.State, _ rune) {
	if a.NotModified {
		_, _ = fmt.Fprint(s, "unchanged calendar")
		return
	}
	_, _ = fmt.Fprintf(s, "calendar of %d bytes", len(a.Data))
}

// LogValue is what a log gets.
func (a Answer) LogValue() slog.Value { return slog.StringValue(fmt.Sprint(a)) }
