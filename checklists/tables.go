package checklists

import (
	"fmt"
	"strings"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// table is how a table is taken over from a copy.
type table struct {
	name    string
	columns []string
	order   string // the column that rows are taken in order of
	most    int    // rows
	// read returns the values of a row of the columns above, with an error if
	// the store would not have saved them.
	read func(row *sqlite.Stmt) ([]any, error)
}

// tables are all of the store's.
var tables = []table{
	{"mark", []string{"item_id", "state", "at", "reason"}, "item_id", 100_000, readMark},
	{"mark_history", []string{"item_id", "state", "at", "reason"}, "id", 1_000_000, readMark},
	{"note", []string{"item_id", "text", "shared"}, "item_id", 100_000, func(row *sqlite.Stmt) ([]any, error) {
		note := scanNote(row)
		return note.args(), note.check()
	}},
	{"contact", []string{"role", "name", "phone", "email", "hours", `"when"`}, "role", 100, func(row *sqlite.Stmt) ([]any, error) {
		// As it would be saved today: an older version may have left something
		// in it that is taken out now.
		contact := scanContact(row).Normalise()
		return contactArgs(contact), checkContact(contact)
	}},
	{"preference", []string{"key", "value"}, "key", 1000, func(row *sqlite.Stmt) ([]any, error) {
		key, value := row.ColumnText(0), row.ColumnText(1)
		return []any{key, value}, checkPreference(key, value)
	}},
	{"organisation", []string{"id", "file", "taken"}, "id", 1, func(row *sqlite.Stmt) ([]any, error) {
		return []any{1, columnBytes(row, 1), row.ColumnInt64(2)}, nil
	}},
	{"organisation_draft", []string{"id", "draft"}, "id", 1, func(row *sqlite.Stmt) ([]any, error) {
		draft := row.ColumnText(1)
		return []any{1, draft}, checkDraft([]byte(draft))
	}},
	{"report", []string{"person", "made", "data"}, "person", MaxReports, func(row *sqlite.Stmt) ([]any, error) {
		report := scanReport(row)
		return report.args(), report.check()
	}},
}

func readMark(row *sqlite.Stmt) ([]any, error) {
	mark := scanMark(row)
	return mark.args(), mark.check()
}

// check sees that a copy has no more rows than allowed and that each is in
// order.
func (t table) check(source *sqlite.Conn) error {
	rows := 0
	return t.each(source, func([]any) error {
		if rows++; rows > t.most {
			return fmt.Errorf("%w: more than %d rows", ErrTooMany, t.most)
		}
		return nil
	})
}

// replace puts a copy's rows in the place of those there are.
func (t table) replace(conn, source *sqlite.Conn) error {
	if err := sqlitex.Execute(conn, "DELETE FROM "+t.name+";", nil); err != nil {
		return err
	}
	places := strings.TrimSuffix(strings.Repeat("?, ", len(t.columns)), ", ")
	insert := fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s);", t.name, strings.Join(t.columns, ", "), places)
	return t.each(source, func(values []any) error {
		return sqlitex.Execute(conn, insert, &sqlitex.ExecOptions{Args: values})
	})
}

// each calls f with the values of every row, until there is an error.
func (t table) each(source *sqlite.Conn, f func(values []any) error) error {
	query := fmt.Sprintf("SELECT %s FROM %s ORDER BY %s;", strings.Join(t.columns, ", "), t.name, t.order)
	return sqlitex.Execute(source, query, &sqlitex.ExecOptions{
		ResultFunc: func(row *sqlite.Stmt) error {
			values, err := t.read(row)
			if err != nil {
				return err
			}
			return f(values)
		},
	})
}
