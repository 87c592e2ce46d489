package report

import (
	"time"

	"hjemmekontor/checklists"
)

// Matrix is many people's reports against the items of one list: a row for
// each person, by name, and a column for each item, the employer's present list
// first and then whatever else reports hold.
type Matrix struct {
	People  []Row
	Columns []Column
}

// Row is one person.
type Row struct {
	Report   Report // the person's newest
	Progress checklists.Progress
	Overdue  int // items that are due at the matrix's time
}

// Column is one item, with how many people stand how.
type Column struct {
	ItemID, Title        string
	Done, Open, NotForMe int
	Due                  int // part of Open
}

// NewMatrix lays reports out as of now: what was done then may be due since. Of
// several reports by one person the newest counts. Items without a title among
// items have the one from a report.
func NewMatrix(reports []Report, items []checklists.Item, title func(checklists.Item) string, now time.Time) *Matrix {
	panic("to be written")
}

// Cell tells how a person stands with an item: "" if the person's report does
// not hold it.
func (m *Matrix) Cell(row, column int) (status checklists.Status, answer Answer) {
	panic("to be written")
}
