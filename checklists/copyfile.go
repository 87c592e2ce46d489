package checklists

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitemigration"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/checklists/internal/inputfile"
)

// openCopy reads the copy at path into memory, where nobody can change it
// while it is looked at, and returns it checked and brought up to date.
func openCopy(ctx context.Context, path string) (*sqlite.Conn, error) {
	data, err := readCopy(path)
	if err != nil {
		return nil, err
	}
	version, err := copyVersion(data)
	if err != nil {
		return nil, err
	}
	conn, err := sqlite.OpenConn(":memory:", sqlite.OpenReadWrite)
	if err != nil {
		return nil, err
	}
	conn.SetInterrupt(ctx.Done())
	if err := loadCopy(ctx, conn, data, version); err != nil {
		return nil, errors.Join(copyError(ctx, err), conn.Close())
	}
	return conn, nil
}

// readCopy reads the file, if it is one and no larger than a copy may be.
func readCopy(path string) ([]byte, error) {
	data, err := inputfile.Read(path, MaxCopy)
	switch {
	case errors.Is(err, inputfile.ErrNotFile):
		return nil, because(ErrNotBackup, err)
	case errors.Is(err, inputfile.ErrTooLarge):
		return nil, because(ErrTooLarge, err)
	}
	return data, err
}

// Where things stand in an SQLite file (sqlite.org/fileformat.html, 1.3 and
// 1.6).
const (
	fileMagic    = "SQLite format 3\x00" // the beginning
	offsetWrite  = 18                    // 2 where a write-ahead log is used, else 1
	offsetRead   = 19                    // the same
	offsetUser   = 60                    // user_version, 4 bytes
	offsetApp    = 68                    // application_id, 4 bytes
	offsetSchema = 100                   // what kind of page the schema begins with
	leafPage     = 0x0d
)

// copyVersion is the format of a copy, if it is ours and no newer than we are.
// SQLite is not asked, since its answer would begin with reading the schema: a
// newer one it may not understand, and a hostile one of a million tables would
// keep it busy. Ours takes one page.
func copyVersion(data []byte) (int, error) {
	if len(data) < minSize || !bytes.HasPrefix(data, []byte(fileMagic)) {
		return 0, fmt.Errorf("%w: no database", ErrNotBackup)
	}
	app := int(binary.BigEndian.Uint32(data[offsetApp:]))
	version := int(binary.BigEndian.Uint32(data[offsetUser:]))
	switch {
	case app != applicationID:
		return 0, fmt.Errorf("%w: application ID %#x", ErrNotBackup, app)
	case version > schemaVersion():
		return 0, fmt.Errorf("%w (format %d, newest known %d)", ErrNewer, version, schemaVersion())
	case version == 0 || data[offsetSchema] != leafPage:
		return 0, fmt.Errorf("%w: no schema of format %d", ErrDamaged, version)
	}
	return version, nil
}

// loadCopy fills an empty connection with a copy and checks it: first that its
// schema is ours to the letter, before SQLite evaluates anything that stands
// in it, then its pages and its rows.
func loadCopy(ctx context.Context, conn *sqlite.Conn, data []byte, version int) error {
	if err := harden(conn); err != nil {
		return err
	}
	data[offsetWrite], data[offsetRead] = 1, 1 // there is no log in memory
	if err := conn.Deserialize("main", data); err != nil {
		return err
	}
	if err := checkSchema(conn, version); err != nil {
		return err
	}
	if err := checkSound(conn, "integrity_check"); err != nil {
		return err
	}
	if err := sqlitemigration.Migrate(ctx, conn, schema); err != nil {
		return err
	}
	for _, t := range tables {
		if err := t.check(conn); err != nil {
			return fmt.Errorf("table %s: %w", t.name, err)
		}
	}
	return allReportBounds.check(conn)
}

// Limits on what SQLite takes from a copy, in bytes: more than any value or
// statement of ours has.
const (
	maxCopyValue     = 4 << 20
	maxCopyStatement = 16 << 10
)

// harden sets the connection up to read a file that may be hostile
// (sqlite.org/security.html).
func harden(conn *sqlite.Conn) error {
	conn.Limit(sqlite.LimitLength, maxCopyValue)
	conn.Limit(sqlite.LimitSQLLength, maxCopyStatement)
	return errors.Join(
		conn.SetDefensive(true),
		sqlitex.ExecuteTransient(conn, "PRAGMA trusted_schema = OFF;", nil),
		sqlitex.ExecuteTransient(conn, "PRAGMA cell_size_check = ON;", nil),
	)
}

// copyError says of an error met in looking through a copy that there is more
// in it than can be restored, or else that it is damaged, unless the caller has
// given up.
func copyError(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, ErrTooMany):
		return because(ErrTooLarge, err)
	case errors.Is(err, ErrDamaged):
		return err
	}
	return because(ErrDamaged, err)
}
