package remote

import "net/netip"

// reach is from where an address can be reached.
type reach int

const (
	// public addresses are reached from everywhere.
	public reach = iota
	// private ones only from the user's own machine or net.
	private
	// barred ones hold no calendar, but may hold what is nobody's business.
	barred
)

// barredPrefixes are no single server's address, or that at which a cloud tells
// its machines their secrets.
var barredPrefixes = prefixes(
	"0.0.0.0/8", "192.0.0.0/24", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
	"169.254.169.254/32", "169.254.170.2/32", "100.100.100.200/32", "168.63.129.16/32",
	"::/128", "2001:db8::/32", "ff00::/8", "fd00:ec2::254/128",
)

// privatePrefixes are those that IANA's special-purpose address registries
// (RFC 6890) call not globally reachable. To them belong those from tunnels that
// end nobody knows where.
var privatePrefixes = prefixes(
	"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // RFC 1918
	"100.64.0.0/10",  // shared by an operator's customers
	"127.0.0.0/8",    // this machine
	"169.254.0.0/16", // this wire
	"192.88.99.0/24", "198.18.0.0/15",
	"::1/128", "fe80::/10", "fc00::/7", "fec0::/10",
	"::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "3fff::/20", "5f00::/16",
)

// embedding prefixes hold an IPv4 address that is reached through them, at the
// given byte.
var embedding = map[netip.Prefix]int{
	netip.MustParsePrefix("64:ff9b::/96"): 12, // NAT64, RFC 6052
	netip.MustParsePrefix("2002::/16"):    2,  // 6to4, RFC 3056
}

func reachOf(addr netip.Addr) reach {
	addr = addr.Unmap().WithZone("")
	for prefix, at := range embedding {
		if prefix.Contains(addr) {
			bytes := addr.As16()
			return reachOf(netip.AddrFrom4([4]byte(bytes[at : at+4])))
		}
	}
	switch {
	case !addr.IsValid() || within(addr, barredPrefixes):
		return barred
	case within(addr, privatePrefixes):
		return private
	}
	return public
}

func within(addr netip.Addr, in []netip.Prefix) bool {
	for _, prefix := range in {
		if prefix.Contains(addr) {
			return true
		}
	}
	return false
}

func prefixes(texts ...string) []netip.Prefix {
	list := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		list[i] = netip.MustParsePrefix(text)
	}
	return list
}
