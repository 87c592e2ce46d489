package ui

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// manyItems is how long a list may be made by a company.
const manyItems = 500

// newLongList opens the employees' list of a company with many items of its
// own.
func newLongList(b *testing.B) *testShell {
	b.Helper()
	s := newShell(b, locales.Norwegian, normal)
	o := fjord()
	o.Items = nil
	for i := range manyItems {
		o.Items = append(o.Items, organisation.Item{
			ID: organisation.NewItemID(), Role: "employee", Priority: "should",
			Title: organisation.Text{NB: fmt.Sprintf("Les del %d av rutinen", i)},
		})
	}
	s.takeCompany(sign(b, o, newKey(b)), func() {})
	s.settled()
	s.open(Employee)
	s.settled()
	return s
}

// BenchmarkTickToDiskAndScreen presses the box of an item in a long list and
// waits until the tick is on disk and the screen shows it.
func BenchmarkTickToDiskAndScreen(b *testing.B) {
	s := newLongList(b)
	items := s.catalogue.Items(checklists.Employee)
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		item := items[i%len(items)].ID
		state := checklists.Done
		if s.marks[item].State == checklists.Done {
			state = checklists.Open
		}
		start := time.Now()
		s.setState(item, state, "")
		s.saved()
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms/median")
}
