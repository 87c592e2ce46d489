package link

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"
)

// Secret tells whether the address carries a passcode or a key, or may: any
// parameter that is not known to be harmless counts. So does the code of our
// own invitations.
func (m Meeting) Secret() bool {
	a, ok := split(m.Address)
	if !ok {
		return m.Invite != nil || m.Address != ""
	}
	return a.String() != m.public(a).String()
}

// Public is the address without anything secret, which may be kept and shown
// in the clear. It may not be enough to join, and two meetings may have the
// same. For our own invitations it says no more than that it is one.
func (m Meeting) Public() string {
	a, ok := split(m.Address)
	switch {
	case ok:
		return m.public(a).String()
	case m.Invite != nil:
		return Scheme + ":call"
	}
	return ""
}

// Distinct tells whether no other meeting has the same Public address. Where a
// service names its meetings by nothing but a key, all have.
func (m Meeting) Distinct() bool {
	whole, ok := m.match()
	a, there := split(m.Public())
	if !ok || !there {
		return false
	}
	part, err := known().match(a)
	return part.route == whole.route && (err == nil || part.groups["number"] != "")
}

// public leaves of an address only what is declared to be no secret. Of what a
// service that is not known puts into its addresses, nothing but the host is.
func (m Meeting) public(a address) address {
	s := known().service(m.Service)
	if s == nil {
		return address{host: a.host, path: "/"}
	}
	open := slices.Concat(known().harmless, s.Public)
	var kept []string
	for pair := range strings.SplitSeq(a.query, "&") {
		if key, _, _ := strings.Cut(pair, "="); slices.Contains(open, key) {
			kept = append(kept, pair)
		}
	}
	a.query = strings.Join(kept, "&")
	if !slices.Contains(open, a.fragment) {
		a.fragment = ""
	}
	return a
}

// String names the service, the kind and the public address.
func (m Meeting) String() string {
	return fmt.Sprintf("%s %s <%s>", m.Service, m.Kind, m.Public())
}

// GoString is String, so that %#v shows no more.
func (m Meeting) GoString() string { return "link.Meeting(" + m.String() + ")" }

// Format writes String whatever the verb, so that none shows more.
func (m Meeting) Format(f fmt.State, verb rune) {
	text := m.String()
	if verb == 'v' && f.Flag('#') {
		text = m.GoString()
	}
	_, _ = f.Write([]byte(text)) // there is nobody to tell
}

// MarshalText is String, so that JSON has no more.
func (m Meeting) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// LogValue is what a log gets to see.
func (m Meeting) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("service", m.Service), slog.String("kind", string(m.Kind)), slog.String("address", m.Public()))
}
