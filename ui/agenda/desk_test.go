package agenda

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// at is a time of day in the tests, on the day they take place or some after.
func at(day, hour, minute int) time.Time {
	return time.Date(2026, time.November, 23+day, hour, minute, 0, 0, time.Local)
}

// morning is when the tests take place: a Monday.
var morning = at(0, 8, 55)

// meeting lasts an hour, unless it is given another end.
func meeting(id string, start time.Time, change ...func(*Meeting)) Meeting {
	m := Meeting{ID: id, Title: "Møte " + id, Start: start, End: start.Add(time.Hour), Service: "Zoom", Joinable: true}
	for _, c := range change {
		c(&m)
	}
	return m
}

func until(end time.Time) func(*Meeting)   { return func(m *Meeting) { m.End = end } }
func answered(a Answer) func(*Meeting)     { return func(m *Meeting) { m.Answer = a } }
func cancelled(m *Meeting)                 { m.Cancelled = true }
func free(m *Meeting)                      { m.Free = true }
func wholeDay(m *Meeting)                  { m.AllDay = true }
func titled(title string) func(m *Meeting) { return func(m *Meeting) { m.Title = title } }

// office is a calendar that was fetched a while ago.
func office(change ...func(*Calendar)) []Calendar {
	c := Calendar{Name: "Jobb", Where: "outlook.office365.com", Fetched: at(0, 8, 50)}
	for _, f := range change {
		f(&c)
	}
	return []Calendar{c}
}

// loaded is what is shown of some meetings.
func loaded(meetings ...Meeting) Model {
	return Model{Now: morning, Loaded: true, Calendars: office(), Meetings: meetings}
}

// asked is what a card has asked the shell for.
type asked struct{ what []string }

func (a *asked) actions() Actions {
	say := func(what string) func() { return func() { a.what = append(a.what, what) } }
	return Actions{
		Join:        func(id string) { say("join " + id)() },
		AddCalendar: say("add"), Calendars: say("calendars"), Fetch: say("fetch"), OpenMeetings: say("meetings"),
	}
}

func loadTexts(t testing.TB, language locales.Language) *locales.Texts {
	t.Helper()
	texts, err := locales.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// useTheme gives the test an app in the app's own look.
func useTheme(t testing.TB, scale float32) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: scale}))
}

// show puts something on a page of a window.
func show(t testing.TB, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, widgets.NewPage(o))
	w.Resize(fyne.NewSize(700, 800))
	return w
}

// press goes by keyboard to the button with these words and presses it.
func press(t *testing.T, w fyne.Window, words string) {
	t.Helper()
	const most = 60
	for range most {
		w.Canvas().FocusNext()
		if b, ok := w.Canvas().Focused().(*widget.Button); ok && b.Text == words {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return
		}
	}
	t.Fatalf("the keyboard leads to no button %q", words)
}

// said is all that can be read, in order; a text that wraps is whole.
func said(o fyne.CanvasObject) string {
	var all []string
	for _, o := range test.LaidOutObjects(o) {
		switch o := o.(type) {
		case *widgets.Text:
			all = append(all, o.String())
		case *canvas.Text:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, "\n")
}

func shows(o fyne.CanvasObject, words string) bool { return strings.Contains(said(o), words) }

// checkOrder fails unless words are shown in this order.
func checkOrder(t *testing.T, o fyne.CanvasObject, words ...string) {
	t.Helper()
	rest := said(o)
	for _, w := range words {
		_, after, found := strings.Cut(rest, w)
		if !found {
			t.Fatalf("%q is not shown, or comes too early", w)
		}
		rest = after
	}
}
