package checklists

import (
	"context"
	"fmt"
	"os"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/checklists/internal/atomicfile"
)

// MaxCopy bounds a copy of a store, in bytes.
const MaxCopy = 64 << 20

// SaveCopy saves everything the store holds as one file at path, as of one
// moment, in place of what may have been there. The copy has been checked as
// [Store.Restore] would and is on disk when SaveCopy returns nil; if it does
// not, what was at path is untouched. The error is ErrTooLarge for a store
// that could not be restored, ErrFull or ErrNotWritable where one of these is
// the reason.
func (s *Store) SaveCopy(ctx context.Context, path string) error {
	if s.isOpenFile(path) {
		return fmt.Errorf("saving copy: %w: the store's own file", ErrInvalid)
	}
	file, err := atomicfile.Create(path)
	if err != nil {
		return fmt.Errorf("saving copy: %w", FileError(err))
	}
	defer file.Discard()
	err = s.read(ctx, "saving copy", func(conn *sqlite.Conn) error {
		return sqlitex.ExecuteTransient(conn, "VACUUM INTO ?1;", &sqlitex.ExecOptions{Args: []any{file.Name()}})
	})
	if err != nil {
		return err
	}
	if err := CheckCopy(ctx, file.Name()); err != nil {
		return fmt.Errorf("saving copy: %w", err)
	}
	if err := file.Commit(); err != nil {
		return fmt.Errorf("saving copy: %w", FileError(err))
	}
	return nil
}

// CheckCopy reports whether [Store.Restore] could restore the file at path,
// with the error that it would return.
func CheckCopy(ctx context.Context, path string) error {
	conn, err := openCopy(ctx, path)
	if err != nil {
		return fmt.Errorf("checking copy: %w", err)
	}
	return conn.Close()
}

// Restore takes everything from a copy made by [Store.SaveCopy], in place of
// what the store holds. Other windows and processes find either all of the one
// or all of the other. A copy made by an older version is brought up to date
// on the way.
//
// The copy may come from anywhere and is trusted in nothing: the error is
// ErrNotBackup, ErrNewer, ErrTooLarge or ErrDamaged where that is the reason,
// and then, as after any other error, nothing has changed.
func (s *Store) Restore(ctx context.Context, path string) error {
	if s.isOpenFile(path) {
		return fmt.Errorf("restoring copy: %w: the store's own file", ErrInvalid)
	}
	source, err := openCopy(ctx, path)
	if err != nil {
		return fmt.Errorf("restoring copy: %w", err)
	}
	defer func() { _ = source.Close() }()
	return s.write(ctx, "restoring copy", func(conn *sqlite.Conn) error {
		for _, t := range tables {
			if err := t.replace(conn, source); err != nil {
				return fmt.Errorf("table %s: %w", t.name, err)
			}
		}
		return nil
	})
}

// isOpenFile reports whether path leads to the file that the store has open.
// Even opening and closing that one would take away the locks on it
// (sqlite.org/howtocorrupt.html, 2.2).
func (s *Store) isOpenFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && os.SameFile(info, s.file)
}
