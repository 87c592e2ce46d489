package mailbox

import (
	"net/http"
	"net/netip"

	"golang.org/x/time/rate"
)

// accountsPerConnection bounds how many addresses are remembered, by how many
// connections there may be.
const accountsPerConnection = 16

// account is what one remote address uses. Its counts are guarded by the hub.
type account struct {
	prefix      netip.Prefix
	connections int
	nameplates  int // that it brought into being
	mailboxes   int // likewise
	bytes       int // that it has put into mailboxes
	guesses     int // mailboxes that it came to second, still unsettled
	requests    *rate.Limiter
	failures    *rate.Limiter // holds a token for each failed claim still allowed
}

// addressPrefix is what counts as one address: all of IPv4's, half of IPv6's.
func addressPrefix(a netip.Addr) netip.Prefix {
	a = a.Unmap().WithZone("")
	bits := 32
	if a.Is6() {
		bits = 64
	}
	return netip.PrefixFrom(a, bits).Masked()
}

// enter counts a connection in, or says with which HTTP status to refuse it.
func (h *hub) enter(address netip.Addr) (*account, int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	prefix := addressPrefix(address)
	a := h.accounts[prefix]
	switch {
	case h.connections >= h.limits.Connections,
		a == nil && len(h.accounts) >= accountsPerConnection*h.limits.Connections:
		return nil, http.StatusServiceUnavailable
	case a != nil && a.connections >= h.limits.ConnectionsPerAddress:
		return nil, http.StatusTooManyRequests
	case a == nil:
		a = &account{
			prefix:   prefix,
			requests: rate.NewLimiter(rate.Limit(h.limits.RequestRate), h.limits.RequestBurst),
			failures: rate.NewLimiter(rate.Every(h.limits.FailedClaimPause), h.limits.FailedClaims),
		}
		h.accounts[prefix] = a
	}
	h.connections++
	a.connections++
	return a, 0
}

// leave counts a connection out. The account stays, with its failed claims.
func (h *hub) leave(a *account) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.connections--
	a.connections--
}

// mayClaim tells whether the address has failed claims left to make.
func (a *account) mayClaim() bool { return a.failures.Tokens() >= 1 }

// failedClaim counts one.
func (a *account) failedClaim() { a.failures.Allow() }

// idle tells whether forgetting the account forgets nothing that matters.
func (a *account) idle() bool {
	return a.connections == 0 && a.nameplates == 0 && a.mailboxes == 0 && a.bytes == 0 && a.guesses == 0 &&
		a.failures.Tokens() >= float64(a.failures.Burst()) &&
		a.requests.Tokens() >= float64(a.requests.Burst())
}
