package remote

import (
	"context"
	"crypto/tls"
	"net"
	"net/netip"
	"slices"
	"sync"
)

// line makes the connections of one call. A name is resolved once in a call,
// and connected to at the addresses that were judged then.
type line struct {
	config Config
	home   string // the host that was typed, first to be connected to

	mu       sync.Mutex
	resolved map[string][]netip.Addr
	own      bool // home lies within the user's own net
}

// reached reports whether an address of the host was found to be allowed.
func (l *line) reached(host string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.resolved[host]) > 0
}

// dial returns a connection to "host:port" on which the server has proved that
// it is that host. The errors are dialError or from crypto/tls.
func (l *line) dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, dialError{ErrMalformed, ""}
	}
	addrs, err := l.addresses(ctx, host)
	if err != nil {
		return nil, err
	}
	conn, err := l.connect(ctx, network, addrs, port)
	if err != nil {
		return nil, err
	}
	secure := tls.Client(conn, &tls.Config{RootCAs: l.config.Roots, ServerName: host, MinVersion: tls.VersionTLS12})
	if err := secure.HandshakeContext(ctx); err != nil {
		_ = conn.Close()
		return nil, err
	}
	return secure, nil
}

// connect tries the addresses one after the other.
func (l *line) connect(ctx context.Context, network string, addrs []netip.Addr, port string) (net.Conn, error) {
	for _, addr := range addrs {
		one, cancel := context.WithTimeout(ctx, connectTime)
		conn, err := l.config.Dial(one, network, net.JoinHostPort(addr.String(), port))
		cancel()
		if err == nil {
			// No connection outlives the call, nor waits to say goodbye.
			context.AfterFunc(ctx, func() { _ = conn.Close() })
			return conn, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return nil, dialError{ErrUnreachable, "no connection"}
}

// addresses returns those of the host to which we may connect.
func (l *line) addresses(ctx context.Context, host string) ([]netip.Addr, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if addrs, ok := l.resolved[host]; ok {
		return judged(addrs)
	}
	addrs, err := l.lookup(ctx, host)
	if err != nil {
		return nil, err
	}
	if host == l.home {
		l.own = !slices.ContainsFunc(addrs, func(a netip.Addr) bool { return reachOf(a) == public })
	}
	addrs = slices.DeleteFunc(addrs, func(a netip.Addr) bool {
		at := reachOf(a)
		return at == barred || at == private && !l.own
	})
	l.resolved[host] = addrs
	return judged(addrs)
}

func judged(addrs []netip.Addr) ([]netip.Addr, error) {
	if len(addrs) == 0 {
		return nil, dialError{ErrPrivate, ""}
	}
	return addrs[:min(len(addrs), maxAddresses)], nil
}

func (l *line) lookup(ctx context.Context, host string) ([]netip.Addr, error) {
	if addr, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{addr.Unmap()}, nil
	}
	addrs, err := l.config.Resolver.LookupNetIP(ctx, "ip", host)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil || len(addrs) == 0:
		return nil, dialError{ErrUnreachable, "no such host"}
	}
	addrs = slices.Clone(addrs)
	for i := range addrs {
		addrs[i] = addrs[i].Unmap()
	}
	return addrs, nil
}

// dialError says in our own words why there is no connection.
type dialError struct {
	reason error
	detail string
}

func (e dialError) Error() string { return e.reason.Error() }
func (e dialError) Unwrap() error { return e.reason }
