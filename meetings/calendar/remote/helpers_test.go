package remote

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"sync"
	"testing"

	"hjemmekontor/meetings/calendar/calendartest"
)

const (
	// secret is in every address and answer of these tests, and in no error.
	secret = "h3mmelig"
	path   = "/" + secret + "/basic.ics?key=" + secret

	office  = "https://kalender.firma.no" + path
	nas     = "https://nas.local" + path
	example = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nEND:VCALENDAR\r\n"
)

// world is a net in which every address is the one server of the test.
type world struct {
	server *httptest.Server
	client *Client

	mu     sync.Mutex
	hosts  map[string][]string
	dialed []string // in order
}

// hosts of the world: names, and the addresses that they have.
func hosts() map[string][]string {
	return map[string][]string{
		"kalender.firma.no":     {"93.184.215.14"},
		"sky.firma.no":          {"93.184.215.15"},
		"firma.no":              {"93.184.215.14"},
		"other.no":              {"93.184.215.16"},
		"nas.local":             {"192.168.1.5"},
		"router.local":          {"192.168.1.1"},
		"inside.firma.no":       {"10.0.0.7"},
		"half.firma.no":         {"93.184.215.17", "10.0.0.8"},
		"metadata.firma.no":     {"169.254.169.254"},
		"caldav.icloud.com":     {"17.248.1.1"},
		"p42-caldav.icloud.com": {"17.248.1.2"},
	}
}

// newWorld starts a server that is everywhere, and ends with the test.
func newWorld(t *testing.T, handler http.HandlerFunc) *world {
	t.Helper()
	w := &world{hosts: hosts(), server: httptest.NewUnstartedServer(handler)}
	names := []string{"127.0.0.1", "192.168.1.5", "10.0.0.7"}
	for name := range w.hosts {
		names = append(names, name)
	}
	authority := calendartest.NewAuthority(t)
	w.server.TLS = &tls.Config{Certificates: []tls.Certificate{authority.Certificate(t, names...)}, MinVersion: tls.VersionTLS12}
	w.server.Config.ErrorLog = log.New(io.Discard, "", 0)
	w.server.StartTLS()
	t.Cleanup(w.server.Close)
	w.client = NewClient(Config{Roots: authority.Pool(), Resolver: w, Dial: w.dial})
	return w
}

// LookupNetIP implements Resolver.
func (w *world) LookupNetIP(_ context.Context, _, host string) ([]netip.Addr, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	var addrs []netip.Addr
	for _, text := range w.hosts[host] {
		addrs = append(addrs, netip.MustParseAddr(text))
	}
	if len(addrs) == 0 {
		return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	return addrs, nil
}

func (w *world) dial(ctx context.Context, network, address string) (net.Conn, error) {
	w.mu.Lock()
	w.dialed = append(w.dialed, address)
	w.mu.Unlock()
	return new(net.Dialer).DialContext(ctx, network, w.server.Listener.Addr().String())
}

// move gives a host other addresses.
func (w *world) move(host string, addrs ...string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.hosts[host] = addrs
}

// visited reports whether an address has been connected to.
func (w *world) visited(address string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Contains(w.dialed, address)
}

// wantReason looks at an error of a call that has failed with an Error.
func wantReason(t *testing.T, err, want error) {
	t.Helper()
	var failure *Error
	if !errors.Is(err, want) || !errors.As(err, &failure) {
		t.Errorf("the error is %v, want %v", err, want)
	}
	wantNoSecret(t, err)
}
