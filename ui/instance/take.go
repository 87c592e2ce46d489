package instance

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// patience is how long the other program may take to answer. One that is
// starting itself does so once it has its window, which takes seconds on a slow
// machine: just then people click a second time.
const patience = 5 * time.Second

// retryAfter is how long to wait for one that is just starting or ending.
const retryAfter = 20 * time.Millisecond

// Take takes the data folder for this program, or hands the message over to
// the program that has it. Exactly one of a Server, handed and an error is
// returned. It waits for patience at most. Errors are ErrNoAnswer,
// ErrRefused, ErrMessage, ErrFolder, the error of ctx, or what the system
// said; none tells what is in the message.
func Take(ctx context.Context, data string, m Message) (server *Server, handed bool, err error) {
	m, err = m.absolute()
	if err != nil {
		return nil, false, err
	}
	line, err := m.encode()
	if err != nil {
		return nil, false, err
	}
	place, err := placeOf(data)
	if err != nil {
		return nil, false, err
	}
	waiting, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	server, handed, err = place.take(waiting, line)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, false, fmt.Errorf("taking data folder: %w", err)
	}
	return server, handed, nil
}

// take tries in turn to be the first and to reach the first, since the one
// that has the lock may not listen yet, or be gone when it is called.
func (p place) take(ctx context.Context, line []byte) (server *Server, handed bool, err error) {
	for {
		unlock, err := lock(p.lock)
		if err == nil {
			server, err := serve(p.socket, unlock)
			return server, false, err
		}
		if !errors.Is(err, errLocked) {
			return nil, false, fmt.Errorf("locking: %w", err)
		}
		switch err := handOver(ctx, p.socket, line); {
		case err == nil:
			return nil, true, nil
		case !errors.Is(err, errNobody):
			return nil, false, err
		}
		select {
		case <-ctx.Done():
			return nil, false, ErrNoAnswer
		case <-time.After(retryAfter):
		}
	}
}
