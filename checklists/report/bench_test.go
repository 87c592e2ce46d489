package report

import (
	"fmt"
	"io"
	"testing"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// A company larger than any that the app is for.
const (
	manyPeople = 1000
	manyItems  = 60
)

// manyReports makes the reports of many people, and the items they are about.
func manyReports(b *testing.B) ([]Report, []checklists.Item) {
	b.Helper()
	texts := load(b, locales.Norwegian)
	made := time.Now().Add(-time.Hour)
	var items []checklists.Item
	for i := range manyItems {
		title := fmt.Sprintf("Punkt %d som er omtrent så langt som andre", i)
		items = append(items, checklists.Item{
			ID: fmt.Sprintf("own-punkt-nummer-%d", i), Priority: priorities[i%3], Months: i % 3 * 6,
			Own: &organisation.Item{Title: organisation.Text{NB: title}},
		})
	}
	var reports []Report
	for person := range manyPeople {
		marks, notes := make(map[string]checklists.Mark), make(map[string]checklists.Note)
		for i, item := range items {
			marks[item.ID] = checklists.Mark{State: []checklists.State{checklists.Done, checklists.Open, checklists.NotForMe}[(i+person)%3], At: made.AddDate(0, -i, 0)}
			notes[item.ID] = checklists.Note{Text: "Dette gjorde jeg sammen med IKT-støtte.", Shared: i%6 == 0}
		}
		name := fmt.Sprintf("%c%s Nordmann %d", 'A'+person%26, "asbjørn"[:3+person%4], person)
		author := Author{Person: NewPerson(), Name: name, Role: checklists.Employee}
		reports = append(reports, New(author, items, marks, notes, texts, made))
	}
	return reports, items
}

// BenchmarkImport is what the employer waits for: a thousand files from disk to
// a matrix.
func BenchmarkImport(b *testing.B) {
	reports, items := manyReports(b)
	dir := b.TempDir()
	size := 0
	for i, r := range reports {
		data := written(b, r.WriteJSON)
		size += len(data)
		putBytes(b, data, dir, fmt.Sprintf("%d.json", i))
	}
	b.ReportMetric(float64(size)/manyPeople/1000, "kB/report")
	for b.Loop() {
		read := ReadAll(b.Context(), []string{dir})
		m := NewMatrix(read.Reports, items, titled, time.Now())
		if len(m.People) != manyPeople || len(m.Columns) != manyItems {
			b.Fatalf("%d people, %d columns, %v", len(m.People), len(m.Columns), read.Problems)
		}
	}
}

// BenchmarkDecode is what it takes to open the table again from the store.
func BenchmarkDecode(b *testing.B) {
	reports, _ := manyReports(b)
	var kept [][]byte
	for _, r := range reports {
		kept = append(kept, Encode(r))
	}
	for b.Loop() {
		for _, data := range kept {
			if _, err := Decode(data); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkNewMatrix(b *testing.B) {
	reports, items := manyReports(b)
	b.ReportAllocs()
	for b.Loop() {
		NewMatrix(reports, items, titled, now)
	}
}

func BenchmarkSort(b *testing.B) {
	reports, items := manyReports(b)
	m := NewMatrix(reports, items, titled, now)
	for b.Loop() {
		m.Sort(ByOverdue)
		m.Sort(ByName)
	}
}

func BenchmarkCell(b *testing.B) {
	reports, items := manyReports(b)
	m := NewMatrix(reports, items, titled, now)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		m.Cell(i%manyPeople, i%manyItems)
		i++
	}
}

func BenchmarkMatrixCSV(b *testing.B) {
	reports, items := manyReports(b)
	m := NewMatrix(reports, items, titled, now)
	texts := load(b, locales.Norwegian)
	for b.Loop() {
		if err := m.WriteCSV(io.Discard, texts); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	texts := load(b, locales.Norwegian)
	author := Author{Person: NewPerson(), Name: "Kari Nordmann", Role: checklists.Employee}
	for _, n := range []int{20, 500} {
		r := New(author, longList(n), nil, nil, texts, now)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if err := r.WritePDF(io.Discard, texts); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
