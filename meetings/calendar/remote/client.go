package remote

import (
	"context"
	"crypto/x509"
	"net"
	"net/netip"
	"time"
)

// Limits on a call.
const (
	// CallTime is how long a call may take in all, with everything it asks.
	CallTime = 60 * time.Second
	// MaxBody bounds an answer, in bytes after unpacking.
	MaxBody = 20 << 20
	// maxPropfind bounds answers that list properties.
	maxPropfind = 2 << 20
	// maxHeader bounds the head of an answer, in bytes.
	maxHeader = 64 << 10
	// maxRedirects is how many times a server may send us elsewhere.
	maxRedirects = 5
	// connectTime is how long one of a server's addresses may take to connect.
	connectTime = 10 * time.Second
	// maxAddresses bounds how many of a server's addresses are tried.
	maxAddresses = 8
)

// userAgent is all that servers are told about who is asking.
const userAgent = "Hjemmekontor"

// Resolver finds the addresses of a host, as [net.Resolver] does.
type Resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// Config holds what tests replace. The zero value is for everybody else.
type Config struct {
	// Roots are the authorities to trust; nil for those of the system.
	Roots *x509.CertPool
	// Resolver is asked for addresses; nil for that of the system.
	Resolver Resolver
	// Dial connects to an address that has been judged; nil for a [net.Dialer].
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

// Client fetches calendars. It keeps nothing from one call to the next, neither
// connections nor goroutines, and may be used by several goroutines.
type Client struct{ config Config }

// NewClient returns a client.
func NewClient(config Config) *Client {
	if config.Resolver == nil {
		config.Resolver = net.DefaultResolver
	}
	if config.Dial == nil {
		config.Dial = new(net.Dialer).DialContext
	}
	return &Client{config: config}
}
