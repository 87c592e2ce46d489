package ui

import (
	"errors"
	"fmt"
	"net/url"
)

// errNotOpened is returned for an address of a kind that is never handed to
// the operating system.
var errNotOpened = errors.New("only web pages, telephone numbers and e-mail addresses are opened")

// checkAddress lets through what may be handed to the operating system.
func checkAddress(address string) (*url.URL, error) {
	parsed, err := url.Parse(address)
	if err != nil {
		// The address itself stays out of the log.
		var reason *url.Error
		if errors.As(err, &reason) {
			err = reason.Err
		}
		return nil, fmt.Errorf("reading address: %w", err)
	}
	switch parsed.Scheme {
	case "https", "http":
		if parsed.Hostname() == "" || parsed.User != nil {
			return nil, errNotOpened
		}
	case "tel", "mailto":
		if parsed.Opaque == "" {
			return nil, errNotOpened
		}
	default:
		return nil, errNotOpened
	}
	return parsed, nil
}
