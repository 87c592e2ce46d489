-- A file as the first released version made it, with something in every table.
PRAGMA application_id = 1212900204;
PRAGMA user_version = 1;

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

INSERT INTO mark (item_id, state, at) VALUES
	('own-printer', 'not-for-me', 1795431600123),
	('employee-vpn-on', 'done', 1795431600123);
INSERT INTO mark_history (item_id, state, at) VALUES
	('own-printer', 'done', 1795428000000),
	('employee-vpn-on', 'done', 1795431600123),
	('own-printer', 'not-for-me', 1795431600123);
INSERT INTO contact (role, name, phone, email, hours) VALUES
	('security', 'Kari Nordmann', '90 00 00 00', 'kari@firma.no', '8–16');
INSERT INTO preference (key, value) VALUES ('language', 'en');
