package instance

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"sync"
	"time"
)

const (
	// maxConnections is how many programs are listened to at once. Others wait
	// until one of them has ended or run out of time.
	maxConnections = 8
	// readTime is how long a program may take to say what it was started with.
	readTime = 2 * time.Second
	// acceptPause is how long to wait when the system has no more connections
	// to give.
	acceptPause = 100 * time.Millisecond
)

// Server is held by the program that has the data folder.
type Server struct {
	listener net.Listener
	unlock   func() error
	messages chan Message
	closing  context.Context
	close    context.CancelFunc
	running  sync.WaitGroup
	once     sync.Once
	closed   error
}

// serve listens where nobody else does, as the lock is held.
func serve(socket string, unlock func() error) (*Server, error) {
	// One that was killed leaves its socket behind.
	if err := os.Remove(socket); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(fmt.Errorf("removing old socket: %w", err), unlock())
	}
	listener, err := new(net.ListenConfig).Listen(context.Background(), "unix", socket)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("listening: %w", err), unlock())
	}
	s := &Server{listener: listener, unlock: unlock, messages: make(chan Message)}
	s.closing, s.close = context.WithCancel(context.Background())
	s.running.Go(s.accept)
	return s, nil
}

// Messages returns what later programs hand over. It has to be read from the
// start: a program that starts waits until its message is taken, and tells its
// user that this one hangs if it is not. It is closed by Close.
func (s *Server) Messages() <-chan Message { return s.messages }

// Close gives the data folder free and returns when all goroutines have
// ended. A further call does nothing.
func (s *Server) Close() error {
	s.once.Do(func() {
		s.close()
		s.closed = s.listener.Close() // which removes the socket
		s.running.Wait()
		close(s.messages)
		s.closed = errors.Join(s.closed, s.unlock())
	})
	return s.closed
}

func (s *Server) accept() {
	places := make(chan struct{}, maxConnections)
	for {
		select {
		case places <- struct{}{}:
		case <-s.closing.Done():
			return
		}
		conn, err := s.listener.Accept()
		switch {
		case s.closing.Err() != nil:
			if err == nil {
				_ = conn.Close()
			}
			return
		case err != nil:
			slog.Warn("listening for further starts", "error", err)
			s.pause()
			<-places
			continue
		}
		s.running.Go(func() {
			defer func() { <-places }()
			s.answer(conn)
		})
	}
}

func (s *Server) pause() {
	timer := time.NewTimer(acceptPause)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-s.closing.Done():
	}
}

// answer reads one message and says what became of it. Whoever has not
// finished in time is hung up on, and so is one whose message nobody takes.
func (s *Server) answer(conn net.Conn) {
	ctx, cancel := context.WithTimeout(s.closing, patience)
	defer cancel()
	defer context.AfterFunc(ctx, func() { _ = conn.Close() })()
	defer func() { _ = conn.Close() }()
	if err := checkPeer(conn); err != nil {
		slog.Warn("refusing another start", "error", err)
		return
	}
	_ = conn.SetReadDeadline(time.Now().Add(readTime)) // if it fails, so does what follows
	m, err := readMessage(conn)
	if err != nil {
		slog.Warn("refusing another start", "error", err)
		_, _ = conn.Write([]byte(refused)) // it may be gone
		return
	}
	select {
	case s.messages <- m:
		_, _ = conn.Write([]byte(taken))
	case <-ctx.Done():
	}
}
