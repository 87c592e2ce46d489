package organisation

import (
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// addressKind is what an address in one of the fields may look like.
type addressKind struct {
	scheme string
	query  bool // behind a question mark
	anchor bool // behind a number sign
}

var (
	// roomLink may carry a room's settings or key in either place.
	roomLink = addressKind{scheme: "https", query: true, anchor: true}
	// download may carry what gives access to a shared file.
	download      = addressKind{scheme: "https", query: true}
	serverAddress = addressKind{scheme: "https"}
	mailboxServer = addressKind{scheme: "wss"}
)

// check accepts an absolute address in ASCII (RFC 3986) with nothing in it
// that two programs could read differently.
func (k addressKind) check(s string) error {
	if err := checkScheme(s, k.scheme); err != nil {
		return err
	}
	if strings.ContainsFunc(s, outsideURI) {
		return ErrBadCharacter
	}
	u, err := url.Parse(s)
	switch {
	case err != nil, u.Opaque != "", u.Host == "":
		return ErrMalformedAddress
	case u.User != nil:
		return ErrCredentials
	case !k.query && strings.Contains(s, "?"), !k.anchor && strings.Contains(s, "#"):
		return ErrMalformedAddress
	}
	if _, err := url.QueryUnescape(u.RawQuery); err != nil {
		return ErrMalformedAddress
	}
	return checkHost(u)
}

// checkMailbox accepts the address of a magic-wormhole mailbox, which always
// ends in /v1.
func checkMailbox(s string) error {
	if err := mailboxServer.check(s); err != nil {
		return err
	}
	if !strings.HasSuffix(s, mailboxPath) {
		return ErrMalformedAddress
	}
	return nil
}

const mailboxPath = "/v1"

// checkScheme accepts an address of a scheme in small letters, and of bearable
// length.
func checkScheme(s string, schemes ...string) error {
	if len(s) > MaxAddress {
		return ErrTooLong
	}
	scheme, _, found := strings.Cut(s, ":")
	if !found {
		return ErrMalformedAddress
	}
	for _, allowed := range schemes {
		if scheme == allowed {
			return nil
		}
	}
	return ErrWrongScheme
}

// outsideURI reports whether r may not stand in an address as it is (RFC 3986,
// appendix A).
func outsideURI(r rune) bool {
	return r <= ' ' || r >= 0x7f || strings.ContainsRune("\"<>\\^`{|}", r)
}

// hosts brings international names to the form in which they are looked up
// (UTS 46). A hyphen is left where content networks put it.
var hosts = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.StrictDomainName(true),
	idna.CheckHyphens(false), idna.VerifyDNSLength(true))

// checkHost accepts a name in its ASCII form or an IP address, and a port.
func checkHost(u *url.URL) error {
	if strings.HasSuffix(u.Host, ":") {
		return ErrMalformedAddress
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 || port[0] == '0' {
			return ErrMalformedAddress
		}
	}
	host := u.Hostname()
	if ip, err := netip.ParseAddr(host); err == nil {
		if ip.Zone() != "" || ip.IsUnspecified() || ip.IsMulticast() || ip.String() != host {
			return ErrMalformedAddress
		}
		return nil
	}
	ascii, err := hosts.ToASCII(host)
	switch {
	case err != nil, ascii != host, strings.HasPrefix(u.Host, "["), strings.HasSuffix(host, "."), looksNumeric.MatchString(host):
		return ErrMalformedAddress
	}
	return nil
}

// looksNumeric matches names that some programs take for an IP address written
// unusually (WHATWG URL, "ends in a number").
var looksNumeric = regexp.MustCompile(`(^|\.)([0-9]+|0x[0-9a-f]*)$`)

// normaliseAddress brings what somebody typed or pasted to the form that check
// wants: the scheme in front, the host in small letters and ASCII, and all
// that may not stand in an address percent-encoded.
func normaliseAddress(s, scheme string) string {
	s = strings.TrimSpace(compose(s))
	full := s
	host, _, _ := strings.Cut(s, ":")
	if !strings.Contains(s, "://") && strings.Contains(host, ".") {
		full = scheme + "://" + s
	}
	u, err := url.Parse(full)
	if err != nil || u.Host == "" {
		return s
	}
	u.Host = normaliseHost(u)
	return escape(u.String())
}

// normaliseMailbox also adds the path, which people forget.
func normaliseMailbox(s string) string {
	s = normaliseAddress(s, mailboxServer.scheme)
	if u, err := url.Parse(s); err == nil && u.Host != "" && strings.Trim(u.Path, "/") == "" && !strings.ContainsAny(s, "?#") {
		u.Path = mailboxPath
		return u.String()
	}
	return s
}

// normaliseHost returns the host and port of u; a host that it cannot make
// sense of is left as it was.
func normaliseHost(u *url.URL) string {
	host := u.Hostname()
	if ip, err := netip.ParseAddr(host); err == nil {
		host = ip.String()
	} else if ascii, err := hosts.ToASCII(host); err == nil {
		host = ascii
	} else {
		return u.Host
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port := u.Port(); port != "" {
		host += ":" + port
	}
	return host
}

// escape percent-encodes what may not stand in an address.
func escape(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; outsideURI(rune(c)) {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
