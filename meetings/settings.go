package meetings

import (
	"context"
	"fmt"
	"time"
	"unicode"
	"unicode/utf8"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// Limits on keys, settings and names, in bytes.
const (
	maxKey     = 64
	maxSetting = 4096
	maxName    = 400
)

// Setting returns the value kept under a key, and whether there is one.
func (s *Store) Setting(ctx context.Context, key string) (value string, found bool, err error) {
	err = s.read(ctx, "reading setting", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT value FROM setting WHERE key = ?1;", &sqlitex.ExecOptions{
			Args: []any{key},
			ResultFunc: func(stmt *sqlite.Stmt) error {
				value, found = stmt.ColumnText(0), true
				return nil
			},
		})
	})
	return value, found, err
}

// SetSetting keeps a value under a key, in place of what was there. Secrets do
// not belong here.
func (s *Store) SetSetting(ctx context.Context, key, value string) error {
	if !isKey(key) || len(value) > maxSetting || !utf8.ValidString(value) {
		return fmt.Errorf("saving setting: %w", ErrInvalid)
	}
	return s.change(ctx, "saving setting", `
INSERT INTO setting (key, value) VALUES (?1, ?2)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;`, key, value)
}

// Dismissed returns the tools whose hints before the first launch were
// dismissed.
func (s *Store) Dismissed(ctx context.Context) (map[string]bool, error) {
	tools := make(map[string]bool)
	err := s.read(ctx, "reading dismissed hints", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT tool FROM dismissed;", &sqlitex.ExecOptions{
			ResultFunc: func(stmt *sqlite.Stmt) error {
				tools[stmt.ColumnText(0)] = true
				return nil
			},
		})
	})
	return tools, err
}

// SetDismissed keeps whether a tool's hints were dismissed.
func (s *Store) SetDismissed(ctx context.Context, tool string, dismissed bool) error {
	if !isKey(tool) {
		return fmt.Errorf("saving dismissed hint: %w", ErrInvalid)
	}
	statement := "DELETE FROM dismissed WHERE tool = ?1;"
	if dismissed {
		statement = "INSERT OR IGNORE INTO dismissed (tool) VALUES (?1);"
	}
	return s.write(ctx, "saving dismissed hint", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, statement, &sqlitex.ExecOptions{Args: []any{tool}})
	})
}

// isKey reports whether text can be the id of a service or a tool, or the key
// of a setting.
func isKey(text string) bool {
	if text == "" || len(text) > maxKey {
		return false
	}
	for _, r := range text {
		if r <= ' ' || r > '~' {
			return false
		}
	}
	return true
}

// isName reports whether text can be what the user calls something: one line,
// without characters that turn or hide others.
func isName(text string) bool {
	if text == "" || len(text) > maxName || !utf8.ValidString(text) {
		return false
	}
	for _, r := range text {
		if unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control) {
			return false
		}
	}
	return true
}

// millis is a time as the file holds it.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// timeOf is the time that millis made a number of.
func timeOf(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms)
}
