package checklists

import (
	"context"
	"fmt"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// Reports returns the newest report of every person, by person.
func (s *Store) Reports(ctx context.Context) (reports []KeptReport, err error) {
	err = s.read(ctx, "reading reports", func(conn *sqlite.Conn) error {
		reports, err = allReports(conn)
		return err
	})
	if err != nil {
		return nil, err
	}
	return reports, nil
}

// KeepReports keeps for each person the newest report, of those given and the
// one held; at the same age the one held. All are kept, or none if there is an
// error: ErrInvalid if one of them cannot be kept, ErrTooMany if together they
// are too many or too large. It returns how many people are new and of how
// many an older report was replaced.
func (s *Store) KeepReports(ctx context.Context, reports []KeptReport) (added, replaced int, err error) {
	for _, r := range reports {
		if err := r.check(); err != nil {
			return 0, 0, fmt.Errorf("keeping reports: %w", err)
		}
	}
	err = s.write(ctx, "keeping reports", func(conn *sqlite.Conn) error {
		for _, r := range newestOfEach(reports) {
			known, newest, err := newestHeld(conn, r.Person)
			switch {
			case err != nil:
				return err
			case known && r.Made.UnixMilli() <= newest:
				continue
			case known:
				replaced++
			default:
				added++
			}
			if err := putReport(conn, r); err != nil {
				return err
			}
		}
		return s.bounds.check(conn)
	})
	if err != nil {
		return 0, 0, err
	}
	return added, replaced, nil
}

// DeleteReports deletes the reports of some people, or of all if none is
// named. It returns what it deleted, for KeepReports to bring back.
func (s *Store) DeleteReports(ctx context.Context, persons ...string) (deleted []KeptReport, err error) {
	err = s.write(ctx, "deleting reports", func(conn *sqlite.Conn) error {
		if len(persons) == 0 {
			deleted, err = allReports(conn)
			if err != nil {
				return err
			}
			return sqlitex.Execute(conn, "DELETE FROM report;", nil)
		}
		for _, person := range persons {
			err := sqlitex.Execute(conn, "DELETE FROM report WHERE person = ?1 RETURNING person, made, data;",
				&sqlitex.ExecOptions{Args: []any{person}, ResultFunc: collectReports(&deleted)})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return deleted, nil
}

// newestHeld tells whether there is a report by a person, and when it was made
// in milliseconds since 1970.
func newestHeld(conn *sqlite.Conn, person string) (known bool, made int64, err error) {
	err = sqlitex.Execute(conn, "SELECT made FROM report WHERE person = ?1;", &sqlitex.ExecOptions{
		Args: []any{person},
		ResultFunc: func(stmt *sqlite.Stmt) error {
			known, made = true, stmt.ColumnInt64(0)
			return nil
		},
	})
	return known, made, err
}

func putReport(conn *sqlite.Conn, r KeptReport) error {
	return sqlitex.Execute(conn, `
INSERT INTO report (person, made, data) VALUES (?1, ?2, ?3)
ON CONFLICT (person) DO UPDATE SET made = excluded.made, data = excluded.data;`,
		&sqlitex.ExecOptions{Args: r.args()})
}

func allReports(conn *sqlite.Conn) (reports []KeptReport, err error) {
	err = sqlitex.Execute(conn, "SELECT person, made, data FROM report ORDER BY person;",
		&sqlitex.ExecOptions{ResultFunc: collectReports(&reports)})
	return reports, err
}

// collectReports adds reports from the columns person, made and data.
func collectReports(reports *[]KeptReport) func(*sqlite.Stmt) error {
	return func(stmt *sqlite.Stmt) error {
		*reports = append(*reports, scanReport(stmt))
		return nil
	}
}

// reportBounds is how many reports can be kept, and how many bytes of them.
type reportBounds struct{ count, size int }

var allReportBounds = reportBounds{count: MaxReports, size: MaxReportsSize}

// check sees that all reports together are no more than can be kept.
func (b reportBounds) check(conn *sqlite.Conn) error {
	var count, size int
	err := sqlitex.Execute(conn, "SELECT count(*), total(length(data)) FROM report;", &sqlitex.ExecOptions{
		ResultFunc: func(stmt *sqlite.Stmt) error {
			count, size = stmt.ColumnInt(0), stmt.ColumnInt(1)
			return nil
		},
	})
	if err != nil {
		return err
	}
	if count > b.count || size > b.size {
		return fmt.Errorf("%w: %d reports of %d bytes", ErrTooMany, count, size)
	}
	return nil
}
