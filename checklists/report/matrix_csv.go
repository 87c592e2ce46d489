package report

import (
	"fmt"
	"io"
	"strconv"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

// WriteCSV writes the matrix as a table in the language of texts: a row for
// each person in the present order, with counts and how the person stands with
// each item. Notes and reasons are not in it.
func (m *Matrix) WriteCSV(w io.Writer, texts *locales.Texts) error {
	t := newTable(w)
	head := []string{
		texts.Text("report-file.column.name"),
		texts.Text("report-file.column.made"),
		statusWord(checklists.StatusDone, texts),
		statusWord(checklists.StatusOpen, texts),
		statusWord(checklists.StatusDue, texts),
		statusWord(checklists.StatusNotForMe, texts),
	}
	for _, c := range m.Columns {
		head = append(head, c.Title)
	}
	t.write(head)
	for row, person := range m.People {
		p := person.Progress
		cells := []string{
			person.Report.Name, isoDate(dayOf(person.Report.Made)),
			strconv.Itoa(p.Done), strconv.Itoa(p.Open), strconv.Itoa(p.Due), strconv.Itoa(p.NotForMe),
		}
		for column := range m.Columns {
			status, _ := m.Cell(row, column)
			cells = append(cells, statusWord(status, texts))
		}
		t.write(cells)
	}
	if err := t.end(); err != nil {
		return fmt.Errorf("writing table: %w", err)
	}
	return nil
}
