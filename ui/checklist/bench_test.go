package checklist

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

// ownItems is as many items as a company may add, each with a why and a how.
func ownItems(n int) []organisation.Item {
	items := make([]organisation.Item, n)
	for i := range items {
		items[i] = own(fmt.Sprintf("own-%d", i), fmt.Sprintf("Punkt %d: Lås maskinen når du går fra den", i), 6)
		items[i].Why = organisation.Text{NB: strings.Repeat("Den som står åpen, kan brukes av andre. ", 5)}
		items[i].How = organisation.Text{NB: "Trykk Windows-tasten og L.\nSe etter at skjermen låses."}
	}
	return items
}

// longDesk is the employee's list with 500 items more, half of it done, in the
// window as it opens the first time.
func longDesk(b *testing.B) *desk {
	b.Helper()
	d := openDesk(b, setting{own: ownItems(500), company: "Fjord AS", size: fyne.NewSize(1100, 720)})
	for i, item := range d.list.items {
		if i%2 == 0 {
			d.model.Marks[item.ID] = checklists.Mark{ItemID: item.ID, State: checklists.Done, At: now}
		}
	}
	d.Show(d.model)
	return d
}

// BenchmarkOpen500 is the time from the wish to see the list to its having
// been laid out.
func BenchmarkOpen500(b *testing.B) {
	d := longDesk(b)
	catalogue, err := checklists.Load()
	if err != nil {
		b.Fatal(err)
	}
	catalogue = catalogue.With(ownItems(500))
	for b.Loop() {
		s := New(d.list.texts, catalogue, checklists.Employee, "Fjord AS", checklists.Linux, d.actions())
		s.Show(d.model)
		d.window.SetContent(s.Object())
	}
}

// BenchmarkTick500 is the time from a saved tick to its being shown.
func BenchmarkTick500(b *testing.B) {
	d := longDesk(b)
	id := d.list.items[1].ID
	other := d.model
	other.Marks = maps.Clone(d.model.Marks)
	other.Marks[id] = checklists.Mark{ItemID: id, State: checklists.Done, At: now}
	for b.Loop() {
		d.model, other = other, d.model
		d.Show(d.model)
	}
}

// BenchmarkScroll500 is the time that a turn of the wheel takes.
func BenchmarkScroll500(b *testing.B) {
	d := longDesk(b)
	page, step := d.page.Page(), float32(-60)
	for b.Loop() {
		before := page.Offset.Y
		page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, step)})
		if page.Offset.Y == before {
			step = -step
		}
	}
}

// BenchmarkSearch500 is the time that a letter in the search takes.
func BenchmarkSearch500(b *testing.B) {
	d := longDesk(b)
	queries := []string{"l", "lås", "lås maskinen", "vpn", ""}
	for i := 0; b.Loop(); i++ {
		d.filter.search.SetText(queries[i%len(queries)])
	}
}

// BenchmarkOpenItem500 is the time in which an item opens or closes.
func BenchmarkOpenItem500(b *testing.B) {
	d := longDesk(b)
	r := d.near(d.list.items[2].ID)
	for b.Loop() {
		test.Tap(r.head.toggle)
	}
}
