package reports

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

func load(tb testing.TB, language locales.Language) *locales.Texts {
	tb.Helper()
	texts, err := locales.Load(language)
	if err != nil {
		tb.Fatal(err)
	}
	return texts
}

func useTheme(tb testing.TB, scale float32) {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: scale}))
}

// shell is what the screen has asked for.
type shell struct{ asked []string }

func (h *shell) actions() Actions {
	ask := func(what string) func() { return func() { h.asked = append(h.asked, what) } }
	return Actions{
		ImportFiles: ask("files"), ImportFolder: ask("folder"), Export: ask("export"), RemoveAll: ask("remove all"),
		Sort:   func(order report.Order) { ask("sort " + string(order))() },
		Remove: func(person string) { ask("remove " + person)() },
	}
}

// newScreen shows a matrix in a window.
func newScreen(t *testing.T, m *report.Matrix) (*Screen, fyne.Window, *shell) {
	t.Helper()
	useTheme(t, 1)
	h := &shell{}
	s := New(load(t, locales.Norwegian), h.actions())
	s.Show(m, report.ByName)
	w := test.NewTempWindow(t, s.Object())
	w.Resize(fyne.NewSize(1100, 720))
	return s, w, h
}

func shows(o fyne.CanvasObject, words string) bool {
	return strings.Contains(test.RenderObjectToMarkup(o), words)
}

func day(month time.Month, date int) time.Time {
	return time.Date(2026, month, date, 0, 0, 0, 0, time.UTC)
}

// now is when the tests take place.
var now = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.Local)

func answer(id, title string, status checklists.Status) report.Answer {
	a := report.Answer{ItemID: id, Title: title, Priority: checklists.Must, Status: status}
	switch status {
	case checklists.StatusDone, checklists.StatusNotForMe:
		a.On = day(time.May, 3)
	case checklists.StatusDue:
		a.On, a.Due = day(time.April, 5), day(time.October, 5)
	}
	return a
}

func handedIn(person, name string, answers ...report.Answer) report.Report {
	return report.Report{
		Person: person, Name: name, Role: checklists.Employee, Language: locales.Norwegian,
		Made: time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC), Answers: answers,
	}
}

const (
	lock   = "Lås skjermen når du går fra maskinen"
	backup = "Ta sikkerhetskopi"
)

// three people and two items: one has done all, one has something to do again,
// and the third's report lacks an item.
func three() *report.Matrix {
	note := answer("lock", lock, checklists.StatusNotForMe)
	note.Reason, note.Note = "Jeg har stasjonær maskin", "Den står på jobben."
	return matrix(
		handedIn("A", "Anne Dahl", answer("lock", lock, checklists.StatusDone), answer("backup", backup, checklists.StatusDone)),
		handedIn("B", "Bjørn Vik", answer("lock", lock, checklists.StatusOpen), answer("backup", backup, checklists.StatusDue)),
		handedIn("C", "Cecilie Øye", note),
	)
}

func matrix(reports ...report.Report) *report.Matrix {
	return report.NewMatrix(reports, nil, nil, now)
}

// crowd is many people with many items, in every status.
func crowd(people, items int) *report.Matrix {
	statuses := []checklists.Status{checklists.StatusDone, checklists.StatusOpen, checklists.StatusDue, checklists.StatusNotForMe, checklists.StatusDone}
	reports := make([]report.Report, people)
	for p := range reports {
		reports[p] = handedIn(fmt.Sprint("P", p), fmt.Sprintf("Person nummer %d Nordmann", p))
		for i := range items {
			title := fmt.Sprintf("Punkt %d: lås skjermen når du går fra maskinen, også hjemme", i)
			reports[p].Answers = append(reports[p].Answers, answer(fmt.Sprint("own-", i), title, statuses[(p*7+i)%len(statuses)]))
		}
	}
	return matrix(reports...)
}
