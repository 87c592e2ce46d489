package organisation

import (
	"net/url"
	"slices"
	"strings"
)

// The schemes of servers that help two computers to reach each other.
var (
	stunSchemes = []string{"stun", "stuns"} // RFC 7064
	turnSchemes = []string{"turn", "turns"} // RFC 7065
)

// checkSTUN accepts "stun:HOST" and "stun:HOST:PORT".
func checkSTUN(s string) error {
	query, err := checkICE(s, stunSchemes)
	if err == nil && query != "" {
		return ErrMalformedAddress
	}
	return err
}

// checkTURN accepts "turn:HOST", "turn:HOST:PORT", and behind either the
// transport to the server, "?transport=udp" or "?transport=tcp".
func checkTURN(s string) error {
	query, err := checkICE(s, turnSchemes)
	if err == nil && !slices.Contains([]string{"", "?transport=udp", "?transport=tcp"}, query) {
		return ErrMalformedAddress
	}
	return err
}

// checkICE accepts a scheme, a host and a port, and returns what stands behind
// them from the question mark on.
func checkICE(s string, schemes []string) (string, error) {
	if err := checkScheme(s, schemes...); err != nil {
		return "", err
	}
	if strings.ContainsFunc(s, outsideURI) {
		return "", ErrBadCharacter
	}
	_, rest, _ := strings.Cut(s, ":")
	u, query := hostOf(rest)
	switch {
	case strings.Contains(rest, "@"):
		return "", ErrCredentials
	case u == nil:
		return "", ErrMalformedAddress
	}
	return query, checkHost(u)
}

// hostOf takes apart what stands behind the scheme. The URL has nothing but a
// host and a port, and is nil if there is anything else.
func hostOf(rest string) (u *url.URL, query string) {
	host := rest
	if i := strings.IndexByte(rest, '?'); i >= 0 {
		host, query = rest[:i], rest[i:]
	}
	if strings.ContainsAny(host, "/#%@") {
		return nil, ""
	}
	u, err := url.Parse("//" + host)
	if err != nil || u.Host == "" {
		return nil, ""
	}
	return u, query
}

// normaliseICE brings an address that somebody typed to the form that checkSTUN
// and checkTURN want; scheme is put in front where there is none.
func normaliseICE(s, scheme string) string {
	s = strings.TrimSpace(compose(s))
	before, rest, found := strings.Cut(s, ":")
	lower := strings.ToLower(before)
	switch {
	case slices.Contains(stunSchemes, lower), slices.Contains(turnSchemes, lower):
		scheme = lower
	case found && !strings.Contains(before, "."), !strings.Contains(s, "."):
		return s
	default:
		rest = s
	}
	u, query := hostOf(strings.TrimPrefix(rest, "//"))
	if u == nil {
		return s
	}
	return scheme + ":" + normaliseHost(u) + query
}
