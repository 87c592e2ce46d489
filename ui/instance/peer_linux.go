package instance

import (
	"errors"
	"net"
	"os"

	"golang.org/x/sys/unix"
)

// errStranger says that a program of another user has connected.
var errStranger = errors.New("program of another user")

// checkPeer asks the kernel who is at the other end.
func checkPeer(conn net.Conn) error {
	socket, ok := conn.(*net.UnixConn)
	if !ok {
		return errStranger
	}
	raw, err := socket.SyscallConn()
	if err != nil {
		return err
	}
	var peer *unix.Ucred
	var asked error
	err = raw.Control(func(fd uintptr) {
		peer, asked = unix.GetsockoptUcred(int(fd), unix.SOL_SOCKET, unix.SO_PEERCRED)
	})
	if err = errors.Join(err, asked); err != nil {
		return err
	}
	if int(peer.Uid) != os.Getuid() {
		return errStranger
	}
	return nil
}
