package checklists

import (
	"context"
	"fmt"
	"strings"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// Notes returns what the user has written about items, by item ID. As with
// marks, the catalogue need not know the items.
func (s *Store) Notes(ctx context.Context) (map[string]Note, error) {
	notes := make(map[string]Note)
	err := s.read(ctx, "reading notes", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT item_id, text, shared FROM note;", &sqlitex.ExecOptions{
			ResultFunc: func(stmt *sqlite.Stmt) error {
				note := scanNote(stmt)
				notes[note.ItemID] = note
				return nil
			},
		})
	})
	if err != nil {
		return nil, err
	}
	return notes, nil
}

// SetNote keeps a note in place of the one the item had; one without visible
// text that is not shared either deletes it. Without text, sharing holds for
// the reason why an item is not for the user. Line breaks of every system are
// kept as \n and tabs as spaces. The error is ErrInvalid if the
// note is too long or holds other control characters.
func (s *Store) SetNote(ctx context.Context, note Note) error {
	note.Text = noteBreaks.Replace(note.Text)
	if strings.TrimSpace(note.Text) == "" {
		note.Text = ""
	}
	if err := note.check(); err != nil {
		return fmt.Errorf("saving note: %w", err)
	}
	return s.write(ctx, "saving note", func(conn *sqlite.Conn) error {
		if note.Text == "" && !note.Shared {
			return sqlitex.Execute(conn, "DELETE FROM note WHERE item_id = ?1;",
				&sqlitex.ExecOptions{Args: []any{note.ItemID}})
		}
		return sqlitex.Execute(conn, `
INSERT INTO note (item_id, text, shared) VALUES (?1, ?2, ?3)
ON CONFLICT (item_id) DO UPDATE SET text = excluded.text, shared = excluded.shared;`,
			&sqlitex.ExecOptions{Args: note.args()})
	})
}

// noteBreaks brings what text from elsewhere breaks and indents lines with to
// what a note may hold.
var noteBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ")

// args are the note's values in the order item_id, text, shared.
func (n Note) args() []any { return []any{n.ItemID, n.Text, n.Shared} }

// scanNote reads a note from the columns item_id, text and shared.
func scanNote(stmt *sqlite.Stmt) Note {
	return Note{ItemID: stmt.ColumnText(0), Text: stmt.ColumnText(1), Shared: stmt.ColumnBool(2)}
}

func (n Note) check() error {
	switch {
	case !validKey(n.ItemID, maxItemID):
		return fmt.Errorf("%w: item ID", ErrInvalid)
	case !validText(n.Text, MaxNote, "\n"):
		return fmt.Errorf("%w: note", ErrInvalid)
	}
	return nil
}
