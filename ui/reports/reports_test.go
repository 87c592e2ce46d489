package reports

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
)

// press goes by keyboard to the button with these words and presses it.
func press(t *testing.T, w fyne.Window, words string) {
	t.Helper()
	const most = 20
	for range most {
		w.Canvas().FocusNext()
		if b, ok := w.Canvas().Focused().(*widget.Button); ok && b.Text == words {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return
		}
	}
	t.Fatalf("the keyboard leads to no button %q", words)
}

func TestWithoutReportsItSaysHowToGetThem(t *testing.T) {
	s, w, h := newScreen(t, matrix())
	for _, words := range []string{"Ingen rapporter ennå", "«Lag rapport»", "Hent inn filer", "Hent inn en mappe"} {
		if !shows(w.Content(), words) {
			t.Errorf("%q is not shown", words)
		}
	}
	for _, words := range []string{"Lagre som CSV", "Fjern alle", "Etter navn", "ikke gjort", "Trykk på en rute"} {
		if shows(w.Content(), words) {
			t.Errorf("%q is shown", words)
		}
	}
	press(t, w, "Hent inn filer …")
	press(t, w, "Hent inn en mappe …")
	if want := []string{"files", "folder"}; !slices.Equal(h.asked, want) {
		t.Errorf("asked for %q, want %q", h.asked, want)
	}
	s.Show(three(), report.ByName)
	s.Show(matrix(), report.ByName)
	if !shows(w.Content(), "Ingen rapporter ennå") || s.table.object.Visible() {
		t.Error("with the last report gone, it does not say how to get them")
	}
}

func TestWhatCanBeDoneWithReports(t *testing.T) {
	_, w, h := newScreen(t, three())
	for _, button := range []string{"Hent inn filer …", "Hent inn en mappe …", "Lagre som CSV …", "Fjern alle"} {
		press(t, w, button)
	}
	if want := []string{"files", "folder", "export", "remove all"}; !slices.Equal(h.asked, want) {
		t.Errorf("asked for %q, want %q", h.asked, want)
	}
}

func TestSummary(t *testing.T) {
	tests := []struct {
		name string
		m    *report.Matrix
		want string
	}{
		{"nobody", matrix(), "Her ser du hvem som har gjort hva. Rapportene blir liggende på denne maskinen."},
		{"one who has done all", matrix(three().People[0].Report), "Rapport fra 1 person. 1 har gjort alt."},
		{"one who has not", matrix(three().People[1].Report), "Rapport fra 1 person. Ingen har gjort alt ennå. 1 har noe som må gjøres på nytt."},
		{"three", three(), "Rapporter fra 3 personer. 2 har gjort alt. 1 har noe som må gjøres på nytt."},
		{"one with an empty list", matrix(handedIn("A", "Anne")), "Rapport fra 1 person. Ingen har gjort alt ennå."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _, _ := newScreen(t, tt.m)
			if got := s.head.summary.String(); got != tt.want {
				t.Errorf("it says %q, want %q", got, tt.want)
			}
		})
	}
}

func TestItemsWithoutAColumnAreCounted(t *testing.T) {
	m := three()
	m.LeftOut = 12
	_, w, _ := newScreen(t, m)
	if !shows(w.Content(), "12 punkter fra rapportene får ikke plass") {
		t.Error("what is left out is not told")
	}
}

func TestBusy(t *testing.T) {
	for name, m := range map[string]*report.Matrix{"empty": matrix(), "three": three()} {
		s, w, _ := newScreen(t, m)
		for _, busy := range []bool{true, false, true, false} {
			s.Busy(busy)
			if shows(w.Content(), "Leser rapportene …") != busy || shows(w.Content(), "Hent inn filer …") == busy {
				t.Errorf("%s: busy %v is not what is seen", name, busy)
			}
		}
		s.Busy(true)
		s.Show(three(), report.ByName) // what was read before comes meanwhile
		if shows(w.Content(), "Hent inn filer …") || !shows(w.Content(), "Anne Dahl") {
			t.Errorf("%s: what comes meanwhile is not shown, or lets the buttons loose", name)
		}
	}
}

// The order is changed by the shell, and seen when it has been.
func TestSorting(t *testing.T) {
	s, w, h := newScreen(t, three())
	test.Tap(s.head.orders[report.ByProgress])
	test.Tap(s.head.orders[report.ByOverdue])
	test.Tap(s.head.orders[report.ByName])
	if want := []string{"sort progress", "sort overdue", "sort name"}; !slices.Equal(h.asked, want) {
		t.Errorf("asked for %q, want %q", h.asked, want)
	}
	m := three()
	m.Sort(report.ByOverdue)
	s.Show(m, report.ByOverdue)
	if first := headers(s)[place{0, -1}].title; first != "Bjørn Vik" {
		t.Errorf("first is %q", first)
	}
	if !shows(w.Content(), "Flest på nytt først") {
		t.Error("the order cannot be chosen any more")
	}
}

// Nothing may be cut off in the narrowest window, at the largest text, and the
// table is always there.
func TestSmallWindows(t *testing.T) {
	for _, language := range locales.Languages() {
		for _, size := range []fyne.Size{fyne.NewSize(520, 320), fyne.NewSize(560, 700)} {
			t.Run(fmt.Sprint(language, size), func(t *testing.T) {
				useTheme(t, 2)
				s := New(load(t, language), Actions{})
				w := test.NewTempWindow(t, s.Object())
				w.Resize(size)
				s.Show(crowd(50, 20), report.ByName)
				s.choose(place{30, 10})
				if width := s.page.Content.MinSize().Width; width > size.Width {
					t.Errorf("the page needs %v", width)
				}
				table := s.table.object
				if table.Size().Height < s.table.least() || len(headers(s)) < leastRows {
					t.Errorf("the table has %v, with %d headers", table.Size(), len(headers(s)))
				}
				if names := table.head.Width; names > size.Width/2 {
					t.Errorf("the names take %v", names)
				}
				bottom := s.details.object.Position().Y + s.details.object.Size().Height - s.page.Offset.Y
				if bottom > s.page.Size().Height {
					t.Errorf("the details end %v below what is seen", bottom-s.page.Size().Height)
				}
			})
		}
	}
}
