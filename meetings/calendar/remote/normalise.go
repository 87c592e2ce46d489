package remote

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// maxAddress bounds an address, in bytes.
const maxAddress = 4096

// Normalise returns the https address that somebody has typed or pasted: a host
// alone, a link with webcal://, or the address of a page of Outlook or Nextcloud
// next to which the calendar itself lies. The error is ErrMalformed, ErrNotHTTPS,
// ErrUserInfo or ErrPageAddress.
func Normalise(typed string) (string, error) {
	u, err := parseTyped(typed)
	if err != nil {
		return "", err
	}
	if err := toCalendar(u); err != nil {
		return "", err
	}
	if len(u.String()) > maxAddress {
		return "", ErrMalformed
	}
	return u.String(), nil
}

// parseTyped is Normalise without what the services have of their own.
func parseTyped(typed string) (*url.URL, error) {
	if len(typed) > maxAddress {
		return nil, ErrMalformed
	}
	text, err := toHTTPS(unwrap(typed))
	if err != nil {
		return nil, err
	}
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return nil, ErrMalformed
	case u.User != nil:
		return nil, ErrUserInfo
	}
	if u.Host, err = normaliseHost(u); err != nil {
		return nil, err
	}
	return u, nil
}

// unwrap takes away what mail programs put around and into an address, and the
// place on a page behind a number sign.
func unwrap(typed string) string {
	var b strings.Builder
	for line := range strings.Lines(typed) {
		b.WriteString(strings.TrimSpace(line))
	}
	text, _, _ := strings.Cut(b.String(), "#")
	return strings.TrimFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("<>\"'«»\u200b\u200c\u200d\u2060\ufeff", r)
	})
}

// toHTTPS gives an address the scheme https in place of those which stand for
// it, or of none.
func toHTTPS(text string) (string, error) {
	scheme, rest, found := strings.Cut(text, "://")
	if !found {
		host, port, _ := strings.Cut(text, ":")
		if port != "" && !strings.ContainsAny(host, "[/@?#.") && (port[0] < '0' || port[0] > '9') {
			return "", ErrNotHTTPS // mailto:, javascript: and the like
		}
		return "https://" + text, nil
	}
	switch strings.ToLower(scheme) {
	case "https", "webcal", "webcals", "caldavs":
		return "https://" + rest, nil
	}
	if strings.ContainsAny(scheme, "/?#@ ") {
		return "https://" + text, nil // the "://" belongs to a query
	}
	return "", ErrNotHTTPS
}

// normaliseHost returns host and port as they are compared: in lower case and
// ASCII, without the port that goes without saying.
func normaliseHost(u *url.URL) (string, error) {
	host := hostOf(u)
	addr, err := netip.ParseAddr(host)
	switch {
	case err == nil && addr.Zone() != "":
		return "", ErrMalformed
	case err == nil && addr.Is6():
		host = "[" + addr.String() + "]"
	case err != nil:
		if host, err = idna.Lookup.ToASCII(host); err != nil || !isName(host) {
			return "", ErrMalformed
		}
	}
	port := u.Port()
	if port == "" || port == "443" {
		return host, nil
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 || port[0] == '0' {
		return "", ErrMalformed
	}
	return host + ":" + port, nil
}

// hostOf is the host as it is compared.
func hostOf(u *url.URL) string { return strings.TrimSuffix(strings.ToLower(u.Hostname()), ".") }

// isName reports whether a name in ASCII can be that of a host. Numbers alone
// are what some resolvers take for an address (0x7f.1).
func isName(host string) bool {
	labels := strings.Split(host, ".")
	last := labels[len(labels)-1]
	if len(host) > 253 || last == "" || last[0] >= '0' && last[0] <= '9' {
		return false
	}
	for _, label := range labels {
		if label == "" || len(label) > 63 || strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
			return false
		}
	}
	return true
}
