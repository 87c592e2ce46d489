package checklists

import (
	"context"
	"fmt"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// Claim keeps value under key unless it is there already, and reports whether
// it was not. Looking and keeping is one step: of several processes that claim
// the same value at the same moment, one is told true.
func (s *Store) Claim(ctx context.Context, key, value string) (bool, error) {
	if err := checkPreference(key, value); err != nil {
		return false, fmt.Errorf("claiming: %w", err)
	}
	claimed := false
	err := s.write(ctx, "claiming", func(conn *sqlite.Conn) error {
		err := sqlitex.Execute(conn, `
INSERT INTO preference (key, value) VALUES (?1, ?2)
ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value;`,
			&sqlitex.ExecOptions{Args: []any{key, value}})
		claimed = conn.Changes() > 0
		return err
	})
	return claimed && err == nil, err
}
