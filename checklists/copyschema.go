package checklists

import (
	"fmt"
	"slices"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// checkSchema sees that a file has the tables and indexes of a format, as the
// migrations make them, and nothing else.
func checkSchema(conn *sqlite.Conn, version int) error {
	want, err := referenceSchema(version)
	if err != nil {
		return err
	}
	got, err := readSchema(conn)
	if err != nil {
		return err
	}
	if !slices.Equal(got, want) {
		return fmt.Errorf("%w: not the schema of format %d", ErrDamaged, version)
	}
	return nil
}

// referenceSchema is the schema of a file that has been through the first
// migrations.
func referenceSchema(version int) ([]string, error) {
	conn, err := sqlite.OpenConn(":memory:", sqlite.OpenReadWrite)
	if err != nil {
		return nil, err
	}
	defer func() { _ = conn.Close() }()
	for _, migration := range schema.Migrations[:version] {
		if err := sqlitex.ExecuteScript(conn, migration, nil); err != nil {
			return nil, err
		}
	}
	return readSchema(conn)
}

// readSchema lists everything that a file defines.
func readSchema(conn *sqlite.Conn) (objects []string, err error) {
	err = sqlitex.ExecuteTransient(conn, `
SELECT format('%s %s on %s: %s', type, name, tbl_name, sql) FROM sqlite_schema ORDER BY type, name;`,
		&sqlitex.ExecOptions{ResultFunc: func(stmt *sqlite.Stmt) error {
			objects = append(objects, stmt.ColumnText(0))
			return nil
		}})
	return objects, err
}
