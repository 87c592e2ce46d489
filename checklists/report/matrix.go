package report

import (
	"time"

	"hjemmekontor/checklists"
)

// Matrix is many people's reports against the items of one list: a row for
// each person, by name, and a column for each item, the employer's present list
// first and then whatever else reports hold, what most of them hold first.
type Matrix struct {
	People  []Row
	Columns []Column
	// LeftOut is how many items of reports there is no column for, since there
	// are more than MaxColumns.
	LeftOut int

	today time.Time
}

// MaxColumns bounds the columns of a matrix, unless the employer's own list is
// longer.
const MaxColumns = 1000

// Row is one person.
type Row struct {
	Report   Report // the person's newest
	Progress checklists.Progress
	Overdue  int // items that are due at the matrix's time

	// place is where the row stands by name.
	place int
	// cells holds, for each column, where in the report the answer stands, and
	// missing where it does not.
	cells []int16
}

// missing is in place of an answer that a report does not hold. As an index,
// int16 is enough for MaxAnswers.
const missing = -1

// Column is one item.
type Column struct {
	ItemID, Title       string
	checklists.Progress // how many people stand how
}

// NewMatrix lays reports out as of now: what was done then may be due since. Of
// several reports by one person the newest counts. Title gives the wording of
// one of the employer's items; others have the one from the newest report that
// holds them. Reports are taken to be of the same role as the items.
func NewMatrix(reports []Report, items []checklists.Item, title func(checklists.Item) string, now time.Time) *Matrix {
	m := &Matrix{today: dayOf(now)}
	newest := newestByPerson(reports)
	m.setColumns(newest, items, title)
	m.setRows(newest)
	m.sortByName()
	return m
}

// newestByPerson keeps one report of each person, in the order in which the
// persons come up.
func newestByPerson(reports []Report) []Report {
	place := make(map[string]int, len(reports))
	newest := make([]Report, 0, len(reports))
	for _, r := range reports {
		i, known := place[r.Person]
		switch {
		case !known:
			place[r.Person] = len(newest)
			newest = append(newest, r)
		case r.Made.After(newest[i].Made):
			newest[i] = r
		}
	}
	return newest
}

func (m *Matrix) setRows(reports []Report) {
	column := make(map[string]int, len(m.Columns))
	for i, c := range m.Columns {
		column[c.ItemID] = i
	}
	// One piece of memory for all, since a matrix is made and dropped as one.
	cells := make([]int16, len(reports)*len(m.Columns))
	for i := range cells {
		cells[i] = missing
	}
	m.People = make([]Row, len(reports))
	for i, r := range reports {
		row := Row{Report: r, Progress: r.progressOn(m.today), cells: cells[:len(m.Columns):len(m.Columns)]}
		cells = cells[len(m.Columns):]
		row.Overdue = row.Progress.Due
		for at, a := range r.Answers {
			if c, shown := column[a.ItemID]; shown {
				row.cells[c] = int16(at)
				count(&m.Columns[c].Progress, a.statusOn(m.today))
			}
		}
		m.People[i] = row
	}
}

// Cell tells how a person stands with an item: "" if the person's report does
// not hold it. It neither searches nor allocates.
func (m *Matrix) Cell(row, column int) (status checklists.Status, answer Answer) {
	person := &m.People[row]
	at := person.cells[column]
	if at == missing {
		return "", Answer{}
	}
	answer = person.Report.Answers[at]
	return answer.statusOn(m.today), answer
}
