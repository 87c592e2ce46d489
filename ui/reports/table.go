package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// table draws a matrix: people down, items across. Only the cells in sight are
// made, however many there are.
type table struct {
	texts  *locales.Texts
	matrix *report.Matrix
	chosen func(m *report.Matrix, row, column int) // column is -1 for the person
	object *widget.Table
}

// Sizes at normal text size.
const (
	nameWidth    = 210
	itemWidth    = 128
	headerHeight = 92
	rowHeight    = 46
)

func newTable(texts *locales.Texts, chosen func(m *report.Matrix, row, column int)) *table {
	t := &table{texts: texts, matrix: &report.Matrix{}, chosen: chosen}
	t.object = widget.NewTableWithHeaders(
		func() (rows, columns int) { return len(t.matrix.People), len(t.matrix.Columns) },
		func() fyne.CanvasObject { return newCell() },
		func(id widget.TableCellID, o fyne.CanvasObject) {
			status, answer := t.matrix.Cell(id.Row, id.Col)
			o.(*cell).set(status, shortDate(answer.On))
		})
	t.object.CreateHeader = func() fyne.CanvasObject { return newHeader(t.choosePerson) }
	t.object.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) { t.header(id, o.(*header)) }
	t.object.OnSelected = func(id widget.TableCellID) { t.chosen(t.matrix, id.Row, id.Col) }
	return t
}

// show draws another matrix.
func (t *table) show(m *report.Matrix) {
	t.matrix = m
	t.object.UnselectAll()
	scale := fynetheme.Size(fynetheme.SizeNameText) / normalText
	t.object.SetColumnWidth(-1, nameWidth*scale)
	t.object.SetRowHeight(-1, headerHeight*scale)
	for column := range m.Columns {
		t.object.SetColumnWidth(column, itemWidth*scale)
	}
	for row := range m.People {
		t.object.SetRowHeight(row, rowHeight*scale)
	}
	t.object.Refresh()
}

// normalText is the text size at which the sizes above hold.
const normalText = 14

// header fills in who a row is about, or what a column is about.
func (t *table) header(id widget.TableCellID, h *header) {
	switch {
	case id.Row < 0 && id.Col < 0:
		h.set("", "", -1)
	case id.Row < 0:
		column := t.matrix.Columns[id.Col]
		h.set(column.Title, t.texts.Text("reports.counted", locales.Data{
			"Done": column.Done, "Total": column.Done + column.Open,
		}), -1)
	default:
		row := t.matrix.People[id.Row]
		h.set(row.Report.Name, t.standing(row), id.Row)
	}
}

// standing says in a line how far a person has come.
func (t *table) standing(row report.Row) string {
	data := locales.Data{"Done": row.Progress.Done, "Total": row.Progress.Total()}
	if row.Overdue > 0 {
		data["Overdue"] = row.Overdue
		return t.texts.Text("reports.standing-overdue", data)
	}
	return t.texts.Text("reports.counted", data)
}

func (t *table) choosePerson(row int) {
	t.object.UnselectAll()
	t.chosen(t.matrix, row, -1)
}

// header is the name of a row or a column, with a line on how it stands.
type header struct {
	widgets.Pressable
	title *widget.Label
	below *widget.Label
	row   int // -1 for a column
	open  func(row int)
}

func newHeader(open func(row int)) *header {
	h := &header{title: widget.NewLabel(""), below: widget.NewLabel(""), row: -1, open: open}
	h.title.TextStyle.Bold = true
	h.title.SizeName, h.below.SizeName = fynetheme.SizeNameCaptionText, fynetheme.SizeNameCaptionText
	h.title.Wrapping, h.title.Truncation = fyne.TextWrapWord, fyne.TextTruncateOff
	h.Pressed = func() {
		if h.row >= 0 {
			h.open(h.row)
		}
	}
	h.ExtendBaseWidget(h)
	return h
}

func (h *header) set(title, below string, row int) {
	h.row = row
	h.title.SetText(title)
	h.below.SetText(below)
}

// CreateRenderer draws the header.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, h.below, nil, nil, h.title))
}
