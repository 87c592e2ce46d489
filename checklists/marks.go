package checklists

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// Marks returns what the user last said about each item, by item ID. Items the
// catalogue does not know are among them; items never touched are not.
func (s *Store) Marks(ctx context.Context) (map[string]Mark, error) {
	marks := make(map[string]Mark)
	err := s.read(ctx, "reading ticks", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT item_id, state, at FROM mark;", &sqlitex.ExecOptions{
			ResultFunc: func(stmt *sqlite.Stmt) error {
				mark := scanMark(stmt)
				marks[mark.ItemID] = mark
				return nil
			},
		})
	})
	if err != nil {
		return nil, err
	}
	return marks, nil
}

// SetState keeps what the user says about an item at a given time, and adds it
// to the item's history. It returns the mark as kept. The item need not be in
// the catalogue.
func (s *Store) SetState(ctx context.Context, itemID string, state State, at time.Time) (Mark, error) {
	if err := checkMark(itemID, state, at); err != nil {
		return Mark{}, fmt.Errorf("saving tick: %w", err)
	}
	err := s.write(ctx, "saving tick", func(conn *sqlite.Conn) error {
		args := []any{itemID, string(state), at.UnixMilli()}
		err := sqlitex.Execute(conn, `
INSERT INTO mark (item_id, state, at) VALUES (?1, ?2, ?3)
ON CONFLICT (item_id) DO UPDATE SET state = excluded.state, at = excluded.at;`,
			&sqlitex.ExecOptions{Args: args})
		if err != nil {
			return err
		}
		return sqlitex.Execute(conn, "INSERT INTO mark_history (item_id, state, at) VALUES (?1, ?2, ?3);",
			&sqlitex.ExecOptions{Args: args})
	})
	if err != nil {
		return Mark{}, err
	}
	return Mark{ItemID: itemID, State: state, At: time.UnixMilli(at.UnixMilli()).UTC()}, nil
}

// History returns everything the user has said about an item, the oldest
// first.
func (s *Store) History(ctx context.Context, itemID string) ([]Mark, error) {
	var history []Mark
	err := s.read(ctx, "reading history", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT item_id, state, at FROM mark_history WHERE item_id = ?1 ORDER BY id;",
			&sqlitex.ExecOptions{
				Args: []any{itemID},
				ResultFunc: func(stmt *sqlite.Stmt) error {
					history = append(history, scanMark(stmt))
					return nil
				},
			})
	})
	if err != nil {
		return nil, err
	}
	return history, nil
}

// scanMark reads a mark from the columns item_id, state and at.
func scanMark(stmt *sqlite.Stmt) Mark {
	return Mark{
		ItemID: stmt.ColumnText(0),
		State:  State(stmt.ColumnText(1)),
		At:     time.UnixMilli(stmt.ColumnInt64(2)).UTC(),
	}
}

// maxItemID bounds an item's ID, in bytes.
const maxItemID = 200

func checkMark(itemID string, state State, at time.Time) error {
	switch {
	case !validKey(itemID, maxItemID):
		return fmt.Errorf("%w: item ID", ErrInvalid)
	case !state.Valid():
		return fmt.Errorf("%w: state", ErrInvalid)
	case at.IsZero():
		return fmt.Errorf("%w: time missing", ErrInvalid)
	}
	return nil
}

// validKey reports whether s is one line of text of 1 to most bytes.
func validKey(s string, most int) bool {
	return s != "" && len(s) <= most && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}
