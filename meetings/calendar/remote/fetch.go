package remote

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"regexp"
)

// Fetch returns the calendar at a secret address, as [Normalise] gives it. With
// the validators of the last answer it is not sent again if nothing has changed.
// The error is one of Normalise, an [*Error], or that of ctx.
func (c *Client) Fetch(ctx context.Context, address string, since Validators) (Answer, error) {
	address, err := Normalise(address)
	if err != nil {
		return Answer{}, err
	}
	typed, err := url.Parse(address)
	if err != nil {
		return Answer{}, ErrMalformed
	}
	e := c.begin(ctx, "fetching calendar", typed, "", "")
	defer e.close()
	answer, err := e.fetch(since)
	answer.RetryAfter = e.late
	return answer, err
}

func (e *errand) fetch(since Validators) (Answer, error) {
	q := question{method: http.MethodGet, header: conditions(since)}
	welcome := []int{http.StatusOK}
	if len(q.header) > 0 {
		welcome = append(welcome, http.StatusNotModified)
	}
	q.header.Set("Accept", "text/calendar, */*;q=0.1")
	r, err := e.ask(q, e.typed, MaxBody, welcome...)
	if err != nil {
		return Answer{}, err
	}
	if r.status == http.StatusNotModified {
		return Answer{NotModified: true, Validators: since}, nil
	}
	if !isCalendar(r.body) {
		return Answer{}, e.fail(ErrNotCalendar, "")
	}
	return Answer{Data: r.body, Validators: Validators{
		ETag:         usableETag(r.header.Get("ETag")),
		LastModified: usableDate(r.header.Get("Last-Modified")),
	}}, nil
}

// conditions ask for nothing but what is newer (RFC 9110, section 13.1).
func conditions(since Validators) http.Header {
	header := http.Header{}
	if tag := usableETag(since.ETag); tag != "" {
		header.Set("If-None-Match", tag)
	}
	if date := usableDate(since.LastModified); date != "" {
		header.Set("If-Modified-Since", date)
	}
	return header
}

// usableETag returns the tag if it is one (RFC 9110, section 8.8.3) and no longer
// than should be kept. Sent back, a star would mean that whatever there is has
// not changed.
func usableETag(tag string) string {
	const longest = 200
	if len(tag) > longest || !entityTag.MatchString(tag) {
		return ""
	}
	return tag
}

var entityTag = regexp.MustCompile(`^(W/)?"[\x21\x23-\x7e]*"$`)

// usableDate returns the date as it came, if it is one.
func usableDate(date string) string {
	if _, err := http.ParseTime(date); err != nil {
		return ""
	}
	return date
}

// isCalendar reports whether data begins as an iCalendar document does, and not
// as a page to log in on.
func isCalendar(data []byte) bool {
	const first = "BEGIN:VCALENDAR"
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	return len(data) >= len(first) && bytes.EqualFold(data[:len(first)], []byte(first))
}
