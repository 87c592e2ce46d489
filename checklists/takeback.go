package checklists

import (
	"context"
	"fmt"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// TakeBack undoes a mark as if it had never been set: what was said before
// stands again, and the mark is gone from the item's history. It does so only
// if the mark is still the last thing said about the item, and reports
// whether it was. The mark returned is the one that stands afterwards; it
// holds nothing but the item's ID if there is none.
func (s *Store) TakeBack(ctx context.Context, mark Mark) (standing Mark, taken bool, err error) {
	if err := mark.check(); err != nil {
		return Mark{}, false, fmt.Errorf("taking back tick: %w", err)
	}
	mark.At = toMillisecond(mark.At)
	err = s.write(ctx, "taking back tick", func(conn *sqlite.Conn) error {
		var err error
		if standing, err = standingMark(conn, mark.ItemID); err != nil || standing != mark {
			return err
		}
		taken = true
		if err := forgetLast(conn, mark.ItemID); err != nil {
			return err
		}
		standing, err = lastInHistory(conn, mark.ItemID)
		if err != nil {
			return err
		}
		if standing.State == "" {
			return sqlitex.Execute(conn, "DELETE FROM mark WHERE item_id = ?1;",
				&sqlitex.ExecOptions{Args: []any{mark.ItemID}})
		}
		return putMark(conn, standing)
	})
	if err != nil {
		return Mark{}, false, err
	}
	return standing, taken, nil
}

// standingMark is what was last said about an item.
func standingMark(conn *sqlite.Conn, itemID string) (Mark, error) {
	return oneMark(conn, "SELECT item_id, state, at, reason FROM mark WHERE item_id = ?1;", itemID)
}

// lastInHistory is the newest mark in an item's history.
func lastInHistory(conn *sqlite.Conn, itemID string) (Mark, error) {
	return oneMark(conn, `
SELECT item_id, state, at, reason FROM mark_history WHERE item_id = ?1 ORDER BY id DESC LIMIT 1;`, itemID)
}

// oneMark returns the mark that a query for an item gives, or one with nothing
// but the item's ID.
func oneMark(conn *sqlite.Conn, query, itemID string) (Mark, error) {
	mark := Mark{ItemID: itemID}
	err := sqlitex.Execute(conn, query, &sqlitex.ExecOptions{
		Args: []any{itemID},
		ResultFunc: func(stmt *sqlite.Stmt) error {
			mark = scanMark(stmt)
			return nil
		},
	})
	return mark, err
}

// forgetLast deletes the newest mark from an item's history.
func forgetLast(conn *sqlite.Conn, itemID string) error {
	return sqlitex.Execute(conn, `
DELETE FROM mark_history WHERE id = (SELECT max(id) FROM mark_history WHERE item_id = ?1);`,
		&sqlitex.ExecOptions{Args: []any{itemID}})
}
