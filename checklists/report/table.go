package report

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
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
// before the sign do not, for some programs skip them. Inside a text there is one
// wherever a cell would begin in a program that expects another separator, as
// Excel does in other countries: for such a one our quotation marks mean nothing.
func safe(cell string) string {
	if !strings.ContainsAny(cell, signs+"\t\r") { // nearly every cell
		return cell
	}
	cell = cellInside.ReplaceAllString(cell, "$1'$2")
	if formula.MatchString(cell) {
		return "'" + cell
	}
	return cell
}

// signs begin a formula, some of them in the width of East Asian letters too.
const signs = "=+@＝＋＠－-"

var (
	formula    = regexp.MustCompile(`^(?:[\t\r]|[\s\pZ\v\x{85}]*[` + signs + `])`)
	cellInside = regexp.MustCompile(`([\n\r\t,;][\s\pZ"]*)([` + signs + `])`)
)
