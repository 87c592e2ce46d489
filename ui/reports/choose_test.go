package reports

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/report"
)

func TestDetails(t *testing.T) {
	tests := []struct {
		at   place
		want []string
	}{
		{place{0, 0}, []string{lock, "Anne Dahl: gjort 3. mai 2026"}},
		{place{1, 0}, []string{lock, "Bjørn Vik: ikke gjort"}},
		{place{1, 1}, []string{backup, "Bjørn Vik: gjort 5. april 2026, skulle vært gjort på nytt 5. oktober 2026"}},
		{place{2, 0}, []string{lock, "Cecilie Øye: gjelder ikke", "Jeg har stasjonær maskin", "Den står på jobben."}},
		{place{2, 1}, []string{backup, "Cecilie Øye: står ikke i rapporten"}},
		{place{0, -1}, []string{"Anne Dahl", "2 av 2 er gjort. Rapporten er fra 20. november 2026.", "Fjern rapporten"}},
		{place{1, -1}, []string{"Bjørn Vik", "0 av 2 er gjort. 1 må gjøres på nytt. Rapporten er fra 20. november 2026."}},
		{place{2, -1}, []string{"0 av 0 er gjort. 1 gjelder ikke."}},
		{place{-1, 0}, []string{lock, "1 av 2 har gjort dette. For 1 gjelder det ikke."}},
		{place{-1, 1}, []string{backup, "1 av 2 har gjort dette. 1 må gjøre det på nytt."}},
		{place{-1, -1}, []string{"Trykk på en rute, et navn eller et punkt for å se mer."}},
		{place{9, 0}, []string{"Trykk på en rute"}},
		{place{0, 9}, []string{"Trykk på en rute"}},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.at), func(t *testing.T) {
			s, _, _ := newScreen(t, three())
			s.choose(tt.at)
			for _, words := range tt.want {
				if !shows(s.details.object, words) {
					t.Errorf("%q is not told", words)
				}
			}
		})
	}
}

// A day is the same whatever side of Greenwich the machine is on.
func TestDaysAreTheCalendars(t *testing.T) {
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	for _, hours := range []int{-11, 13} {
		time.Local = time.FixedZone("", hours*60*60)
		m := three()
		s, _, _ := newScreen(t, m)
		status, answer := m.Cell(0, 0)
		if got := s.details.standing(status, answer); got != "gjort 3. mai 2026" || shortDate(answer.On) != "03.05.26" {
			t.Errorf("%d hours from Greenwich it is %q and %q", hours, got, shortDate(answer.On))
		}
	}
}

func TestChoosingByMouse(t *testing.T) {
	s, w, h := newScreen(t, three())
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(cells(s)[place{1, 1}])
	test.TapCanvas(w.Canvas(), at.AddXY(10, 10))
	if !shows(s.details.object, "Bjørn Vik: gjort 5. april 2026") {
		t.Error("a cell that is pressed is not told of")
	}
	press(t, w, "Mer om personen")
	press(t, w, "Fjern rapporten")
	test.Tap(headers(s)[place{2, -1}])
	press(t, w, "Fjern rapporten")
	if want := []string{"remove B", "remove C"}; !slices.Equal(h.asked, want) {
		t.Errorf("asked for %q, want %q", h.asked, want)
	}
	test.Tap(headers(s)[place{-1, 1}])
	if !shows(s.details.object, "1 av 2 har gjort dette.") {
		t.Error("an item that is pressed is not told of")
	}
	test.TapCanvas(w.Canvas(), at.AddXY(10, 10))
	if !shows(s.details.object, "Bjørn Vik: gjort 5. april 2026") {
		t.Error("the same cell cannot be chosen again")
	}
}

func TestAnotherMatrixClosesTheDetails(t *testing.T) {
	s, _, _ := newScreen(t, three())
	s.choose(place{0, 0})
	s.Show(three(), report.ByName)
	if !shows(s.details.object, "Trykk på en rute") {
		t.Error("what was chosen before is still told of")
	}
}

// typed presses a key a number of times.
func typed(w fyne.Window, key fyne.KeyName, times int) {
	for range times {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// inSight tells whether all of a cell can be seen.
func inSight(s *Screen, at place) bool {
	c := cells(s)[at]
	if c == nil {
		return false
	}
	table := s.table.object
	driver := fyne.CurrentApp().Driver()
	stands := driver.AbsolutePositionForObject(c).Subtract(driver.AbsolutePositionForObject(table))
	const rounding = 1
	return stands.X >= table.head.Width-rounding && stands.Y >= table.head.Height-rounding &&
		stands.X+c.Size().Width <= table.Size().Width+rounding && stands.Y+c.Size().Height <= table.Size().Height+rounding
}

// The cell that the keys have come to is never out of sight, nor behind a
// header.
func TestChoosingByKeyboard(t *testing.T) {
	s, w, _ := newScreen(t, crowd(60, 30))
	w.Canvas().Focus(s.table.object)
	at := place{}
	for _, step := range []struct {
		key         fyne.KeyName
		times       int
		row, column int
	}{
		{fyne.KeyDown, 1, 1, 0}, {fyne.KeyDown, 25, 25, 0}, {fyne.KeyRight, 9, 0, 9}, {fyne.KeyUp, 5, -5, 0},
		{fyne.KeyUp, 12, -12, 0}, {fyne.KeyLeft, 8, 0, -8}, {fyne.KeyRight, 28, 0, 28}, {fyne.KeyDown, 50, 50, 0},
	} {
		typed(w, step.key, step.times)
		at = place{at.row + step.row, at.column + step.column}
		if !inSight(s, at) {
			t.Fatalf("after %d times %s, %v is not in sight", step.times, step.key, at)
		}
	}
	typed(w, fyne.KeySpace, 1)
	if !shows(s.details.object, s.table.matrix.People[at.row].Report.Name) {
		t.Error("space does not choose")
	}
	if !inSight(s, at) {
		t.Error("what was chosen is hidden by what is told of it")
	}
}

func TestPointingScrollsNothing(t *testing.T) {
	s, _, _ := newScreen(t, crowd(60, 30))
	s.table.object.ScrollToOffset(fyne.NewPos(70, 70))
	before := s.table.object.offset
	s.table.object.OnHighlighted(widget.TableCellID{Row: 0, Col: 0})
	if s.table.object.offset != before || before != fyne.NewPos(70, 70) {
		t.Errorf("it has moved from %v to %v", before, s.table.object.offset)
	}
}
