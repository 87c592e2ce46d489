package meetings

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitemigration"
	"zombiezen.com/go/sqlite/sqlitex"
)

// FileName is the store's file in the data folder.
const FileName = "meetings.db"

// applicationID marks the file as this program's in its header ("HKmt").
const applicationID = 0x484b6d74

// schema takes a file of any older version to the newest. The file's
// user_version is the number of migrations it has been through, so a migration
// that has been released is never edited: a change is a new one at the end.
//
// Times are milliseconds since 1970 in UTC, and 0 for never. The CHECKs let
// quick_check see damage inside a row too, and bound what a hostile file can
// make the program read. What is sealed is said in sealbox.go.
var schema = sqlitemigration.Schema{
	AppID: applicationID,
	Migrations: []string{`
CREATE TABLE favourite (
	id       TEXT NOT NULL PRIMARY KEY CHECK (octet_length(id) BETWEEN 1 AND 64),
	position INTEGER NOT NULL,
	name     TEXT NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 1024),
	service  TEXT NOT NULL CHECK (octet_length(service) <= 64),
	kind     TEXT NOT NULL CHECK (octet_length(kind) <= 64),
	address  TEXT NOT NULL CHECK (octet_length(address) <= 4096),
	secret   INTEGER NOT NULL CHECK (secret IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE recent (
	id     TEXT NOT NULL PRIMARY KEY CHECK (octet_length(id) BETWEEN 1 AND 64),
	at     INTEGER NOT NULL,
	sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
	data   BLOB NOT NULL CHECK (length(data) BETWEEN 1 AND 16384)
) STRICT, WITHOUT ROWID;

CREATE TABLE way (
	service TEXT NOT NULL PRIMARY KEY CHECK (octet_length(service) BETWEEN 1 AND 64),
	way     TEXT NOT NULL CHECK (way IN ('app', 'browser'))
) STRICT, WITHOUT ROWID;

CREATE TABLE dismissed (
	tool TEXT NOT NULL PRIMARY KEY CHECK (octet_length(tool) BETWEEN 1 AND 64)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar (
	id         TEXT NOT NULL PRIMARY KEY CHECK (octet_length(id) BETWEEN 1 AND 64),
	position   INTEGER NOT NULL,
	kind       TEXT NOT NULL CHECK (kind IN ('file', 'address', 'caldav')),
	name       TEXT NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 1024),
	place      TEXT NOT NULL CHECK (octet_length(place) BETWEEN 1 AND 4096),
	hidden     INTEGER NOT NULL CHECK (hidden IN (0, 1)),
	etag       TEXT NOT NULL DEFAULT '' CHECK (octet_length(etag) <= 4096),
	modified   TEXT NOT NULL DEFAULT '' CHECK (octet_length(modified) <= 4096),
	ctag       TEXT NOT NULL DEFAULT '' CHECK (octet_length(ctag) <= 4096),
	fetched    INTEGER NOT NULL DEFAULT 0,
	not_before INTEGER NOT NULL DEFAULT 0,
	next       INTEGER NOT NULL DEFAULT 0,
	failures   INTEGER NOT NULL DEFAULT 0,
	trouble    TEXT NOT NULL DEFAULT '' CHECK (octet_length(trouble) <= 64)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_copy (
	calendar TEXT NOT NULL PRIMARY KEY REFERENCES calendar (id),
	data     BLOB NOT NULL CHECK (length(data) BETWEEN 1 AND 67108864)
) STRICT;

CREATE TABLE reminded (
	meeting TEXT NOT NULL PRIMARY KEY CHECK (octet_length(meeting) BETWEEN 1 AND 64),
	start   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
	key   TEXT NOT NULL PRIMARY KEY CHECK (octet_length(key) BETWEEN 1 AND 64),
	value TEXT NOT NULL CHECK (octet_length(value) <= 4096)
) STRICT, WITHOUT ROWID;
`},
}

// schemaVersion is the version of a file that has been through every
// migration.
func schemaVersion() int { return len(schema.Migrations) }

// checkTables sees that a file has the tables that the migrations up to its
// version make, and nothing else: a trigger, or a view in the place of a table,
// would run with every query.
func checkTables(ctx context.Context, conn *sqlite.Conn, version int) (err error) {
	reference, err := sqlite.OpenConn(":memory:", sqlite.OpenReadWrite)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, reference.Close()) }()
	if err := sqlitemigration.Migrate(ctx, reference, sqlitemigration.Schema{Migrations: schema.Migrations[:version]}); err != nil {
		return err
	}
	want, err := tablesOf(reference)
	if err != nil {
		return err
	}
	got, err := tablesOf(conn)
	if err != nil {
		return err
	}
	if !slices.Equal(got, want) {
		return fmt.Errorf("%w: its tables are not those of format %d", ErrDamaged, version)
	}
	return nil
}

// tablesOf returns how everything in a file was made.
func tablesOf(conn *sqlite.Conn) ([]string, error) {
	var made []string
	err := sqlitex.ExecuteTransient(conn, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1;",
		&sqlitex.ExecOptions{ResultFunc: func(stmt *sqlite.Stmt) error {
			made = append(made, stmt.ColumnText(0))
			return nil
		}})
	return made, err
}
