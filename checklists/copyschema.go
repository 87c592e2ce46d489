package checklists

import (
	"fmt"
	"slices"
	"sync"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// checkSchema sees that a file has the tables and indexes of a format, as the
// migrations make them, and nothing else.
func checkSchema(conn *sqlite.Conn, version int) error {
	want, err := referenceSchemas()
	if err != nil {
		return err
	}
	got, err := readSchema(conn)
	if err != nil {
		return err
	}
	if !slices.Equal(got, want[version]) {
		return fmt.Errorf("%w: not the schema of format %d", ErrDamaged, version)
	}
	return nil
}

// referenceSchemas returns the schemas of all formats, that of an empty file
// first: what there is after so many migrations.
var referenceSchemas = sync.OnceValues(func() (schemas [][]string, err error) {
	conn, err := sqlite.OpenConn(":memory:", sqlite.OpenReadWrite)
	if err != nil {
		return nil, err
	}
	defer func() { _ = conn.Close() }()
	schemas = make([][]string, 1, 1+schemaVersion())
	for _, migration := range schema.Migrations {
		if err := sqlitex.ExecuteScript(conn, migration, nil); err != nil {
			return nil, err
		}
		objects, err := readSchema(conn)
		if err != nil {
			return nil, err
		}
		schemas = append(schemas, objects)
	}
	return schemas, nil
})

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
