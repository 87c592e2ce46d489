package remote

import (
	"net/netip"
	"net/url"

	"golang.org/x/net/publicsuffix"
)

// sameSite reports whether what was meant for one address may be told to the
// other: over https, on the same port, and to the same host or another of those
// who have registered the domain (caldav.icloud.com sends its users on to
// p42-caldav.icloud.com). Where everybody may register a name below a domain,
// as with dynamic DNS, it is told apart by the Public Suffix List.
func sameSite(typed, other *url.URL) bool {
	if typed.Scheme != "https" || other.Scheme != "https" || portOf(typed) != portOf(other) {
		return false
	}
	a, b := hostOf(typed), hostOf(other)
	if a == b {
		return true
	}
	siteA, siteB := siteOf(a), siteOf(b)
	return siteA != "" && siteA == siteB
}

// siteOf is the registered domain of a host, empty for an address and for a
// name that nobody has registered.
func siteOf(host string) string {
	if _, err := netip.ParseAddr(host); err == nil {
		return ""
	}
	site, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return ""
	}
	return site
}

func portOf(u *url.URL) string {
	if port := u.Port(); port != "" {
		return port
	}
	return "443"
}
