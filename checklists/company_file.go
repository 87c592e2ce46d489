package checklists

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/checklists/organisation"
)

// MaxOrganisationFile bounds the company's signed file, in bytes.
const MaxOrganisationFile = organisation.MaxFileSize

// OrganisationFile returns the company's signed file as it was taken, byte for
// byte, or nil if none is held.
func (s *Store) OrganisationFile(ctx context.Context) (file []byte, err error) {
	err = s.read(ctx, "reading organisation file", func(conn *sqlite.Conn) error {
		file, err = heldFile(conn)
		return err
	})
	if err != nil {
		return nil, err
	}
	return file, nil
}

// KeepOrganisationFile lets decide choose which file to keep, given the one
// held now, or nil. No other window or process can take a file between the
// two, so that one never goes back to an older version. Decide must not call
// the store. What it returns as an error is found in this method's with
// errors.Is; an error, ErrInvalid for a file that is too large among them, and
// an empty choice leave what is held.
func (s *Store) KeepOrganisationFile(ctx context.Context, decide func(held []byte) (keep []byte, err error)) error {
	return s.write(ctx, "keeping organisation file", func(conn *sqlite.Conn) error {
		held, err := heldFile(conn)
		if err != nil {
			return err
		}
		file, err := decide(bytes.Clone(held))
		if err != nil || len(file) == 0 || bytes.Equal(file, held) {
			return err
		}
		if len(file) > MaxOrganisationFile {
			return fmt.Errorf("%w: organisation file of %d bytes", ErrInvalid, len(file))
		}
		return sqlitex.Execute(conn, `
INSERT INTO organisation (id, file, taken) VALUES (1, ?1, ?2)
ON CONFLICT (id) DO UPDATE SET file = excluded.file, taken = excluded.taken;`,
			&sqlitex.ExecOptions{Args: []any{file, time.Now().UnixMilli()}})
	})
}

// RemoveOrganisationFile forgets the company's file, if one is held. Ticks on
// its items stay.
func (s *Store) RemoveOrganisationFile(ctx context.Context) error {
	return s.write(ctx, "removing organisation file", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "DELETE FROM organisation;", nil)
	})
}

// CopiedOrganisationFile returns the company's signed file that [Store.Restore]
// would put in the place of what is held, or nil if the copy at path has none.
// The errors are those of Restore.
func CopiedOrganisationFile(ctx context.Context, path string) ([]byte, error) {
	conn, err := openCopy(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("looking into copy: %w", err)
	}
	defer func() { _ = conn.Close() }()
	file, err := heldFile(conn)
	if err != nil {
		return nil, fmt.Errorf("looking into copy: %w", err)
	}
	return file, nil
}

func heldFile(conn *sqlite.Conn) (file []byte, err error) {
	err = sqlitex.Execute(conn, "SELECT file FROM organisation;", &sqlitex.ExecOptions{
		ResultFunc: func(stmt *sqlite.Stmt) error {
			file = columnBytes(stmt, 0)
			return nil
		},
	})
	return file, err
}

// columnBytes reads a BLOB.
func columnBytes(stmt *sqlite.Stmt, column int) []byte {
	data := make([]byte, stmt.ColumnLen(column))
	stmt.ColumnBytes(column, data)
	return data
}
