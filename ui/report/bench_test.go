package report

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
)

// longReport is a report on a long list, with every status in it and a note
// here and there.
func longReport(n int) report.Report {
	r := report.Report{Person: "A", Name: "Kari Nordmann", CompanyName: "Fjord AS", Role: checklists.Employee, Made: day(2026, time.November, 23)}
	all := answers()
	for i := range n {
		answer := all[i%len(all)]
		answer.ItemID = fmt.Sprint("own-", i)
		answer.Title = fmt.Sprintf("Punkt %d: lås maskinen når du går fra den, også hjemme, og be de andre i huset la den være", i)
		r.Answers = append(r.Answers, answer)
	}
	return r
}

// BenchmarkShow520 is how long it takes from the wish to see a report on a long
// list until it is laid out in the window.
func BenchmarkShow520(b *testing.B) {
	texts := norwegian(b)
	useTheme(b, 1)
	w := test.NewTempWindow(b, nil)
	w.Resize(fyne.NewSize(1100, 720))
	r := longReport(520)
	for b.Loop() {
		s := New(texts, "Kari Nordmann", Actions{})
		s.Show(r)
		w.SetContent(s.Object())
	}
}

// BenchmarkType520 is what a letter of the name costs.
func BenchmarkType520(b *testing.B) {
	texts := norwegian(b)
	useTheme(b, 1)
	r := longReport(520)
	s := New(texts, "", Actions{})
	s.Show(r)
	test.NewTempWindow(b, s.Object()).Resize(fyne.NewSize(1100, 720))
	names := [2]string{"Kari", "Kari N"}
	for i := 0; b.Loop(); i++ {
		r.Name = names[i%2]
		s.Show(r)
	}
}
