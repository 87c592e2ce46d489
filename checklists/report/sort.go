package report

import (
	"bytes"
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order is what the rows of a matrix are sorted by.
type Order string

// The orders of rows, the one that a matrix is made in first. Rows that are
// equal stand by name.
const (
	ByName     Order = "name"
	ByProgress Order = "progress" // who has the smallest share done first
	ByOverdue  Order = "overdue"  // who has most due first
)

// Sort brings the rows into another order; an unknown one is ByName.
func (m *Matrix) Sort(order Order) {
	slices.SortFunc(m.People, func(x, y Row) int {
		switch order {
		case ByProgress:
			return cmp.Or(cmp.Compare(x.Progress.Fraction(), y.Progress.Fraction()), cmp.Compare(x.place, y.place))
		case ByOverdue:
			return cmp.Or(cmp.Compare(y.Overdue, x.Overdue), cmp.Compare(x.place, y.place))
		default:
			return cmp.Compare(x.place, y.place)
		}
	})
}

// alphabet is that of both written forms of Norwegian: æ, ø and å come last, and
// aa is å. The library looks for bokmål under a name that its tables do not
// have, but has nynorsk.
var alphabet = language.Make("nn")

// sortByName sorts the rows by name and keeps where each came to stand, so that
// names are compared once only. Names that are equal stand by person.
func (m *Matrix) sortByName() {
	type named struct {
		key []byte
		row Row
	}
	collator := collate.New(alphabet)
	var buffer collate.Buffer
	rows := make([]named, len(m.People))
	for i, row := range m.People {
		rows[i] = named{collator.KeyFromString(&buffer, row.Report.Name), row}
	}
	slices.SortFunc(rows, func(x, y named) int {
		return cmp.Or(bytes.Compare(x.key, y.key), cmp.Compare(x.row.Report.Person, y.row.Report.Person))
	})
	for i := range rows {
		m.People[i] = rows[i].row
		m.People[i].place = i
	}
}
