package link

import (
	"strings"

	"golang.org/x/net/idna"
)

// maxHost is the longest host name, in bytes (RFC 1035, 2.3.4).
const maxHost = 253

// address is an https address in its parts, each as it came but for the host,
// which is in lower case, and for what cannot stand in an address, which is
// percent-encoded.
type address struct {
	host     string
	path     string // "" or begins with a slash
	query    string // without the question mark
	fragment string // without the number sign
}

// split takes an http or https address apart. It is false unless the host is
// nothing but a name: with a user, a port, a backslash or anything that is not
// ASCII, what a browser makes of it may not be what a person reads.
func split(raw string) (address, bool) {
	rest, ok := cutScheme(raw)
	if !ok || tooLong(raw) {
		return address{}, false
	}
	end := authorityEnd(rest)
	a := address{host: strings.ToLower(rest[:end])}
	if !isHost(a.host) {
		return address{}, false
	}
	rest, a.fragment, _ = strings.Cut(escapeUnsafe(rest[end:]), "#")
	a.path, a.query, _ = strings.Cut(rest, "?")
	return a, true
}

// tooLong tells whether an address is longer than MaxAddress, or would be with
// what cannot stand in it percent-encoded.
func tooLong(raw string) bool {
	return len(raw) > MaxAddress || len(escapeUnsafe(raw)) > MaxAddress
}

// cutScheme returns what stands behind http:// or https://.
func cutScheme(raw string) (string, bool) {
	for _, scheme := range []string{"https://", "http://"} {
		if len(raw) >= len(scheme) && strings.EqualFold(raw[:len(scheme)], scheme) {
			return raw[len(scheme):], true
		}
	}
	return "", false
}

// authorityEnd returns where the host ends in what stands behind "//".
func authorityEnd(rest string) int {
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		return end
	}
	return len(rest)
}

// isHost tells whether s is a host name in lower case, of two labels or more.
func isHost(s string) bool {
	if len(s) > maxHost || !strings.Contains(s, ".") {
		return false
	}
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || label[0] == '-' || label[len(label)-1] == '-' || strings.ContainsFunc(label, notInLabel) {
			return false
		}
	}
	return true
}

func notInLabel(r rune) bool {
	return (r < 'a' || 'z' < r) && (r < '0' || '9' < r) && r != '-'
}

// shownHost is what to call the place that an address leads to, whether or not
// it is a host name: the part that a browser would go by, letters that only
// look like others in the form that gives them away (RFC 3492).
func shownHost(raw string) string {
	rest, _ := cutScheme(raw)
	rest = rest[:authorityEnd(rest)]
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	if ascii, err := idna.Punycode.ToASCII(rest[:min(len(rest), maxHost)]); err == nil {
		rest = ascii
	}
	shown := strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' {
			return -1
		}
		return r
	}, rest)
	return shown[:min(len(shown), maxHost)]
}

// escapeUnsafe percent-encodes what cannot stand in an address (RFC 3986, 2):
// programs that show people a room's name leave its letters as they are.
func escapeUnsafe(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// String puts the address together again, as https.
func (a address) String() string {
	s := "https://" + a.host + a.path
	if a.query != "" {
		s += "?" + a.query
	}
	if a.fragment != "" {
		s += "#" + a.fragment
	}
	return s
}

// parameter returns the value of a parameter as it came; false if there is
// none or it is empty.
func (a address) parameter(name string) (string, bool) {
	for pair := range strings.SplitSeq(a.query, "&") {
		if key, value, _ := strings.Cut(pair, "="); key == name && value != "" {
			return value, true
		}
	}
	return "", false
}
