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
	// check sees that a row, of the columns above, is one that the store would
	// have saved.
	check func(row *sqlite.Stmt) error
}

// tables are all of the store's.
var tables = []table{
	{"mark", []string{"item_id", "state", "at", "reason"}, "item_id", 100_000, checkMarkRow},
	{"mark_history", []string{"item_id", "state", "at", "reason"}, "id", 1_000_000, checkMarkRow},
	{"note", []string{"item_id", "text", "shared"}, "item_id", 100_000, func(row *sqlite.Stmt) error {
		return scanNote(row).check()
	}},
	{"contact", []string{"role", "name", "phone", "email", "hours", `"when"`}, "role", 100, func(row *sqlite.Stmt) error {
		return checkContact(scanContact(row))
	}},
	{"preference", []string{"key", "value"}, "key", 10_000, func(row *sqlite.Stmt) error {
		return checkPreference(row.ColumnText(0), row.ColumnText(1))
	}},
	{"organisation", []string{"id", "file", "taken"}, "id", 1, func(*sqlite.Stmt) error { return nil }},
	{"organisation_draft", []string{"id", "draft"}, "id", 1, func(row *sqlite.Stmt) error {
		return checkDraft([]byte(row.ColumnText(1)))
	}},
	{"report", []string{"person", "made", "data"}, "person", MaxReports, func(row *sqlite.Stmt) error {
		return scanReport(row).check()
	}},
}

func checkMarkRow(row *sqlite.Stmt) error { return scanMark(row).check() }

// checkRows sees that a copy has no more rows than allowed and that each is in
// order.
func (t table) checkRows(source *sqlite.Conn) error {
	rows := 0
	return t.each(source, func(row *sqlite.Stmt) error {
		if rows++; rows > t.most {
			return fmt.Errorf("more than %d rows", t.most)
		}
		return t.check(row)
	})
}

// replace puts a copy's rows in the place of those there are.
func (t table) replace(conn, source *sqlite.Conn) error {
	if err := sqlitex.Execute(conn, "DELETE FROM "+t.name+";", nil); err != nil {
		return err
	}
	places := strings.TrimSuffix(strings.Repeat("?, ", len(t.columns)), ", ")
	insert := fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s);", t.name, strings.Join(t.columns, ", "), places)
	return t.each(source, func(row *sqlite.Stmt) error {
		return sqlitex.Execute(conn, insert, &sqlitex.ExecOptions{Args: values(row)})
	})
}

// each calls f with every row of the table.
func (t table) each(conn *sqlite.Conn, f func(row *sqlite.Stmt) error) error {
	query := fmt.Sprintf("SELECT %s FROM %s ORDER BY %s;", strings.Join(t.columns, ", "), t.name, t.order)
	return sqlitex.Execute(conn, query, &sqlitex.ExecOptions{ResultFunc: f})
}

// values are a row's, for an insertion.
func values(row *sqlite.Stmt) []any {
	args := make([]any, row.ColumnCount())
	for i := range args {
		switch row.ColumnType(i) {
		case sqlite.TypeInteger:
			args[i] = row.ColumnInt64(i)
		case sqlite.TypeBlob:
			args[i] = columnBytes(row, i)
		default:
			args[i] = row.ColumnText(i)
		}
	}
	return args
}
