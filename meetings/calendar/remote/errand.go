package remote

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"time"
)

// errand is one call to a Client: where it set out to, in whose name, and with
// which connections.
type errand struct {
	op             string
	typed          *url.URL
	user, password string
	line           *line
	transport      *http.Transport

	caller context.Context // that of the caller
	ctx    context.Context // ends with the errand
	cancel context.CancelFunc
	dials  sync.WaitGroup
	late   time.Duration // the last RetryAfter
}

// begin sets out to an address that parseTyped has returned. The errand is to be
// ended with close.
func (c *Client) begin(ctx context.Context, op string, typed *url.URL, user, password string) *errand {
	e := &errand{
		op: op, typed: typed, user: user, password: password, caller: ctx,
		line: &line{config: c.config, home: typed.Hostname(), resolved: map[string][]netip.Addr{}},
	}
	e.ctx, e.cancel = context.WithTimeout(ctx, CallTime)
	e.transport = &http.Transport{
		DialTLSContext:         e.dial,
		DialContext:            func(context.Context, string, string) (net.Conn, error) { return nil, ErrNotHTTPS },
		MaxResponseHeaderBytes: maxHeader,
		Protocols:              new(http.Protocols),
	}
	e.transport.Protocols.SetHTTP1(true)
	return e
}

// dial ends with the errand, whatever the transport thinks of it.
func (e *errand) dial(_ context.Context, network, address string) (net.Conn, error) {
	e.dials.Add(1)
	defer e.dials.Done()
	return e.line.dial(e.ctx, network, address)
}

// close leaves no connection and no goroutine behind.
func (e *errand) close() {
	e.cancel()
	e.dials.Wait()
	e.transport.CloseIdleConnections()
}
