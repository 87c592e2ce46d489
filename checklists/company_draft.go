package checklists

import (
	"context"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/checklists/organisation"
)

// MaxDraft bounds the draft of a company's file, in bytes.
const MaxDraft = organisation.MaxDraft

// Draft returns the company's file as the employer is writing it, in JSON, or
// nil if there is none.
func (s *Store) Draft(ctx context.Context) (draft []byte, err error) {
	err = s.read(ctx, "reading draft", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT draft FROM organisation_draft;", &sqlitex.ExecOptions{
			ResultFunc: func(stmt *sqlite.Stmt) error {
				draft = []byte(stmt.ColumnText(0))
				return nil
			},
		})
	})
	if err != nil {
		return nil, err
	}
	return draft, nil
}

// SaveDraft keeps a draft in place of the one there was; nil deletes it. The
// error is ErrInvalid if it is not JSON or too large.
func (s *Store) SaveDraft(ctx context.Context, draft []byte) error {
	if len(draft) == 0 {
		return s.write(ctx, "deleting draft", func(conn *sqlite.Conn) error {
			return sqlitex.Execute(conn, "DELETE FROM organisation_draft;", nil)
		})
	}
	if err := checkDraft(draft); err != nil {
		return fmt.Errorf("saving draft: %w", err)
	}
	return s.write(ctx, "saving draft", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, `
INSERT INTO organisation_draft (id, draft) VALUES (1, ?1)
ON CONFLICT (id) DO UPDATE SET draft = excluded.draft;`,
			&sqlitex.ExecOptions{Args: []any{string(draft)}})
	})
}

func checkDraft(draft []byte) error {
	if len(draft) > MaxDraft || !utf8.Valid(draft) || !json.Valid(draft) {
		return fmt.Errorf("%w: draft of %d bytes", ErrInvalid, len(draft))
	}
	return nil
}
