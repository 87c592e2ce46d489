package checklists

import (
	"fmt"
	"time"

	"zombiezen.com/go/sqlite"
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

// args are the report's values in the order person, made, data.
func (r KeptReport) args() []any { return []any{r.Person, r.Made.UnixMilli(), r.Data} }

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
