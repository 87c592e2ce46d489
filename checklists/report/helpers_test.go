package report

import (
	"bytes"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"testing"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// now is when the reports of these tests are made.
var now = time.Date(2026, time.November, 23, 9, 30, 0, 0, time.UTC)

// on gives a day.
func on(t testing.TB, date string) time.Time {
	t.Helper()
	if date == "" {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

func load(t testing.TB, l locales.Language) *locales.Texts {
	t.Helper()
	texts, err := locales.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// kari is a report with one answer of every kind.
func kari(t testing.TB) Report {
	t.Helper()
	return Report{
		Person: "mfrggzdfmztwq2lknnwg23tpob", Name: "Kari Nordmann",
		Company: "lofoten-regnskap", CompanyVersion: 3, CompanyName: "Lofoten Regnskap AS",
		Role: checklists.Employee, Language: locales.Norwegian, Made: now,
		Answers: []Answer{
			{
				ItemID: "employee-mfa-on", Title: "Slå på totrinnspålogging overalt", Priority: checklists.Must,
				Status: checklists.StatusDone, On: on(t, "2026-09-01"), Due: on(t, "2027-03-01"),
			},
			{
				ItemID: "employee-backup-own", Title: "Ta sikkerhetskopi", Priority: checklists.Must,
				Status: checklists.StatusDue, On: on(t, "2026-01-15"), Due: on(t, "2026-07-15"),
				Note: "Disken er full.\nJeg har bestilt en ny.",
			},
			{
				ItemID: "employee-disk-encryption", Title: "Krypter disken", Priority: checklists.Should,
				Status: checklists.StatusOpen,
			},
			{
				ItemID: "own-k3v7q2", Title: "Lås arkivskapet", Priority: checklists.Nice,
				Status: checklists.StatusNotForMe, On: on(t, "2026-11-20"), Reason: "Jeg har ikke arkivskap hjemme",
			},
		},
	}
}

// written is what a report's writer writes.
func written(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// longList is n items of a company's own, with titles as long as they get and
// every priority.
func longList(n int) []checklists.Item {
	title := strings.Repeat("Lang tittel på noe som må gjøres ", 5)[:organisation.MaxTitle]
	items := make([]checklists.Item, n)
	for i := range items {
		items[i] = checklists.Item{
			ID: fmt.Sprintf("own-%d", i), Role: checklists.Employee, Priority: priorities[i%3], Months: i % 13,
			Own: &organisation.Item{Title: organisation.Text{NB: title}},
		}
	}
	return items
}

func (r Report) csvIn(texts *locales.Texts) func(io.Writer) error {
	return func(w io.Writer) error { return r.WriteCSV(w, texts) }
}

func (r Report) pdfIn(texts *locales.Texts) func(io.Writer) error {
	return func(w io.Writer) error { return r.WritePDF(w, texts) }
}

// textOf reads a PDF's text with a program that is not ours.
func textOf(t testing.TB, pdf []byte) []byte {
	t.Helper()
	return poppler(t, pdf, "pdftotext", "-layout", "-nopgbrk", "-", "-")
}

// poppler returns what one of its programs says of a PDF, the standard input.
func poppler(t testing.TB, pdf []byte, program string, args ...string) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, append([]string{"-enc", "UTF-8"}, args...)...)
	cmd.Stdin = bytes.NewReader(pdf)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	said, err := cmd.Output()
	if err != nil || complaint.Len() > 0 {
		t.Fatalf("reading the PDF: %v\n%s", err, complaint.Bytes())
	}
	return said
}

func (m *Matrix) csvIn(texts *locales.Texts) func(io.Writer) error {
	return func(w io.Writer) error { return m.WriteCSV(w, texts) }
}
