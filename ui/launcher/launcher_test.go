package launcher

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/agenda"
	"hjemmekontor/ui/theme"
)

func TestTheMorning(t *testing.T) {
	s, w, h := newScreen(t)
	s.Show(full())
	press(t, w, "Bli med")
	press(t, w, "Start samtale")
	press(t, w, "Tøm listen")
	press(t, w, "Google Meet")
	if got, want := h.asks(), "join a; start; forget all; new meet"; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
}

func TestWhatHappenedIsSaidWhereItIsSeen(t *testing.T) {
	s, w, _ := newScreen(t)
	w.Resize(fyne.NewSize(900, 400))
	m := full()
	s.Show(m)
	down := func() {
		s.page.ScrollToBottom()
		if s.page.Offset.Y == 0 {
			t.Fatal("the page does not scroll")
		}
	}
	down()
	for nth := range 2 { // the same app twice
		m.Outcome = agenda.Outcome{Happened: agenda.InApp, Service: "Zoom", Nth: nth + 1}
		s.Show(m)
		if !shows(s.Object(), "Åpnet i Zoom.") || s.page.Offset.Y != 0 {
			t.Errorf("time %d: it is not said, or out of sight", nth)
		}
		down()
	}
	at := s.page.Offset
	m.Agenda.Now = m.Agenda.Now.Add(time.Minute)
	s.Show(m)
	m.Outcome = agenda.Outcome{Nth: 2}
	s.Show(m)
	if shows(s.Object(), "Åpnet i Zoom.") || s.page.Offset.Y == 0 {
		t.Errorf("dismissed, the page goes from %v to %v", at, s.page.Offset)
	}
}

func TestRecent(t *testing.T) {
	s, _, h := newScreen(t)
	s.Show(Model{Agenda: agenda.Model{Now: morning}})
	if s.recent.object.Visible() {
		t.Error("there is a card for nothing")
	}
	m := full()
	m.Recent[1].Kept = true
	s.Show(m)
	for _, words := range []string{"Zoom-møte 812 3344 5566", "i går kl. 14:02", "Byggemøte", "Microsoft Teams · torsdag kl. 10:00"} {
		if !shows(s.recent.object, words) {
			t.Errorf("%q is not shown", words)
		}
	}
	first, second := s.recent.lines["r1"], s.recent.lines["r2"]
	test.Tap(first.open)
	test.Tap(first.keep)
	test.Tap(second.acts.Objects[1].(*widget.Button))
	if got, want := h.asks(), "recent r1; keep recent r1; forget r2"; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
	if second.keep.Visible() {
		t.Error("one that is kept can be kept")
	}
}

func TestManyRecent(t *testing.T) {
	s, w, _ := newScreen(t)
	var many []Recent
	for i := range 10 {
		many = append(many, Recent{ID: fmt.Sprint(i), Name: fmt.Sprintf("Møte %d.", i), At: morning})
	}
	s.Show(Model{Agenda: agenda.Model{Now: morning}, Recent: many})
	if !shows(s.recent.object, "Møte 3.") || shows(s.recent.object, "Møte 4.") {
		t.Error("a few are not what is shown")
	}
	press(t, w, "Vis alle")
	if !shows(s.recent.object, "Møte 9.") || s.recent.more.Visible() {
		t.Error("not all are shown")
	}
}

func TestTools(t *testing.T) {
	s, _, h := newScreen(t)
	m := full()
	s.Show(m)
	if s.tools.choices.Visible() || s.tools.ways["meet"] != nil {
		t.Error("the ways are unfolded, or there is a choice where there is none")
	}
	test.Tap(s.tools.toggle)
	way := s.tools.ways["zoom"]
	test.Tap(way.Object().(*fyne.Container).Objects[1].(*widget.Button))
	if got := h.asks(); got != "way zoom browser" {
		t.Errorf("asked for %s", got)
	}
	if got := s.tools.says["zoom"].String(); got != "Åpnes i appen" {
		t.Errorf("before it is saved it says %q", got)
	}
	m.Tools[0].Way = Browser
	s.Show(m)
	if got := s.tools.says["zoom"].String(); got != "Åpnes i nettleseren" || s.tools.ways["zoom"] != way {
		t.Errorf("it says %q, or the choice is built anew", got)
	}
	m.Tools = nil
	s.Show(m)
	if s.tools.object.Visible() {
		t.Error("there is a card for nothing")
	}
}

// What is being typed and unfolded goes on in another language.
func TestState(t *testing.T) {
	s, w, _ := newScreen(t)
	s.Show(full())
	if !s.State().Empty() {
		t.Errorf("untouched it is %+v", s.State())
	}
	s.Paste(zoom)
	press(t, w, "Lagre som favoritt")
	test.Type(w.Canvas().Focused(), "Eier")
	line := s.favourites.lines[1]
	line.rename()
	line.naming.entry.SetText("Styre og")
	s.today.Unfold(true)
	s.tools.unfold(true)
	want := State{Text: zoom, Naming: true, Name: "Eier", Renaming: "2", NewName: "Styre og", Week: true, Ways: true}
	if got := s.State(); got != want {
		t.Fatalf("it is %+v", got)
	}
	for _, early := range []bool{true, false} { // before it is shown, and after
		again, _, _ := newScreenIn(t, locales.English, theme.Choice{Appearance: theme.Light, TextScale: 1})
		if early {
			again.Restore(want)
			again.Show(full())
		} else {
			again.Show(full())
			again.Restore(want)
		}
		if got := again.State(); got != want {
			t.Errorf("restored early %v it is %+v", early, got)
		}
		if !shows(again.Object(), "Zoom meeting 923 4567 8901") || !shows(again.Object(), "Tomorrow") {
			t.Error("it is not shown")
		}
	}
}

// The page is shown anew every minute: the keys stay where they are.
func TestShowingTheSameLeavesEverythingInPlace(t *testing.T) {
	s, w, _ := newScreen(t)
	m := full()
	s.Show(m)
	s.Paste(zoom)
	var stops []fyne.Focusable
	const most = 100
	for range most {
		w.Canvas().FocusNext()
		f := w.Canvas().Focused()
		if len(stops) > 0 && f == stops[0] {
			break
		}
		stops = append(stops, f)
	}
	if len(stops) < 20 || len(stops) == most {
		t.Fatalf("the tabulator leads to %d places", len(stops))
	}
	for _, f := range stops {
		w.Canvas().Focus(f)
		m.Agenda.Now = m.Agenda.Now.Add(time.Second)
		s.Show(m)
		w.Canvas().FocusPrevious()
		w.Canvas().FocusNext()
		if w.Canvas().Focused() != f {
			t.Fatalf("%T is built anew", f)
		}
	}
}

// Nothing is wider than the window, in whatever language and however large the
// text.
func TestEverythingFits(t *testing.T) {
	for _, language := range locales.Languages() {
		for _, scale := range []float32{1, 2} {
			s, w, _ := newScreenIn(t, language, theme.Choice{Appearance: theme.Dark, TextScale: scale})
			m := full()
			m.Outcome = agenda.Outcome{Happened: agenda.InApp, Service: "Microsoft Teams"}
			s.Show(m)
			s.Paste(zoom)
			s.today.Unfold(true)
			s.tools.unfold(true)
			for _, line := range s.favourites.lines {
				line.unfold(true)
			}
			for _, width := range []float32{570, 1000} {
				w.Resize(fyne.NewSize(width, 700))
				if least := s.page.Content.MinSize().Width; least > width {
					t.Errorf("%s, text %v: the page needs %v of %v", language, scale, least, width)
				}
			}
			if words := said(s.Object()); strings.Contains(words, "launcher.") || strings.Contains(words, "agenda.") {
				t.Errorf("%s: a key is shown in %q", language, words)
			}
		}
	}
}
