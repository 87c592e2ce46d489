package checklists

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// BenchmarkOpenNew is the first start, BenchmarkOpenExisting every later one:
// opening, checking and reading the marks. BenchmarkOpenAged does it after
// some years of ticking.
func BenchmarkOpenNew(b *testing.B) {
	base := b.TempDir()
	n := 0
	for b.Loop() {
		n++
		openAndRead(b, filepath.Join(base, fmt.Sprint(n)))
	}
}

func BenchmarkOpenExisting(b *testing.B) {
	dir := b.TempDir()
	filled(b, dir)
	for b.Loop() {
		openAndRead(b, dir)
	}
}

func BenchmarkOpenAged(b *testing.B) {
	dir := b.TempDir()
	runSQL(b, filled(b, dir), `
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
INSERT INTO mark_history (item_id, state, at) SELECT 'employee-item-' || (i % 40), 'done', i FROM n;`)
	for b.Loop() {
		openAndRead(b, dir)
	}
}

func openAndRead(b *testing.B, dir string) {
	store, err := OpenStore(b.Context(), dir)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := store.Marks(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.StopTimer()
	if err := store.Close(); err != nil {
		b.Fatal(err)
	}
	b.StartTimer()
}

// BenchmarkSetMark reports the median time from a tick to the disk.
func BenchmarkSetMark(b *testing.B) {
	store := mustOpen(b, b.TempDir())
	var times []time.Duration
	for b.Loop() {
		start := time.Now()
		mustSet(b, store, "employee-firewall", Done)
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "ms/median")
}

// manyReports is a company of 1,000, each with a report of 60 answers, about
// 6 KB.
func manyReports() []KeptReport {
	var reports []KeptReport
	for person := range 1000 {
		reports = append(reports, KeptReport{Person: fmt.Sprintf("person-%04d", person), Made: noon, Data: reportData(person)})
	}
	return reports
}

// reportData is about what a report of 60 answers holds, different for each
// person.
func reportData(person int) []byte {
	var data bytes.Buffer
	for answer := range 60 {
		fmt.Fprintf(&data, `{"item":"employee-item-%d","title":"Lås skjermen når du går fra maskinen","status":"done","on":"2026-%02d-%02d"},`,
			answer, (person+answer)%12+1, person*answer%28+1)
	}
	return data.Bytes()
}

// BenchmarkKeepReports is the store's part of importing 1,000 reports.
func BenchmarkKeepReports(b *testing.B) {
	reports := manyReports()
	b.SetBytes(int64(1000 * len(reports[0].Data)))
	base := b.TempDir()
	n := 0
	for b.Loop() {
		b.StopTimer()
		n++
		store := mustOpen(b, filepath.Join(base, fmt.Sprint(n)))
		b.StartTimer()
		if added, _, err := store.KeepReports(b.Context(), reports); err != nil || added != len(reports) {
			b.Fatal(added, err)
		}
	}
}

// BenchmarkReports is reading 1,000 reports.
func BenchmarkReports(b *testing.B) {
	store := mustOpen(b, b.TempDir())
	keepReports(b, store, manyReports()...)
	for b.Loop() {
		if reports, err := store.Reports(b.Context()); err != nil || len(reports) != 1000 {
			b.Fatal(len(reports), err)
		}
	}
}

// BenchmarkOpenWithReports is a start with 1,000 reports in the file.
func BenchmarkOpenWithReports(b *testing.B) {
	dir := b.TempDir()
	filled(b, dir)
	store := mustOpen(b, dir)
	keepReports(b, store, manyReports()...)
	if err := store.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		openAndRead(b, dir)
	}
}
