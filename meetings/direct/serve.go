package direct

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"sync"
	"time"

	"hjemmekontor/meetings/link"
	"hjemmekontor/meetings/mailbox"
)

// servedMailbox is a mailbox that this machine serves while it is inviting.
type servedMailbox struct {
	mailbox  *mailbox.Server
	listener net.Listener
	http     *http.Server
	wg       sync.WaitGroup
	silent   sync.Once
}

// servedLimits fit one invitation, and what the curious on the network may do.
var servedLimits = mailbox.Limits{
	Connections: 50, ConnectionsPerAddress: 10,
	Nameplates: 20, NameplatesPerAddress: 5,
	Mailboxes: 20, MailboxesPerAddress: 5,
	Bytes: 8 << 20, BytesPerAddress: 4 << 20,
	FailedClaims: 10,
}

// serveMailbox serves a mailbox on a free port of every address of this
// machine.
func serveMailbox(ctx context.Context) (*servedMailbox, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", ":0")
	if err != nil {
		return nil, fmt.Errorf("serving a mailbox: %w: %w", ErrNoNetwork, err)
	}
	s := &servedMailbox{mailbox: mailbox.NewServer(servedLimits), listener: listener}
	mux := http.NewServeMux()
	mux.Handle(mailbox.Path, s.mailbox)
	s.http = &http.Server{
		Handler: mux, ReadHeaderTimeout: 5 * time.Second, MaxHeaderBytes: 16 << 10,
		ErrorLog: discardLog,
	}
	s.wg.Go(func() { _ = s.http.Serve(listener) }) // ends when the listener is closed
	return s, nil
}

// port returns the TCP port.
func (s *servedMailbox) port() uint16 {
	return s.listener.Addr().(*net.TCPAddr).AddrPort().Port()
}

// url returns where this machine itself reaches the mailbox.
func (s *servedMailbox) url() string {
	return fmt.Sprintf("ws://%s%s", netip.AddrPortFrom(loopback, s.port()), mailbox.Path)
}

var loopback = netip.AddrFrom4([4]byte{127, 0, 0, 1})

// addresses returns where others reach the mailbox, the likeliest first. A
// machine without a network is reached by itself.
func (s *servedMailbox) addresses() []netip.AddrPort {
	ips := ownAddresses()
	if len(ips) == 0 {
		ips = []netip.Addr{loopback}
	}
	result := make([]netip.AddrPort, 0, len(ips))
	for _, ip := range ips[:min(len(ips), link.MaxAddresses)] {
		result = append(result, netip.AddrPortFrom(ip, s.port()))
	}
	return result
}

// silence stops listening; who is connected stays so.
func (s *servedMailbox) silence() {
	s.silent.Do(func() {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		// With a context that has ended, Shutdown closes the listener and
		// does not wait for the connections in use.
		_ = s.http.Shutdown(ctx)
	})
}

// close stops serving and waits for it.
func (s *servedMailbox) close() {
	s.silence()
	_ = s.mailbox.Close()
	_ = s.http.Close()
	s.wg.Wait()
}

// ownAddresses returns this machine's addresses on its networks: the one that
// leads outside first, then IPv4 before IPv6. Loopback and link-local ones are
// left out.
func ownAddresses() []netip.Addr {
	var ips []netip.Addr
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	for _, a := range addresses {
		prefix, err := netip.ParsePrefix(a.String())
		if err != nil {
			continue
		}
		ip := prefix.Addr().Unmap().WithZone("")
		if !ip.IsLoopback() && !ip.IsLinkLocalUnicast() && !ip.IsMulticast() && !ip.IsUnspecified() {
			ips = append(ips, ip)
		}
	}
	outside := outsideAddress()
	rank := func(ip netip.Addr) int {
		switch {
		case ip == outside:
			return 0
		case ip.Is4():
			return 1
		}
		return 2
	}
	slices.SortStableFunc(ips, func(a, b netip.Addr) int { return rank(a) - rank(b) })
	return slices.Compact(ips)
}

// outsideAddress returns the address that packets to the internet leave from.
// Connecting a UDP socket asks the routing table and sends nothing.
func outsideAddress() netip.Addr {
	documentation := netip.MustParseAddrPort("192.0.2.1:9") // RFC 5737
	conn, err := net.DialUDP("udp4", nil, net.UDPAddrFromAddrPort(documentation))
	if err != nil {
		return netip.Addr{}
	}
	defer func() { _ = conn.Close() }()
	return conn.LocalAddr().(*net.UDPAddr).AddrPort().Addr().Unmap()
}

// isOwn tells whether an address is one of this machine's.
func isOwn(ip netip.Addr) bool {
	if ip = ip.Unmap().WithZone(""); ip.IsLoopback() {
		return true
	}
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return false
	}
	return slices.ContainsFunc(addresses, func(a net.Addr) bool {
		prefix, err := netip.ParsePrefix(a.String())
		return err == nil && prefix.Addr().Unmap().WithZone("") == ip
	})
}
