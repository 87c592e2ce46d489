package mailbox

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"sync/atomic"
	"testing"
)

// pipeNetwork is a network in memory, so that time in a test can be synctest's.
// It can be broken, silently or not, and its server replaced.
type pipeNetwork struct {
	mu     sync.Mutex
	conns  chan net.Conn // to the server that is up; nil when none is
	links  []*pipeEnd
	server *Server
	web    *http.Server
	dials  int
}

// start brings up a server that knows nothing yet. It must be stopped before
// the bubble of a synctest ends.
func (n *pipeNetwork) start(t *testing.T, limits Limits) {
	t.Helper()
	n.mu.Lock()
	defer n.mu.Unlock()
	n.conns = make(chan net.Conn)
	n.server = NewServer(limits)
	web := &http.Server{Handler: n.server}
	n.web = web
	listener := &pipeListener{conns: n.conns, closed: make(chan struct{})}
	go func() { _ = web.Serve(listener) }() // ends when the server is stopped
}

// stop takes the server down; dialling then fails.
func (n *pipeNetwork) stop() {
	n.mu.Lock()
	server, web := n.server, n.web
	n.conns, n.server, n.web = nil, nil, nil
	n.mu.Unlock()
	n.cut()
	if server != nil {
		server.Close()
		web.Close()
	}
}

// cut breaks every connection.
func (n *pipeNetwork) cut() {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, link := range n.links {
		link.Close()
	}
	n.links = nil
}

// stall lets every connection swallow what is written, in both directions.
func (n *pipeNetwork) stall() {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, link := range n.links {
		link.stalled.Store(true)
	}
}

func (n *pipeNetwork) dialled() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.dials
}

// config is for a client at an address of this network.
func (n *pipeNetwork) config(address string) Config {
	from := net.TCPAddrFromAddrPort(netip.AddrPortFrom(netip.MustParseAddr(address), 40000))
	return Config{URL: "ws://mailbox.test", dialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		n.mu.Lock()
		n.dials++
		conns := n.conns
		n.mu.Unlock()
		if conns == nil {
			return nil, errors.New("connection refused")
		}
		near, far := net.Pipe()
		stalled := new(atomic.Bool)
		client, server := &pipeEnd{Conn: near, stalled: stalled}, &pipeEnd{Conn: far, stalled: stalled, remote: from}
		select {
		case conns <- server:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		n.mu.Lock()
		defer n.mu.Unlock()
		n.links = append(n.links, client)
		return client, nil
	}}
}

// pipeEnd is a net.Pipe that has a remote address and can stall.
type pipeEnd struct {
	net.Conn
	remote  net.Addr
	stalled *atomic.Bool
}

func (e *pipeEnd) Write(b []byte) (int, error) {
	if e.stalled.Load() {
		return len(b), nil
	}
	return e.Conn.Write(b)
}

func (e *pipeEnd) RemoteAddr() net.Addr {
	if e.remote != nil {
		return e.remote
	}
	return e.Conn.RemoteAddr()
}

type pipeListener struct {
	conns  chan net.Conn
	once   sync.Once
	closed chan struct{}
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case conn := <-l.conns:
		return conn, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *pipeListener) Addr() net.Addr { return &net.TCPAddr{} }
