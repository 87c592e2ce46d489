package meetings

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// busyWait is how long SQLite waits for a lock that another process holds
// before the operation ends with ErrBusy.
const busyWait = 5 * time.Second

// Store keeps what the app remembers of meetings in one SQLite file in the data
// folder. A write that returns nil is on disk and survives a crash or a power
// cut; one that returns an error has changed nothing. A Store is safe for
// concurrent use.
type Store struct {
	dir      string
	setAside string
	wait     time.Duration

	// mu is held for reading while an operation runs, so that Close waits for
	// it, and for writing by Close.
	mu     sync.RWMutex
	closed bool
	pool   *sqlitex.Pool
	file   os.FileInfo // which file is open, to see that it is still there

	seal      sealBox
	unlocking chan struct{} // takes one from whoever asks the keyring for the key
}

// OpenStore opens the store in the folder dir, which is created for this user
// only if it is missing. A file made by an older version is brought up to date.
// A damaged one is renamed, together with its companions, to a name that says so
// ([Store.SetAside]) and a new one is begun.
//
// The error is ErrNewer, ErrNotWritable, ErrFull or ErrBusy where one of these
// is the reason.
func OpenStore(ctx context.Context, dir string) (*Store, error) {
	s, err := openStore(ctx, dir, busyWait)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", filepath.Join(dir, FileName), err)
	}
	return s, nil
}

// openStore is OpenStore with the time to wait for locks as a parameter.
func openStore(ctx context.Context, dir string, wait time.Duration) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fileError(err)
	}
	unlock, err := lockFolder(ctx, dir, wait)
	if err != nil {
		return nil, err
	}
	defer unlock()
	s := &Store{dir: dir, wait: wait, unlocking: make(chan struct{}, 1)}
	path := filepath.Join(dir, FileName)
	s.pool, err = s.openFile(ctx, path)
	if errors.Is(err, ErrDamaged) {
		if s.setAside, err = setAside(path, time.Now()); err != nil {
			return nil, fileError(err)
		}
		s.pool, err = s.openFile(ctx, path)
	}
	if err != nil {
		return nil, err
	}
	if s.file, err = os.Stat(path); err != nil {
		return nil, errors.Join(fileError(err), s.pool.Close())
	}
	return s, nil
}

// SetAside returns the full path under which a damaged file was kept when the
// store was opened, or "" if the file was sound.
func (s *Store) SetAside() string { return s.setAside }

// Close waits for operations that are under way, closes the file and forgets
// the key. Closing twice does nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	s.seal.forget()
	if err := s.pool.Close(); err != nil {
		return fmt.Errorf("closing %s: %w", FileName, err)
	}
	return nil
}

// read runs f on the connection. The doing names the operation in errors.
func (s *Store) read(ctx context.Context, doing string, f func(*sqlite.Conn) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return fmt.Errorf("%s: %w", doing, ErrClosed)
	}
	if err := withConn(ctx, s.pool, f); err != nil {
		return fmt.Errorf("%s: %w", doing, classify(ctx, s.dir, err))
	}
	return nil
}

// write runs f on the connection in a transaction that is on disk when write
// returns nil and undone when it does not.
func (s *Store) write(ctx context.Context, doing string, f func(*sqlite.Conn) error) error {
	return s.read(ctx, doing, func(conn *sqlite.Conn) (err error) {
		// Immediate: taking the write lock at once lets SQLite wait for it,
		// which it cannot when a reader turns writer half way.
		end, err := sqlitex.ImmediateTransaction(conn)
		if err != nil {
			return err
		}
		defer end(&err)
		if err := s.stillThere(); err != nil {
			return err
		}
		return f(conn)
	})
}

// change writes with one statement, and returns ErrNotFound if it is to change
// something that is not there.
func (s *Store) change(ctx context.Context, doing, statement string, args ...any) error {
	return s.write(ctx, doing, func(conn *sqlite.Conn) error { return changeRow(conn, statement, args...) })
}

func changeRow(conn *sqlite.Conn, statement string, args ...any) error {
	if err := sqlitex.Execute(conn, statement, &sqlitex.ExecOptions{Args: args}); err != nil {
		return err
	}
	if conn.Changes() == 0 {
		return ErrNotFound
	}
	return nil
}

// stillThere sees that the open file is the one that a later start will find:
// one that was deleted can be written to without an error, and all is lost.
func (s *Store) stillThere() error {
	now, err := os.Stat(filepath.Join(s.dir, FileName))
	if err != nil || !os.SameFile(now, s.file) {
		return ErrMoved
	}
	return nil
}

// withConn runs f on the pool's connection once that is free. The end of ctx
// interrupts it.
func withConn(ctx context.Context, pool *sqlitex.Pool, f func(*sqlite.Conn) error) error {
	conn, err := pool.Take(ctx)
	if err != nil {
		return err
	}
	defer pool.Put(conn)
	return f(conn)
}
