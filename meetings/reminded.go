package meetings

import (
	"context"
	"fmt"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// rememberReminded is how long it is kept that somebody was reminded of a
// meeting, counted from its start.
const rememberReminded = 48 * time.Hour

// Remind marks a meeting as one that the user was reminded of, and reports
// whether it was not marked before. meeting is its ID, which must tell nothing
// about it; start is when it begins.
func (s *Store) Remind(ctx context.Context, meeting string, start time.Time) (first bool, err error) {
	if !isKey(meeting) {
		return false, fmt.Errorf("saving reminder: %w", ErrInvalid)
	}
	err = s.write(ctx, "saving reminder", func(conn *sqlite.Conn) error {
		err := sqlitex.Execute(conn, "DELETE FROM reminded WHERE start < ?1;",
			&sqlitex.ExecOptions{Args: []any{millis(start.Add(-rememberReminded))}})
		if err != nil {
			return err
		}
		err = sqlitex.Execute(conn, "INSERT OR IGNORE INTO reminded (meeting, start) VALUES (?1, ?2);",
			&sqlitex.ExecOptions{Args: []any{meeting, millis(start)}})
		first = err == nil && conn.Changes() > 0
		return err
	})
	return first && err == nil, err
}
