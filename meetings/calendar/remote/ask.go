package remote

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
)

// question is a request, which stays the same however often we are sent on.
type question struct {
	method string
	body   []byte
	header http.Header
}

// reply is what came of a question: the answer of the last server.
type reply struct {
	status int
	header http.Header
	body   []byte
	from   *url.URL
}

// ask puts a question to a server, and to those to which it sends us on. Any
// answer but those of the status codes that are welcome is an error. It does not
// use http.Client, which would quote addresses in its errors and change the
// method on the way.
func (e *errand) ask(q question, to *url.URL, limit int64, welcome ...int) (reply, error) {
	for range 1 + maxRedirects {
		response, credentials, err := e.send(q, to)
		if err != nil {
			return reply{}, e.trouble(err)
		}
		if isRedirect(response.StatusCode) {
			_ = response.Body.Close()
			if to, err = onward(response); err != nil {
				return reply{}, e.fail(ErrRedirected, "")
			}
			continue
		}
		return e.hear(response, limit, welcome, credentials)
	}
	return reply{}, e.fail(ErrRedirected, "too often")
}

// send puts the question to one server, and tells whether it got user and
// password.
func (e *errand) send(q question, to *url.URL) (*http.Response, bool, error) {
	request, err := http.NewRequestWithContext(e.ctx, q.method, to.String(), bytes.NewReader(q.body))
	if err != nil {
		return nil, false, ErrMalformed
	}
	for name, values := range q.header {
		request.Header[name] = values
	}
	request.Header.Set("User-Agent", userAgent)
	credentials := e.user != "" && sameSite(e.typed, to)
	if credentials {
		request.SetBasicAuth(e.user, e.password)
	}
	response, err := e.transport.RoundTrip(request)
	return response, credentials, err
}

// hear reads an answer to its end.
func (e *errand) hear(response *http.Response, limit int64, welcome []int, credentials bool) (reply, error) {
	defer func() { _ = response.Body.Close() }()
	e.late = retryAfter(response.Header, time.Now())
	if !slices.Contains(welcome, response.StatusCode) {
		return reply{}, e.unwelcome(response, credentials)
	}
	if response.ContentLength > limit {
		return reply{}, e.fail(ErrTooLarge, "")
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	switch {
	case int64(len(body)) > limit:
		return reply{}, e.fail(ErrTooLarge, "")
	case err != nil:
		return reply{}, e.trouble(err)
	}
	return reply{response.StatusCode, response.Header, body, response.Request.URL}, nil
}

// unwelcome is the error for an answer that gives nothing.
func (e *errand) unwelcome(response *http.Response, credentials bool) error {
	reason := reasonOf(response.StatusCode)
	if response.StatusCode == http.StatusUnauthorized {
		switch {
		case e.user != "" && wantsOAuth(response.Header):
			reason = ErrNeedsOAuth
		case e.user != "" && !credentials:
			reason = ErrRedirected
		}
	}
	failure := e.fail(reason, "")
	failure.Status = response.StatusCode
	return failure
}

func reasonOf(status int) error {
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden:
		return ErrRefused
	case http.StatusNotFound, http.StatusGone:
		return ErrNotFound
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return ErrBusy
	case http.StatusMethodNotAllowed, http.StatusNotImplemented:
		return ErrNotCalendar // knows no PROPFIND, hence no CalDAV
	}
	if status/100 == 2 {
		return ErrNotCalendar
	}
	return ErrServer
}

// wantsOAuth reports whether a server offers a token (RFC 6750) as a way to log
// in, and no password.
func wantsOAuth(header http.Header) bool {
	challenges := strings.Join(header.Values("WWW-Authenticate"), ", ")
	return tokenScheme.MatchString(challenges) && !passwordScheme.MatchString(challenges)
}

var (
	tokenScheme    = regexp.MustCompile(`(?i)\b(bearer|googlelogin|authsub|oauth)\b`)
	passwordScheme = regexp.MustCompile(`(?i)\b(basic|digest)\b`)
)

func isRedirect(status int) bool {
	return slices.Contains([]int{
		http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect,
	}, status)
}

// onward is where an answer sends us.
func onward(response *http.Response) (*url.URL, error) {
	u, err := response.Location()
	if err != nil {
		return nil, ErrRedirected
	}
	return u, tidy(u)
}

// tidy writes the host of an address that a server has named as Normalise does,
// and returns ErrRedirected for one to which a server may not send us.
func tidy(u *url.URL) error {
	host, err := normaliseHost(u)
	if err != nil || u.Scheme != "https" || u.User != nil || len(u.String()) > maxAddress {
		return ErrRedirected
	}
	u.Host, u.Fragment, u.RawFragment = host, "", ""
	return nil
}
