package link

import (
	"fmt"
	"net"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// UnknownError is an ErrUnknownService that names the host. However it is
// printed, the rest of the address stays out: it may be secret.
type UnknownError struct {
	// Host is where the link leads, as far as it can be told: at most 253 ASCII
	// characters, with the port where the link has one.
	Host string

	address string
}

// unknown makes the error for an address as it came.
func unknown(raw string) *UnknownError {
	e := &UnknownError{Host: shownHost(raw)}
	rest, _ := cutScheme(raw)
	u, err := url.Parse("https://" + rest)
	if err != nil || u.User != nil || tooLong(raw) || strings.ContainsAny(rest, "\\ \t") {
		return e
	}
	if host := asciiHost(u); host != "" && strings.EqualFold(host, e.Host) {
		e.address = "https://" + host + escapeUnsafe(rest[authorityEnd(rest):])
	}
	return e
}

// asciiHost is the host and port of an address as browsers look them up (RFC
// 5891), "" if they would not.
func asciiHost(u *url.URL) string {
	if !strings.ContainsFunc(u.Host, func(r rune) bool { return r > '~' }) {
		return u.Host
	}
	host, err := idna.Lookup.ToASCII(u.Hostname())
	switch {
	case err != nil:
		return ""
	case u.Port() == "":
		return host
	}
	return net.JoinHostPort(host, u.Port())
}

// Meeting is what the link leads to, for somebody who wants to open it all the
// same: the address as https, under the name of the host. Address is "" where
// the link hides where it leads.
func (e *UnknownError) Meeting() Meeting {
	return Meeting{Name: e.Host, Kind: Join, Address: e.address}
}

func (e *UnknownError) Error() string { return ErrUnknownService.Error() + " at " + e.Host }

// Unwrap returns ErrUnknownService.
func (e *UnknownError) Unwrap() error { return ErrUnknownService }

// Format writes Error whatever the verb, so that none shows the address.
func (e *UnknownError) Format(f fmt.State, _ rune) {
	_, _ = f.Write([]byte(e.Error())) // there is nobody to tell
}
