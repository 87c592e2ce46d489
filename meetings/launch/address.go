package launch

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"hjemmekontor/meetings/link"
)

// maxAddress is the longest address in bytes that is handed over. It leaves
// room for what escaping adds to the longest address of a meeting.
const maxAddress = 2 * link.MaxAddress

// checked returns an address as the system may have it, and its scheme in
// lower case. It is ErrNotAllowed unless the scheme is https or one of
// link.AppSchemes and every character is one that no shell, registry command
// or desktop file gives a meaning to. What is merely not allowed in a URI
// (RFC 3986, 2) is escaped, since invitations have such characters in them.
func checked(raw string) (address, scheme string, err error) {
	address = escape(raw)
	if len(address) > maxAddress {
		return "", "", fmt.Errorf("%w: it is too long", ErrNotAllowed)
	}
	if strings.ContainsFunc(address, notAllowed) {
		return "", "", fmt.Errorf("%w: a character is not allowed", ErrNotAllowed)
	}
	parsed, err := url.Parse(address)
	if err != nil { // and the error has the address in it
		return "", "", fmt.Errorf("%w: it is malformed", ErrNotAllowed)
	}
	switch {
	case parsed.User != nil:
		return "", "", fmt.Errorf("%w: it has a user in it", ErrNotAllowed)
	case slices.Contains(link.AppSchemes(), parsed.Scheme):
	case parsed.Scheme != "https" || parsed.Hostname() == "":
		return "", "", fmt.Errorf("%w: it is neither a web page's nor an app's", ErrNotAllowed)
	}
	return address, parsed.Scheme, nil
}

func notAllowed(r rune) bool {
	return r <= ' ' || r > '~' || strings.ContainsRune("\"'\\`<>^{|}", r)
}

// escape percent-encodes what people's programs put in addresses as it is, as
// Teams does with the braces and quotes of its context.
func escape(s string) string { return escaper.Replace(s) }

var escaper = strings.NewReplacer(
	`"`, "%22", "'", "%27", "`", "%60", "<", "%3C", ">", "%3E", "^", "%5E", "{", "%7B", "|", "%7C", "}", "%7D")
