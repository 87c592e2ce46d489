package checklists

import (
	"context"
	"fmt"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// Marks returns what the user last said about each item, by item ID. Items the
// catalogue does not know are among them; items never touched are not.
func (s *Store) Marks(ctx context.Context) (map[string]Mark, error) {
	marks := make(map[string]Mark)
	err := s.read(ctx, "reading ticks", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT item_id, state, at, reason FROM mark;", &sqlitex.ExecOptions{
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

// History returns everything the user has said about an item and not taken
// back, the oldest first.
func (s *Store) History(ctx context.Context, itemID string) ([]Mark, error) {
	var history []Mark
	err := s.read(ctx, "reading history", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, `
SELECT item_id, state, at, reason FROM mark_history WHERE item_id = ?1 ORDER BY id;`,
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

// SetMark keeps what the user says about an item, and adds it to the item's
// history. It returns the mark as kept. The item need not be in the catalogue.
// The error is ErrInvalid if the mark does not make sense, as one with a
// reason for anything but NotForMe.
func (s *Store) SetMark(ctx context.Context, mark Mark) (Mark, error) {
	if err := mark.check(); err != nil {
		return Mark{}, fmt.Errorf("saving tick: %w", err)
	}
	mark.At = toMillisecond(mark.At)
	err := s.write(ctx, "saving tick", func(conn *sqlite.Conn) error {
		if err := putMark(conn, mark); err != nil {
			return err
		}
		return sqlitex.Execute(conn, `
INSERT INTO mark_history (item_id, state, at, reason) VALUES (?1, ?2, ?3, ?4);`,
			&sqlitex.ExecOptions{Args: mark.args()})
	})
	if err != nil {
		return Mark{}, err
	}
	return mark, nil
}

// putMark makes the mark the one that stands for its item.
func putMark(conn *sqlite.Conn, mark Mark) error {
	return sqlitex.Execute(conn, `
INSERT INTO mark (item_id, state, at, reason) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (item_id) DO UPDATE SET state = excluded.state, at = excluded.at, reason = excluded.reason;`,
		&sqlitex.ExecOptions{Args: mark.args()})
}

// args are the mark's values in the order item_id, state, at, reason.
func (m Mark) args() []any {
	return []any{m.ItemID, string(m.State), m.At.UnixMilli(), m.Reason}
}

// scanMark reads a mark from the columns item_id, state, at and reason.
func scanMark(stmt *sqlite.Stmt) Mark {
	return Mark{
		ItemID: stmt.ColumnText(0),
		State:  State(stmt.ColumnText(1)),
		At:     time.UnixMilli(stmt.ColumnInt64(2)).UTC(),
		Reason: stmt.ColumnText(3),
	}
}

// maxItemID bounds an item's ID, in bytes.
const maxItemID = 200

func (m Mark) check() error {
	switch {
	case !validKey(m.ItemID, maxItemID):
		return fmt.Errorf("%w: item ID", ErrInvalid)
	case !m.State.Valid():
		return fmt.Errorf("%w: state", ErrInvalid)
	case !validTime(m.At):
		return fmt.Errorf("%w: time", ErrInvalid)
	case m.Reason != "" && m.State != NotForMe:
		return fmt.Errorf("%w: reason for what is %s", ErrInvalid, m.State)
	case !validText(m.Reason, MaxReason, ""):
		return fmt.Errorf("%w: reason", ErrInvalid)
	}
	return nil
}

// validTime reports whether t is set and of a year that every format can
// write.
func validTime(t time.Time) bool { return !t.IsZero() && t.Year() >= 1 && t.Year() <= 9999 }

// toMillisecond is t as it is kept.
func toMillisecond(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }
