package checklists

import (
	"context"
	"fmt"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// KeptReport is an employee's report as the employer has taken it in. What is
// in it is the business of package report.
type KeptReport struct {
	// Person tells people apart, in at most MaxPerson bytes.
	Person string
	// Made is when the report was made, in UTC with millisecond precision.
	Made time.Time
	Data []byte // 1 to MaxReport bytes
}

// Limits on reports. MaxReports is a count, the others are of bytes;
// MaxReportsSize is of all of them together, so that a copy of the store can
// be restored ([Store.Restore]).
const (
	MaxPerson      = 100
	MaxReport      = 256 << 10
	MaxReports     = 5000
	MaxReportsSize = 48 << 20
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
		return checkReportsTotal(conn)
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

// newestOfEach leaves of several reports by one person the newest, where the
// first of them stood.
func newestOfEach(reports []KeptReport) []KeptReport {
	var newest []KeptReport
	place := make(map[string]int)
	for _, r := range reports {
		at, seen := place[r.Person]
		switch {
		case !seen:
			place[r.Person] = len(newest)
			newest = append(newest, r)
		case r.Made.After(newest[at].Made):
			newest[at] = r
		}
	}
	return newest
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
		&sqlitex.ExecOptions{Args: []any{r.Person, r.Made.UnixMilli(), r.Data}})
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

func scanReport(stmt *sqlite.Stmt) KeptReport {
	return KeptReport{
		Person: stmt.ColumnText(0),
		Made:   time.UnixMilli(stmt.ColumnInt64(1)).UTC(),
		Data:   columnBytes(stmt, 2),
	}
}

func (r KeptReport) check() error {
	switch {
	case !validKey(r.Person, MaxPerson):
		return fmt.Errorf("%w: person", ErrInvalid)
	case !validTime(r.Made):
		return fmt.Errorf("%w: time of report", ErrInvalid)
	case len(r.Data) == 0 || len(r.Data) > MaxReport:
		return fmt.Errorf("%w: report of %d bytes", ErrInvalid, len(r.Data))
	}
	return nil
}

// checkReportsTotal sees that all reports together are no more than can be
// kept.
func checkReportsTotal(conn *sqlite.Conn) error {
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
	if count > MaxReports || size > MaxReportsSize {
		return fmt.Errorf("%w: %d reports of %d bytes", ErrTooMany, count, size)
	}
	return nil
}
