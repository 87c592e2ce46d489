package guide

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// compare shows the comparison.
func (d *desk) compare() {
	d.Restore(State{Way: Compare})
	d.settle()
}

// tick presses the box that shows what is alike.
func (d *desk) tick(t *testing.T) {
	t.Helper()
	for range 400 {
		d.window.Canvas().FocusNext()
		if box, ok := d.window.Canvas().Focused().(*widgets.Tick); ok {
			box.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			d.settle()
			return
		}
	}
	t.Fatal("the keyboard leads to no box")
}

func TestOnlyDifferencesAreCompared(t *testing.T) {
	d := newDesk(t, usual)
	d.compare()
	var different, alike []string
	for _, topic := range d.guide.Topics() {
		name := d.texts.Text(topic.Key())
		if slices.Contains(d.guide.Differences(), topic) {
			different = append(different, name)
		} else {
			alike = append(alike, name)
		}
	}
	if len(different) == 0 || len(alike) == 0 {
		t.Fatalf("%d topics are different, %d alike", len(different), len(alike))
	}
	d.tells(t, different, alike...)
	d.tick(t)
	d.tells(t, append(alike, different...))
	d.tick(t)
	d.tells(t, different, alike...)
}

func TestEveryCellIsShown(t *testing.T) {
	for _, l := range []look{usual, {locales.English, fyne.NewSize(600, 700), 1}} {
		d := newDesk(t, l)
		d.Restore(State{Way: Compare, Alike: true})
		d.settle()
		var wanted []string
		for _, group := range tools.Groups() {
			wanted = append(wanted, d.texts.Text(group.Key()))
			for _, part := range d.guide.Parts(group) {
				wanted = append(wanted, d.texts.Text(part.Key()))
			}
		}
		for _, tool := range d.guide.Tools() {
			for _, topic := range d.guide.Topics() {
				if cell, ok := d.guide.Cell(tool.ID, topic.ID); ok {
					wanted = append(wanted, d.texts.Text(cell.Key()))
				}
			}
		}
		d.tells(t, wanted)
	}
}

func TestCellsLeadToTheirSources(t *testing.T) {
	d := newDesk(t, usual)
	d.compare()
	d.press(t, "2025 · gammelt · sikkert")
	if len(d.asked) != 1 || !strings.HasPrefix(d.asked[0], "open http") {
		t.Errorf("asked for %q", d.asked)
	}
}

// Where there are columns the names stand above them, elsewhere in every cell.
func TestNamesStandWhereTheyAreNeeded(t *testing.T) {
	tests := []struct {
		name    string
		size    fyne.Size
		scale   float32
		columns bool
	}{
		{"wide", fyne.NewSize(900, 720), 1, true},
		{"narrow", fyne.NewSize(600, 700), 1, false},
		{"large text", fyne.NewSize(1100, 720), 2, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, look{locales.Norwegian, tt.size, tt.scale})
			d.compare()
			often := strings.Count(words(d.page.Content), joined("Cisco Webex")) > 3
			if often == tt.columns {
				t.Errorf("the names stand in the cells: %v, want %v", often, !tt.columns)
			}
			d.Show(fjord())
			d.settle()
			d.tells(t, []string{"Godkjent", "Ikke godkjent", "Ikke vurdert"})
		})
	}
}

func TestNamesStayInSight(t *testing.T) {
	d := newDesk(t, usual)
	c := newComparison(d.Screen)
	d.built[string(Compare)] = c.object
	d.press(t, "Sammenlign")
	top := func() float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(c.heading).Y
	}
	if resting := top(); resting < 100 {
		t.Errorf("the names stand at %v before anything is scrolled", resting)
	}
	for _, y := range []float32{600, 1200} {
		d.page.ScrollToOffset(fyne.NewPos(0, y))
		const rounding = 0.01
		if got := top(); math.Abs(float64(got)) > rounding {
			t.Errorf("scrolled by %v, the names stand at %v", y, got)
		}
	}
	d.page.ScrollToTop()
	if resting := top(); resting < 100 {
		t.Errorf("the names stand at %v after scrolling back", resting)
	}
}

func TestStanding(t *testing.T) {
	source := []tools.Source{{Title: "Nettvett.no", URL: "https://nettvett.no/"}}
	tests := []struct {
		name     string
		evidence tools.Evidence
		want     string
	}{
		{"new", tools.Evidence{AsOf: "2026-10-01", Certainty: tools.High, Sources: source}, "1. oktober 2026 · Godt dokumentert"},
		{"a month alone", tools.Evidence{AsOf: "2026-08", Certainty: tools.Medium, Sources: source}, "august 2026 · Rimelig sikkert"},
		{"old", tools.Evidence{AsOf: "2024-08-23", Certainty: tools.Low, Sources: source}, "23. august 2024 · over ett år gammelt · Usikkert"},
		{"undated", tools.Evidence{Certainty: tools.Medium, Sources: source}, "Kilden har ingen dato · Rimelig sikkert"},
	}
	d := newDesk(t, usual)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := d.standing(tt.evidence); got != tt.want {
				t.Errorf("it says %q, want %q", got, tt.want)
			}
		})
	}
	if got := d.standing(tools.Evidence{Certainty: tools.Low}); got != d.texts.Text(tools.KeyUnsourced) {
		t.Errorf("without a source it says %q", got)
	}
	if got := words(d.brief(tests[2].evidence)); got != joined("23. august 2024 · gammelt · usikkert") {
		t.Errorf("in brief it says %q", got)
	}
}

// What was new when the app was opened is old some day.
func TestFactsGrowOld(t *testing.T) {
	d := newDesk(t, usual)
	e := tools.Evidence{AsOf: "2026-08-01", Sources: []tools.Source{{}}}
	if strings.Contains(d.standing(e), "gammelt") {
		t.Error("it is old from the beginning")
	}
	d.Show(Model{Now: today.Add(tools.TwelveMonths + 24*time.Hour)})
	if !strings.Contains(d.standing(e), "gammelt") {
		t.Error("it is never old")
	}
}
