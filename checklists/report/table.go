package report

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// table writes rows as a Norwegian Excel opens them with a double click: UTF-8
// with a byte order mark, semicolons, and lines that end as in RFC 4180.
type table struct {
	rows *csv.Writer
	err  error // of the first write that failed
}

func newTable(w io.Writer) *table {
	_, err := w.Write(byteOrderMark)
	rows := csv.NewWriter(w)
	rows.Comma = ';'
	rows.UseCRLF = true
	return &table{rows: rows, err: err}
}

// write adds a row, whose cells it makes [safe] in place.
func (t *table) write(cells []string) {
	if t.err != nil {
		return
	}
	for i, cell := range cells {
		cells[i] = safe(cell)
	}
	t.err = t.rows.Write(cells)
}

// end returns nil if everything has been written.
func (t *table) end() error {
	if t.err != nil {
		return t.err
	}
	t.rows.Flush()
	return t.rows.Error()
}

// safe keeps a spreadsheet from taking a text for a formula: an apostrophe in
// front makes it a text (owasp.org/www-community/attacks/CSV_Injection). Blanks
// before the sign do not, for some programs skip them.
func safe(cell string) string {
	if strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") {
		return "'" + cell
	}
	sign, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(cell, unicode.IsSpace))
	if strings.ContainsRune("=+-@＝＋－＠", sign) {
		return "'" + cell
	}
	return cell
}
