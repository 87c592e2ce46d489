package mailbox

import (
	"context"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// Path is where the server answers.
const Path = "/v1"

// Server is a mailbox server that keeps everything in memory, within [Limits].
// It is an http.Handler; the http.Server around it should set ReadHeaderTimeout,
// which is outside a handler's reach. Behind a proxy that ends TLS, a handler
// around it must set the request's RemoteAddr to the client's, or all clients
// share one address's limits.
//
// Nothing is ever listed, and browsers are turned away: a web page must not
// talk to a server on the visitor's own machine.
type Server struct {
	limits Limits
	hub    *hub
	ctx    context.Context // ends all connections
	cancel context.CancelFunc

	mu      sync.Mutex
	closed  bool
	running sync.WaitGroup // connections and the pruner
}

// NewServer makes a server and starts its housekeeping; Close ends it.
func NewServer(limits Limits) *Server {
	limits = limits.withDefaults()
	ctx, cancel := context.WithCancel(context.Background())
	s := &Server{limits: limits, hub: newHub(limits), ctx: ctx, cancel: cancel}
	s.running.Go(s.prune)
	return s
}

// Close ends all connections, waits for them, and forgets everything.
func (s *Server) Close() error {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	s.cancel()
	s.running.Wait()
	return nil
}

// enter counts a connection in as running, unless the server is closed.
func (s *Server) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.running.Add(1)
	}
	return !s.closed
}

// ServeHTTP serves one connection until it ends.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !s.enter() {
		http.Error(w, "closing", http.StatusServiceUnavailable)
		return
	}
	defer s.running.Done()
	switch {
	case r.URL.Path != Path:
		http.NotFound(w, r)
		return
	case r.Header.Get("Origin") != "":
		http.Error(w, "not for browsers", http.StatusForbidden)
		return
	}
	address, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		http.Error(w, "no remote address", http.StatusInternalServerError)
		return
	}
	account, status := s.hub.enter(address.Addr())
	if account == nil {
		w.Header().Set("Retry-After", "60")
		http.Error(w, "too many connections", status)
		return
	}
	defer s.hub.leave(account)
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return // Accept has answered
	}
	newClient(s, conn, account).serve(s.ctx)
}

// prune drops what nobody uses any more, now and then.
func (s *Server) prune() {
	ticker := time.NewTicker(min(s.limits.Idle/4, time.Minute))
	defer ticker.Stop()
	for {
		select {
		case <-s.ctx.Done():
			return
		case now := <-ticker.C:
			s.hub.prune(now)
		}
	}
}
