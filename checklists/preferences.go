package checklists

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"unicode/utf8"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// Limits on preferences, in bytes.
const (
	maxPreferenceKey   = 100
	maxPreferenceValue = 64 << 10
)

// Preference returns the value kept under key, and whether there is one.
// Preferences are choices such as the language; secrets do not belong here.
func (s *Store) Preference(ctx context.Context, key string) (value string, found bool, err error) {
	err = s.read(ctx, "reading preference", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT value FROM preference WHERE key = ?1;", &sqlitex.ExecOptions{
			Args: []any{key},
			ResultFunc: func(stmt *sqlite.Stmt) error {
				value, found = stmt.ColumnText(0), true
				return nil
			},
		})
	})
	if err != nil {
		return "", false, err
	}
	return value, found, nil
}

// SetPreference keeps value under key, in place of what was there.
func (s *Store) SetPreference(ctx context.Context, key, value string) error {
	if err := checkPreference(key, value); err != nil {
		return fmt.Errorf("saving preference: %w", err)
	}
	return s.write(ctx, "saving preference", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, `
INSERT INTO preference (key, value) VALUES (?1, ?2)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;`,
			&sqlitex.ExecOptions{Args: []any{key, value}})
	})
}

func checkPreference(key, value string) error {
	if !validKey(key, maxPreferenceKey) {
		return fmt.Errorf("%w: key", ErrInvalid)
	}
	if len(value) > maxPreferenceValue || !utf8.ValidString(value) {
		return fmt.Errorf("%w: value of %s", ErrInvalid, key)
	}
	return nil
}

// PeekPreference returns the value kept under key in the data folder dir, and
// whether there is one, without a store: it neither makes the file nor migrates
// it nor sets a damaged one aside, though SQLite may leave its companions beside
// it. What cannot be read is not found.
func PeekPreference(ctx context.Context, dir, key string) (value string, found bool) {
	path := filepath.Join(dir, FileName)
	if _, err := os.Stat(path); err != nil {
		return "", false
	}
	conn, err := sqlite.OpenConn(path, sqlite.OpenReadOnly)
	if err != nil {
		return "", false
	}
	defer func() { _ = conn.Close() }()
	conn.SetInterrupt(ctx.Done())
	err = sqlitex.ExecuteTransient(conn, "SELECT value FROM preference WHERE key = ?1;", &sqlitex.ExecOptions{
		Args: []any{key},
		ResultFunc: func(stmt *sqlite.Stmt) error {
			value, found = stmt.ColumnText(0), true
			return nil
		},
	})
	return value, found && err == nil
}
