package remote

import (
	"net/netip"
	"testing"
)

func TestReachOf(t *testing.T) {
	tests := map[string]reach{
		"93.184.215.14": public, "100.63.255.255": public, "100.128.0.1": public, "172.32.0.1": public,
		"2a00:1450:400f::1": public, "::ffff:93.184.215.14": public, "64:ff9b::5db8:d70e": public, "2002:5db8:d70e::1": public,
		"127.0.0.1": private, "127.255.0.1": private, "10.0.0.1": private, "172.16.0.1": private, "172.31.255.255": private,
		"192.168.1.1": private, "100.64.0.1": private, "100.127.255.255": private, "169.254.1.1": private, "198.18.0.1": private,
		"::1": private, "fe80::1": private, "fe80::1%eth0": private, "fd12::1": private, "fec0::1": private,
		"::ffff:192.168.1.1": private, "::192.168.1.1": private, "64:ff9b::c0a8:101": private, "2002:7f00:1::": private,
		"2001:0:1::1": private, "64:ff9b:1::1": private,
		"0.0.0.0": barred, "0.1.2.3": barred, "::": barred, "224.0.0.1": barred, "240.0.0.1": barred, "255.255.255.255": barred,
		"ff02::1": barred, "169.254.169.254": barred, "::ffff:169.254.169.254": barred, "64:ff9b::a9fe:a9fe": barred,
		"fd00:ec2::254": barred, "100.100.100.200": barred, "192.0.2.1": barred, "2001:db8::1": barred,
	}
	for text, want := range tests {
		if got := reachOf(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s is %d, want %d", text, got, want)
		}
	}
	if reachOf(netip.Addr{}) != barred {
		t.Error("no address is one")
	}
}
