package checklists

import (
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

// BenchmarkSetState reports the median time from a tick to the disk.
func BenchmarkSetState(b *testing.B) {
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
