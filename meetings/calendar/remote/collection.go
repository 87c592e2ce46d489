package remote

import (
	"context"
	"crypto/sha256"
	"fmt"
	"net/url"
	"time"
)

// FetchCollection returns the events of a [Collection], given by its URL, that
// touch the days (in UTC) of from until to, as one document. With the validators
// of the last answer nothing is fetched if nothing has changed and the days are
// the same. The error is one of [Normalise], an [*Error], or that of ctx.
func (c *Client) FetchCollection(ctx context.Context, collection, user, password string, from, to time.Time, since Validators) (Answer, error) {
	typed, err := parseTyped(collection)
	if err != nil {
		return Answer{}, err
	}
	e := c.begin(ctx, "fetching calendar", typed, user, password)
	defer e.close()
	answer, err := e.fetchCollection(daysOf(from, to), since)
	answer.RetryAfter = e.late
	return answer, err
}

func (e *errand) fetchCollection(days span, since Validators) (Answer, error) {
	state, from, err := e.one(e.typed, askState)
	if err != nil {
		return Answer{}, err
	}
	if state.props.Type.Calendar == nil {
		return Answer{}, e.fail(ErrNotCalendar, "")
	}
	token := days.token(state.props)
	if token != "" && token == since.Token {
		return Answer{NotModified: true, Validators: since}, nil
	}
	var merged merger
	if _, err := e.list("REPORT", from, "1", days.query(), MaxBody, merged.add); err != nil {
		return Answer{}, err
	}
	return Answer{
		Data:       merged.document(),
		Validators: Validators{Token: token},
		Me:         e.addressesOf(state, from),
		Skipped:    merged.skipped,
	}, nil
}

// addressesOf returns the user's addresses as far as the server tells: a
// calendar is shown without them as well.
func (e *errand) addressesOf(r resource, from *url.URL) []string {
	var known []string
	if href := r.props.Principal.first(); href != "" {
		if principal, err := e.resolve(from, href); err == nil {
			if user, _, err := e.one(principal, askHome); err == nil {
				known = user.props.Addresses.List
			}
		}
	}
	return emails(known, e.user)
}

// span is a number of whole days.
type span struct{ from, to time.Time }

const day = 24 * time.Hour

func daysOf(from, to time.Time) span {
	from = from.UTC().Truncate(day)
	if end := to.UTC().Truncate(day); !end.Equal(to) || !end.After(from) {
		to = end.Add(day)
	}
	if !to.After(from) {
		to = from.Add(day)
	}
	return span{from, to.UTC()}
}

const utcTime = "20060102T150405Z"

// query asks for the events that touch the days, with all that recur into them
// (RFC 4791, section 7.8).
func (s span) query() string {
	return fmt.Sprintf(xmlHead+`<C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<prop><C:calendar-data/></prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
<C:time-range start="%s" end="%s"/>
</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`, s.from.Format(utcTime), s.to.Format(utcTime))
}

// token stands for the days and the state of the collection, or is empty if the
// server does not tell its state.
func (s span) token(p properties) string {
	state := p.CTag
	if state == "" {
		state = p.SyncToken
	}
	if state == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(state))
	return fmt.Sprintf("%s/%s/%x", s.from.Format(time.DateOnly), s.to.Format(time.DateOnly), sum[:16])
}
