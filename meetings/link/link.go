package link

import (
	"errors"
	"net/netip"
	"strings"
)

// Scheme is the URL scheme the app registers with the operating system.
const Scheme = "hjemmekontor"

// Limits on what Parse reads.
const (
	// MaxText is the longest text, in bytes, in which an invitation is looked for.
	MaxText = 16 << 10
	// MaxLink is the longest link, in bytes.
	MaxLink = 2048
	// MaxAddresses is the largest number of addresses in a link.
	MaxAddresses = 16
)

var (
	// ErrNotOurs says that the text holds no invitation of ours: another kind
	// of link, or no link at all.
	ErrNotOurs = errors.New("not a Hjemmekontor invitation")
	// ErrMalformed says that the text is an invitation of ours that is cut,
	// damaged or out of bounds.
	ErrMalformed = errors.New("malformed Hjemmekontor invitation")
)

// Invite is what one person gives another so that they can meet in a call.
type Invite struct {
	// Code is the code to say aloud: nameplate and words, such as
	// 7-fjord-brunost. It is a secret until it has been used.
	Code string
	// Addresses are where the inviting machine serves the mailbox itself,
	// the most likely to be reachable first.
	Addresses []netip.AddrPort
	// Mailbox is the ws or wss URL of a mailbox elsewhere; "" if there is none.
	Mailbox string
}

// String returns the invitation as a link.
func (i Invite) String() string {
	var b strings.Builder
	b.WriteString(Scheme + ":call/" + i.Code)
	separator := byte('?')
	add := func(key, value string) {
		b.WriteByte(separator)
		b.WriteString(key + "=" + value)
		separator = '&'
	}
	if i.Mailbox != "" {
		add("mailbox", escape(i.Mailbox))
	}
	for _, a := range i.Addresses {
		add("at", a.String())
	}
	return b.String()
}

// escape hides in a URL the characters that would end a parameter; the rest
// is left legible.
func escape(s string) string {
	return strings.NewReplacer("%", "%25", "&", "%26", "#", "%23", "+", "%2B", " ", "%20").Replace(s)
}

// MailboxURLs returns where the mailbox may be, as WebSocket URLs in the order
// in which they are worth trying. It is empty for a code alone.
func (i Invite) MailboxURLs() []string {
	urls := make([]string, 0, len(i.Addresses)+1)
	if i.Mailbox != "" {
		urls = append(urls, i.Mailbox)
	}
	for _, a := range i.Addresses {
		urls = append(urls, "ws://"+a.String()+mailboxPath)
	}
	return urls
}
