package remote

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// What may be wrong with a typed address, found with errors.Is.
var (
	// ErrMalformed means that it is no address.
	ErrMalformed = errors.New("not an address")
	// ErrNotHTTPS means that it begins with http:// or another scheme than
	// https, webcal or the like.
	ErrNotHTTPS = errors.New("not an https address")
	// ErrUserInfo means that it holds a user name or password.
	ErrUserInfo = errors.New("address holds a user name")
	// ErrPageAddress means that it is the page on which a service shows the
	// calendar to people, not the address of the calendar itself.
	ErrPageAddress = errors.New("address of a page, not of a calendar")
)

// Why no calendar came, found with errors.Is. The error is an [*Error] then.
var (
	// ErrUnreachable means that no connection came about, or that it broke.
	ErrUnreachable = errors.New("cannot be reached")
	// ErrCertificate means that the server cannot prove who it is.
	ErrCertificate = errors.New("certificate is not trusted")
	// ErrTooSlow means that the answer was not there after [CallTime].
	ErrTooSlow = errors.New("takes too long")
	// ErrTooLarge means more than [MaxBody] bytes, or more objects, longer
	// headers or deeper nesting than any calendar has.
	ErrTooLarge = errors.New("answer is too large")
	// ErrRedirected means that the server sends us on to where we do not go:
	// to http, in circles, or with a password to somebody else.
	ErrRedirected = errors.New("sent on to elsewhere")
	// ErrPrivate means that the way leads to an address within the user's own
	// net, or to one where there never is a calendar.
	ErrPrivate = errors.New("leads to a private address")
	// ErrRefused means that user or password is wrong, or that the address is
	// no longer shared (401, 403).
	ErrRefused = errors.New("refused")
	// ErrNeedsOAuth means that the server takes no password, only a log-in in
	// the browser, as Google's CalDAV does.
	ErrNeedsOAuth = errors.New("takes no password")
	// ErrNotFound means that there is nothing at the address (404, 410).
	ErrNotFound = errors.New("not found")
	// ErrBusy means that we are asked to come back another time (429, 503).
	ErrBusy = errors.New("asked to wait")
	// ErrServer means that the server has trouble of its own, or answers with
	// what is no answer to the question.
	ErrServer = errors.New("server has trouble")
	// ErrNotCalendar means that something else came, such as a page to log in
	// on, or that the server has no CalDAV.
	ErrNotCalendar = errors.New("not a calendar")
)

// Error says why a call failed. It holds no secret, however it is printed.
type Error struct {
	// Op is what was being done: "fetching calendar".
	Op string
	// Host is the one that was typed.
	Host string
	// Reason is one of the errors above.
	Reason error
	// Detail says more for a log; it is empty or one of this package's own
	// wordings.
	Detail string
	// Status is what the server answered, 0 where it did not.
	Status int
	// RetryAfter is how long the server wants to be left alone, at most
	// [MaxRetryAfter]; 0 where it does not say.
	RetryAfter time.Duration
}

func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s from %q: %v", e.Op, e.Host, e.Reason)
	if e.Detail != "" {
		b.WriteString(": " + e.Detail)
	}
	if e.Status != 0 {
		fmt.Fprintf(&b, ": the server answers %d", e.Status)
	}
	return b.String()
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Reason }
