//go:build !linux

package instance

import "net"

// checkPeer has nothing to add to the folder that nobody else may enter.
func checkPeer(net.Conn) error { return nil }
