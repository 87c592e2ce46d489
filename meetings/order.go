package meetings

import (
	"context"
	"fmt"
	"slices"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// orderedIDs returns the IDs of a table's rows in the user's order.
func orderedIDs(conn *sqlite.Conn, table string) ([]string, error) {
	var ids []string
	err := sqlitex.Execute(conn, "SELECT id FROM "+table+" ORDER BY position, id;", &sqlitex.ExecOptions{
		ResultFunc: func(stmt *sqlite.Stmt) error {
			ids = append(ids, stmt.ColumnText(0))
			return nil
		},
	})
	return ids, err
}

// move puts a row of a table at place to, from 0, and the others around it.
func (s *Store) move(ctx context.Context, doing, table, id string, to int) error {
	return s.write(ctx, doing, func(conn *sqlite.Conn) error { return place(conn, table, id, to) })
}

// place is move within a transaction. A place beyond the ends is the end.
func place(conn *sqlite.Conn, table, id string, to int) error {
	ids, err := orderedIDs(conn, table)
	if err != nil {
		return err
	}
	at := slices.Index(ids, id)
	if at < 0 {
		return ErrNotFound
	}
	ids = slices.Delete(ids, at, at+1)
	ids = slices.Insert(ids, min(max(to, 0), len(ids)), id)
	for position, id := range ids {
		if err := changeRow(conn, "UPDATE "+table+" SET position = ?2 WHERE id = ?1;", id, position); err != nil {
			return err
		}
	}
	return nil
}

// checkRoom sees that a table can take one more row.
func checkRoom(conn *sqlite.Conn, table string, most int) error {
	rows, err := queryInt(conn, "SELECT count(*) FROM "+table+";")
	if err == nil && rows >= most {
		err = fmt.Errorf("%w: at most %d", ErrTooMany, most)
	}
	return err
}
