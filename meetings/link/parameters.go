package link

import (
	"fmt"
	"net/netip"
	"net/url"
	"strings"
	"unicode"
)

// mailboxPath ends the URL of every magic-wormhole mailbox.
const mailboxPath = "/v1"

// setAddresses takes the parameters "at", each an IP address and a port.
func (i *Invite) setAddresses(values []string) error {
	if len(values) > MaxAddresses {
		return fmt.Errorf("%d addresses: %w", len(values), ErrMalformed)
	}
	for _, value := range values {
		a, err := netip.ParseAddrPort(value)
		ip := a.Addr()
		if err != nil || a.Port() == 0 || ip.Zone() != "" || ip.IsUnspecified() || ip.IsMulticast() {
			return fmt.Errorf("address: %w", ErrMalformed)
		}
		i.Addresses = append(i.Addresses, netip.AddrPortFrom(ip.Unmap(), a.Port()))
	}
	return nil
}

// setMailbox takes the parameter "mailbox", of which there may be one.
func (i *Invite) setMailbox(values []string) error {
	if len(values) == 0 {
		return nil
	}
	if len(values) > 1 {
		return fmt.Errorf("%d mailboxes: %w", len(values), ErrMalformed)
	}
	if err := CheckMailbox(values[0]); err != nil {
		return err
	}
	i.Mailbox = values[0]
	return nil
}

// CheckMailbox returns an ErrMalformed unless s is the URL of a mailbox as a
// link may carry it: ws or wss, a host, no credentials, query or fragment, and
// the path /v1 last.
func CheckMailbox(s string) error {
	u, err := url.Parse(s)
	switch {
	case err != nil, u.Scheme != "ws" && u.Scheme != "wss", u.Hostname() == "", u.User != nil,
		u.RawQuery != "" || u.ForceQuery, strings.Contains(s, "#"), !strings.HasSuffix(u.Path, mailboxPath),
		strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }):
		return fmt.Errorf("mailbox address: %w", ErrMalformed)
	}
	return nil
}
