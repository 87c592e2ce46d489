package checklists

import "zombiezen.com/go/sqlite/sqlitemigration"

// FileName is the store's file in the data folder.
const FileName = "checklists.db"

// applicationID marks the file as this program's in its header ("HKcl").
const applicationID = 0x484b636c

// schema takes a file of any older version to the newest. The file's
// user_version is the number of migrations it has been through, so a migration
// that has been released is never edited: a change is a new one at the end.
//
// Times are milliseconds since 1970 in UTC. The CHECKs let an integrity check
// see damage inside a row too. Item IDs are not tied to the catalogue: ticks
// outlive the items they were set on.
var schema = sqlitemigration.Schema{
	AppID: applicationID,
	Migrations: []string{`
CREATE TABLE mark (
	item_id TEXT NOT NULL PRIMARY KEY,
	state   TEXT NOT NULL CHECK (state IN ('open', 'done', 'not-for-me')),
	at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mark_history (
	id      INTEGER PRIMARY KEY,
	item_id TEXT NOT NULL,
	state   TEXT NOT NULL CHECK (state IN ('open', 'done', 'not-for-me')),
	at      INTEGER NOT NULL
) STRICT;
CREATE INDEX mark_history_item ON mark_history (item_id, id);

CREATE TABLE contact (
	role  TEXT NOT NULL PRIMARY KEY,
	name  TEXT NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	hours TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE preference (
	key   TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`, `
ALTER TABLE mark ADD COLUMN reason TEXT NOT NULL DEFAULT ''
	CHECK (reason = '' OR state = 'not-for-me');
ALTER TABLE mark_history ADD COLUMN reason TEXT NOT NULL DEFAULT ''
	CHECK (reason = '' OR state = 'not-for-me');
ALTER TABLE contact ADD COLUMN "when" TEXT NOT NULL DEFAULT '';

CREATE TABLE note (
	item_id TEXT NOT NULL PRIMARY KEY,
	text    TEXT NOT NULL,
	shared  INTEGER NOT NULL CHECK (shared IN (0, 1)),
	CHECK (text <> '' OR shared = 1)
) STRICT;

CREATE TABLE organisation (
	id    INTEGER PRIMARY KEY CHECK (id = 1),
	file  BLOB NOT NULL CHECK (length(file) BETWEEN 1 AND 1048576),
	taken INTEGER NOT NULL
) STRICT;

CREATE TABLE organisation_draft (
	id    INTEGER PRIMARY KEY CHECK (id = 1),
	draft TEXT NOT NULL CHECK (octet_length(draft) BETWEEN 1 AND 2097152)
) STRICT;

CREATE TABLE report (
	person TEXT NOT NULL PRIMARY KEY,
	made   INTEGER NOT NULL,
	data   BLOB NOT NULL CHECK (length(data) BETWEEN 1 AND 262144)
) STRICT;
`},
}

// schemaVersion is the version of a file that has been through every
// migration.
func schemaVersion() int { return len(schema.Migrations) }
