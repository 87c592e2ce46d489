package instance

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
)

// The answers to a message.
const (
	taken   = "taken\n"
	refused = "refused\n"
)

// errNobody says that nobody listens or has listened to the end, and that it
// is worth trying again.
var errNobody = errors.New("nobody listens")

// handOver sends a message and waits until it has been taken.
func handOver(ctx context.Context, socket string, line []byte) error {
	conn, err := new(net.Dialer).DialContext(ctx, "unix", socket)
	if err != nil {
		return errNobody
	}
	defer func() { _ = conn.Close() }()
	if deadline, ok := ctx.Deadline(); ok {
		_ = conn.SetDeadline(deadline) // if it fails, so does what follows
	}
	defer context.AfterFunc(ctx, func() { _ = conn.Close() })()
	letRaise()
	if _, err := conn.Write(line); err != nil {
		return unlessEnded(ctx)
	}
	answer, err := bufio.NewReader(io.LimitReader(conn, int64(len(refused)))).ReadString('\n')
	switch {
	case answer == taken:
		return nil
	case answer == refused:
		return ErrRefused
	case err != nil:
		return unlessEnded(ctx)
	}
	return ErrNoAnswer // whoever listens there is none of us
}

// unlessEnded tells one that is silent from one that has hung up, perhaps
// because it is ending.
func unlessEnded(ctx context.Context) error {
	if ctx.Err() != nil {
		return ErrNoAnswer
	}
	return errNobody
}
