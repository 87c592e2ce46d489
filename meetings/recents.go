package meetings

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/meetings/link"
)

// MaxRecents bounds the meetings that were opened last; older ones are dropped.
const MaxRecents = 50

// maxRecent bounds what is kept of one, in bytes.
const maxRecent = 8 << 10

// Recent is a meeting that was opened not long ago.
type Recent struct {
	ID      string
	At      time.Time // when it was opened
	Title   string    // "" if it had none, or if it could not be kept
	Meeting link.Meeting
}

// recentData is what is kept of a Recent, sealed; or, without a key, only the
// address without anything secret.
type recentData struct {
	Title string `json:"title,omitempty"`
	Text  string `json:"text"` // as of textOf
}

// AddRecent keeps that a meeting was opened, in the place of when the same one
// was opened before. The title is its title in the calendar, "" if it has none.
// While the store has no key, what is secret and the title are left out. A call
// of our own is not kept: ErrInvalid.
func (s *Store) AddRecent(ctx context.Context, at time.Time, title string, m link.Meeting) error {
	if m.Kind == link.Own || m.Address == "" || len(m.Address) > link.MaxAddress || title != "" && !isName(title) {
		return fmt.Errorf("saving recent meeting: %w", ErrInvalid)
	}
	return s.write(ctx, "saving recent meeting", func(conn *sqlite.Conn) error {
		earlier, err := s.recents(conn)
		if err != nil {
			return err
		}
		for _, r := range earlier.read {
			if r.Meeting.Address == m.Address || m.Distinct() && public(r.Meeting) == public(m) {
				earlier.stale = append(earlier.stale, r.ID)
			}
		}
		if err := deleteRecents(conn, earlier.stale); err != nil {
			return err
		}
		if err := s.insertRecent(conn, at, title, m); err != nil {
			return err
		}
		return sqlitex.Execute(conn, `
DELETE FROM recent WHERE id NOT IN (SELECT id FROM recent ORDER BY at DESC, id LIMIT ?1);`,
			&sqlitex.ExecOptions{Args: []any{MaxRecents}})
	})
}

func (s *Store) insertRecent(conn *sqlite.Conn, at time.Time, title string, m link.Meeting) error {
	id, sealed := newID(), true
	data, err := json.Marshal(recentData{title, textOf(m)})
	if err != nil {
		return err
	}
	data, err = s.seal.seal("recent", id, data)
	if errors.Is(err, errLocked) {
		sealed = false
		data, err = json.Marshal(recentData{Text: public(m)})
	}
	if err != nil {
		return err
	}
	if len(data) > maxRecent {
		return ErrInvalid
	}
	return changeRow(conn, "INSERT INTO recent (id, at, sealed, data) VALUES (?1, ?2, ?3, ?4);", id, millis(at), sealed, data)
}

// Recents returns the meetings that were opened last, the last one first. While
// the store has no key, those that are sealed are left out; with one, those
// that another key sealed are dropped.
func (s *Store) Recents(ctx context.Context) ([]Recent, error) {
	var found foundRecents
	err := s.read(ctx, "reading recent meetings", func(conn *sqlite.Conn) (err error) {
		found, err = s.recents(conn)
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(found.stale) > 0 {
		err = s.write(ctx, "dropping recent meetings", func(conn *sqlite.Conn) error {
			return deleteRecents(conn, found.stale)
		})
	}
	return found.read, err
}

// ForgetRecent removes one of them, ForgetRecents all.
func (s *Store) ForgetRecent(ctx context.Context, id string) error {
	return s.change(ctx, "forgetting recent meeting", "DELETE FROM recent WHERE id = ?1;", id)
}

// ForgetRecents removes them all.
func (s *Store) ForgetRecents(ctx context.Context) error {
	return s.write(ctx, "forgetting recent meetings", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "DELETE FROM recent;", nil)
	})
}

// foundRecents is what could be read, and the IDs of what nobody can read any
// more.
type foundRecents struct {
	read  []Recent
	stale []string
}

func (s *Store) recents(conn *sqlite.Conn) (found foundRecents, err error) {
	err = sqlitex.Execute(conn, "SELECT id, at, sealed, data FROM recent ORDER BY at DESC, id LIMIT ?1;", &sqlitex.ExecOptions{
		Args: []any{MaxRecents},
		ResultFunc: func(stmt *sqlite.Stmt) error {
			r, err := s.scanRecent(stmt)
			switch {
			case err == nil:
				found.read = append(found.read, r)
			case errors.Is(err, errUnreadable):
				found.stale = append(found.stale, r.ID)
			}
			return nil
		},
	})
	return found, err
}

// scanRecent reads a Recent from the columns id, at, sealed and data. The error
// is errLocked or errUnreadable.
func (s *Store) scanRecent(stmt *sqlite.Stmt) (Recent, error) {
	r := Recent{ID: stmt.ColumnText(0), At: timeOf(stmt.ColumnInt64(1))}
	plain := columnBytes(stmt, 3)
	if stmt.ColumnBool(2) {
		var err error
		if plain, err = s.seal.open("recent", r.ID, plain); err != nil {
			return r, err
		}
	}
	var data recentData
	if err := json.Unmarshal(plain, &data); err != nil || data.Text == "" {
		return r, errUnreadable
	}
	r.Title, r.Meeting = data.Title, meetingAt(data.Text)
	return r, nil
}

func deleteRecents(conn *sqlite.Conn, ids []string) error {
	for _, id := range ids {
		if err := changeRow(conn, "DELETE FROM recent WHERE id = ?1;", id); err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
	}
	return nil
}

// columnBytes returns a copy of what a column holds.
func columnBytes(stmt *sqlite.Stmt, column int) []byte {
	data := make([]byte, stmt.ColumnLen(column))
	stmt.ColumnBytes(column, data)
	return data
}
