package reports

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
)

// table draws a matrix: people down, items across, with their names in sight
// wherever it is scrolled. Only the cells in sight are made, however many there
// are.
type table struct {
	texts  *locales.Texts
	matrix *report.Matrix
	object *grid
}

// place is a cell of the matrix. A row of -1 means the item as a whole, and a
// column of -1 the person.
type place struct{ row, column int }

// Sizes at normal text size.
const (
	nameWidth    = 220
	itemWidth    = 132
	headerHeight = 88
	rowHeight    = 46
	leastRows    = 4 // that are seen in the smallest window
)

func newTable(texts *locales.Texts, choose func(at place)) *table {
	t := &table{texts: texts, matrix: &report.Matrix{}, object: newGrid()}
	t.object.Length = func() (rows, columns int) { return len(t.matrix.People), len(t.matrix.Columns) }
	t.object.CreateCell = func() fyne.CanvasObject { return newCell() }
	t.object.UpdateCell = func(id widget.TableCellID, o fyne.CanvasObject) { t.cell(id, o.(*cell)) }
	t.object.CreateHeader = func() fyne.CanvasObject {
		return newHeader(func(at place) {
			t.object.UnselectAll()
			choose(at)
		})
	}
	t.object.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) { t.header(id, o.(*header)) }
	t.object.OnSelected = func(id widget.TableCellID) {
		t.object.come(id)
		choose(place{id.Row, id.Col})
	}
	return t
}

// show draws another matrix.
func (t *table) show(m *report.Matrix) {
	t.matrix = m
	t.object.UnselectAll()
	t.object.Refresh()
	t.object.keepWithin(len(m.People), len(m.Columns))
}

// textScale is how much larger than normal the texts are.
func textScale() float32 {
	const normal = 15
	return fynetheme.Size(fynetheme.SizeNameText) / normal
}

// cellSize is the size of every cell.
func cellSize() fyne.Size { return fyne.NewSize(itemWidth*textScale(), rowHeight*textScale()) }

// fit chooses how wide the names may be in a table of a width.
func (t *table) fit(width float32) {
	const most = 0.42 // of the table
	t.object.headers(fyne.NewSize(min(nameWidth*textScale(), width*most), headerHeight*textScale()))
}

// least is how high the table is at least.
func (t *table) least() float32 {
	rows := min(len(t.matrix.People), leastRows)
	return textScale() * (headerHeight + float32(rows)*(rowHeight+fynetheme.Size(fynetheme.SizeNamePadding)))
}

// cell fills in how a person stands with an item.
func (t *table) cell(id widget.TableCellID, c *cell) {
	if id.Row >= len(t.matrix.People) || id.Col >= len(t.matrix.Columns) {
		return
	}
	status, answer := t.matrix.Cell(id.Row, id.Col)
	c.set(status, shortDate(answer.On))
}

// header fills in who a row is about, or what a column is about.
func (t *table) header(id widget.TableCellID, h *header) {
	t.object.placed(id, h.Position())
	switch {
	case id.Row >= 0 && id.Row < len(t.matrix.People):
		row := t.matrix.People[id.Row]
		h.set(row.Report.Name, t.standing(row), place{id.Row, -1})
	case id.Col >= 0 && id.Col < len(t.matrix.Columns):
		column := t.matrix.Columns[id.Col]
		h.set(column.Title, t.counted(column.Done, column.Total()), place{-1, id.Col})
	}
}

// standing says in a line how far a person has come.
func (t *table) standing(row report.Row) string {
	if row.Overdue > 0 {
		return t.texts.Text("reports.standing-overdue", locales.Data{
			"Done": row.Progress.Done, "Total": row.Progress.Total(), "Overdue": row.Overdue,
		})
	}
	return t.counted(row.Progress.Done, row.Progress.Total())
}

func (t *table) counted(done, total int) string {
	return t.texts.Text("reports.counted", locales.Data{"Done": done, "Total": total})
}
