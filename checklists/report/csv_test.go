package report

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"
	"testing"

	"hjemmekontor/locales"
)

func TestWriteCSV(t *testing.T) {
	for _, l := range locales.Languages() {
		golden(t, "kari."+string(l)+".csv", written(t, kari(t).csvIn(load(t, l))))
	}
}

// rows reads a table as a spreadsheet does.
func rows(t *testing.T, table []byte) [][]string {
	t.Helper()
	text, marked := bytes.CutPrefix(table, byteOrderMark)
	if !marked {
		t.Error("no byte order mark, so that Excel takes it for Latin-1")
	}
	if bytes.Count(text, []byte("\n")) != bytes.Count(text, []byte("\r\n")) {
		t.Error("a line ends without a carriage return")
	}
	reader := csv.NewReader(bytes.NewReader(text))
	reader.Comma = ';'
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSVHasARowForEachItem(t *testing.T) {
	r := kari(t)
	r.Answers[1].Title = `Semikolon; "anførsel" og æøå`
	table := rows(t, written(t, r.csvIn(load(t, locales.Norwegian))))
	if len(table) != 1+len(r.Answers) || len(table[0]) != reportColumns {
		t.Fatalf("%d rows with %d columns", len(table), len(table[0]))
	}
	if got := table[2][3]; got != r.Answers[1].Title {
		t.Errorf("title %q", got)
	}
	if got := table[2][9]; got != r.Answers[1].Note {
		t.Errorf("note %q, want its two lines", got)
	}
}

// A program that expects commas parts the table where it likes, and takes most
// quotation marks for text. There is no formula for it either.
func TestCSVHoldsNoFormulasBetweenOtherSeparators(t *testing.T) {
	r := kari(t)
	r.Name = `Kari,=HYPERLINK("http://x";"y")`
	r.Answers[1].Note = "ja\n=1+1,\n\",@SUM(1)"
	r.Answers[3].Reason = `nei","=1+1`
	cells := regexp.MustCompile(`[,;\t\r\n]+`)
	texts := load(t, locales.Norwegian)
	for _, table := range [][]byte{
		written(t, r.csvIn(texts)),
		written(t, NewMatrix([]Report{r}, nil, nil, now).csvIn(texts)),
	} {
		for _, cell := range cells.Split(string(table), -1) {
			if strings.IndexAny(strings.Trim(cell, ` "`), "=+-@") == 0 {
				t.Errorf("a spreadsheet may take %q for a formula", cell)
			}
		}
	}
}

// What a person writes never becomes a formula at the employer's.
func TestCSVHoldsNoFormulas(t *testing.T) {
	r := kari(t)
	r.Name, r.CompanyName = "=HYPERLINK(\"http://x\")", "@SUM(1+1)"
	r.Answers[0].Title = "+47 22 00 00 00"
	r.Answers[1].Note = "- kjøp disk\n=1+1"
	r.Answers[3].Reason = "＝cmd"
	m := NewMatrix([]Report{r}, nil, nil, now)
	texts := load(t, locales.Norwegian)
	for _, table := range [][]byte{
		written(t, r.csvIn(texts)),
		written(t, m.csvIn(texts)),
	} {
		for _, row := range rows(t, table) {
			for _, cell := range row {
				if strings.HasPrefix(strings.Trim(cell, " ＝"), "=") || strings.IndexAny(cell, "=+-@\t\r") == 0 || strings.HasPrefix(cell, "＝") {
					t.Errorf("a spreadsheet may take %q for a formula", cell)
				}
			}
		}
	}
}

func TestSafe(t *testing.T) {
	for _, test := range []struct{ cell, want string }{
		{"", ""},
		{"Kari", "Kari"},
		{"2026-11-23", "2026-11-23"},
		{"a=b", "a=b"},
		{"'=1", "'=1"},
		{"=1+1", "'=1+1"},
		{"+1", "'+1"},
		{"-1", "'-1"},
		{"@x", "'@x"},
		{"\tx", "'\tx"},
		{"\rx", "'\rx"},
		{"  =1", "'  =1"},
		{"\n=1", "\n'=1"},
		{"\u00a0@x", "'\u00a0@x"},
		{"＋1", "'＋1"},
		{"–1", "–1"},
		{"a;b, c", "a;b, c"},
		{"a-b, c=d", "a-b, c=d"},
		{"a,=1", "a,'=1"},
		{"a;\u00a0@x", "a;\u00a0'@x"},
		{"a\n- b\n- c", "a\n'- b\n'- c"},
		{`a","=1`, `a","'=1`},
		{",,=1", ",,'=1"},
		{"=1,=1", "'=1,'=1"},
	} {
		if got := safe(test.cell); got != test.want {
			t.Errorf("safe(%q) = %q, want %q", test.cell, got, test.want)
		}
	}
}
