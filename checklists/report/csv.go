package report

import (
	"fmt"
	"io"

	"hjemmekontor/locales"
)

// reportColumns is how many columns a report's table has.
const reportColumns = 11

// WriteCSV writes the report as a table with a row for each item, its headings
// in the language of texts. What holds for the whole report stands on every
// row, so that tables can be put below one another. It fails as
// [Report.WriteJSON] does.
func (r Report) WriteCSV(w io.Writer, texts *locales.Texts) error {
	if err := r.check(); err != nil {
		return fmt.Errorf("writing table: %w", err)
	}
	t := newTable(w)
	t.write([]string{
		texts.Text("report-file.column.name"),
		texts.Text("report-file.column.company"),
		texts.Text("report-file.column.made"),
		texts.Text("report-file.column.item"),
		texts.Text("report-file.column.priority"),
		texts.Text("report-file.column.status"),
		texts.Text("report-file.column.on"),
		texts.Text("report-file.column.due"),
		texts.Text("report-file.column.reason"),
		texts.Text("report-file.column.note"),
		texts.Text("report-file.column.item-id"),
	})
	made := isoDate(dayOf(r.Made))
	for _, a := range r.Answers {
		t.write([]string{
			r.Name, r.CompanyName, made,
			a.Title, priorityWord(a.Priority, texts), statusWord(a.Status, texts), isoDate(a.On), isoDate(a.Due),
			a.Reason, a.Note, a.ItemID,
		})
	}
	if err := t.end(); err != nil {
		return fmt.Errorf("writing table: %w", err)
	}
	return nil
}
