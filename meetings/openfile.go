package meetings

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitemigration"
	"zombiezen.com/go/sqlite/sqlitex"
)

// openFile opens the file at path, creating it if needed, and makes it ready
// for use. Errors are classified.
func (s *Store) openFile(ctx context.Context, path string) (*sqlitex.Pool, error) {
	if err := createPrivate(path); err != nil {
		return nil, fileError(err)
	}
	if err := checkSize(path); err != nil {
		return nil, err
	}
	pool, err := sqlitex.NewPool(path, sqlitex.PoolOptions{Flags: sqlite.OpenReadWrite, PoolSize: 1})
	if err != nil {
		return nil, classify(ctx, s.dir, err)
	}
	err = withConn(ctx, pool, func(conn *sqlite.Conn) error { return prepare(ctx, conn, s.wait) })
	if err != nil {
		err = classify(ctx, s.dir, err)
		return nil, errors.Join(err, pool.Close())
	}
	return pool, nil
}

// createPrivate creates an empty file that only this user can read; SQLite
// gives its companion files the same permissions. A file that is there already
// is not opened even for a moment, for closing it would drop the locks that
// another store of this process holds (sqlite.org/howtocorrupt.html, 2.2).
func createPrivate(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return file.Close()
}

// minSize is the size in bytes of the smallest database, one page.
const minSize = 512

// checkSize finds the damage that SQLite would take for a new file and begin
// to write in: a file too small to be a database, or an empty one beside a log
// that is not, which SQLite would delete.
func checkSize(path string) error {
	// The log is looked at first: it is begun after the file, so one seen
	// before an empty file is not just another process at its beginning.
	log, err := os.Stat(path + "-wal")
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fileError(err)
	}
	file, err := os.Stat(path)
	if err != nil {
		return fileError(err)
	}
	switch size := file.Size(); {
	case size > 0 && size < minSize:
		return fmt.Errorf("%w: %d bytes long", ErrDamaged, size)
	case size == 0 && log != nil && log.Size() > 0:
		return fmt.Errorf("%w: empty beside a log of %d bytes", ErrDamaged, log.Size())
	}
	return nil
}

// prepare checks that the file is ours, no newer than we are and sound, and
// only then begins to write to it.
func prepare(ctx context.Context, conn *sqlite.Conn, wait time.Duration) error {
	conn.SetBusyTimeout(wait)
	if err := checkFile(ctx, conn); err != nil {
		return err
	}
	if err := setJournal(ctx, conn, wait); err != nil {
		return err
	}
	return sqlitemigration.Migrate(ctx, conn, schema)
}

// checkFile reads what the file says about itself and looks through its pages,
// all as of one moment: another process may be making the file ready just now.
func checkFile(ctx context.Context, conn *sqlite.Conn) (err error) {
	defer sqlitex.Transaction(conn)(&err)
	appID, err := queryInt(conn, "PRAGMA application_id;")
	if err != nil {
		return err
	}
	version, err := queryInt(conn, "PRAGMA user_version;")
	if err != nil {
		return err
	}
	objects, err := queryInt(conn, "SELECT count(*) FROM sqlite_schema;")
	if err != nil {
		return err
	}
	switch {
	case version == 0 && objects == 0 && (appID == 0 || appID == applicationID):
		return nil // newly created
	case appID != applicationID:
		return fmt.Errorf("%w: not this program's file (application ID %#x)", ErrDamaged, appID)
	case version > schemaVersion():
		return fmt.Errorf("%w (format %d, newest known %d)", ErrNewer, version, schemaVersion())
	case version <= 0 || objects == 0:
		return fmt.Errorf("%w: format %d with %d tables", ErrDamaged, version, objects)
	}
	if err := checkTables(ctx, conn, version); err != nil {
		return err
	}
	return checkSound(conn)
}

// checkSound lets SQLite look for damage in pages and rows.
func checkSound(conn *sqlite.Conn) error {
	var finding string
	err := sqlitex.ExecuteTransient(conn, "PRAGMA quick_check(1);", &sqlitex.ExecOptions{
		ResultFunc: func(stmt *sqlite.Stmt) error {
			finding = stmt.ColumnText(0)
			return nil
		},
	})
	if err != nil {
		return err
	}
	if finding != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, finding)
	}
	return nil
}

// setJournal asks for a write-ahead log and for every commit to be synced. On a
// file system that cannot carry such a log (a network drive) SQLite keeps its
// rollback journal, which is as safe.
func setJournal(ctx context.Context, conn *sqlite.Conn, wait time.Duration) error {
	deadline := time.Now().Add(wait)
	for {
		err := sqlitex.ExecuteTransient(conn, "PRAGMA journal_mode = WAL;", nil)
		if err == nil {
			break
		}
		// While another process does the same on a new file, SQLite says busy
		// without waiting.
		if sqlite.ErrCode(err).ToPrimary() != sqlite.ResultBusy || time.Now().After(deadline) {
			return err
		}
		if err := pause(ctx, 5*time.Millisecond); err != nil {
			return err
		}
	}
	return sqlitex.ExecuteTransient(conn, "PRAGMA synchronous = FULL;", nil)
}

// pause waits for d or until ctx ends.
func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// queryInt returns the single number a query gives.
func queryInt(conn *sqlite.Conn, query string) (int, error) {
	var n int
	err := sqlitex.ExecuteTransient(conn, query, &sqlitex.ExecOptions{
		ResultFunc: func(stmt *sqlite.Stmt) error {
			n = stmt.ColumnInt(0)
			return nil
		},
	})
	return n, err
}
