package report

import (
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

func norwegian(tb testing.TB) *locales.Texts {
	tb.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		tb.Fatal(err)
	}
	return texts
}

func useTheme(tb testing.TB, scale float32) {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: scale}))
}

func day(year int, month time.Month, date int) time.Time {
	return time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
}

// answers is one for each way in which an item can stand.
func answers() []report.Answer {
	return []report.Answer{
		{ItemID: "open", Title: "Slå på skjermlås", Status: checklists.StatusOpen, Note: "Venter på ny maskin.\nKommer i uke 48."},
		{ItemID: "done", Title: "Oppdater maskinen", Status: checklists.StatusDone, On: day(2026, time.May, 3)},
		{ItemID: "again", Title: "Bytt passord på ruteren", Status: checklists.StatusDone, On: day(2026, time.May, 4), Due: day(2026, time.December, 4)},
		{ItemID: "due", Title: "Ta sikkerhetskopi", Status: checklists.StatusDue, On: day(2026, time.April, 5), Due: day(2026, time.October, 5)},
		{ItemID: "aside", Title: "Lås inn papirer", Status: checklists.StatusNotForMe, On: day(2026, time.June, 6), Reason: "Jeg har ikke papirer hjemme"},
	}
}

// shell answers the screen as the app's does: a name comes back in the report.
type shell struct {
	screen *Screen
	report report.Report
	names  []string
	saved  map[Format]report.Report
}

// newScreen shows a report in a window.
func newScreen(t *testing.T, r report.Report) (*Screen, fyne.Window, *shell) {
	t.Helper()
	useTheme(t, 1)
	h := &shell{report: r, saved: map[Format]report.Report{}}
	h.screen = New(norwegian(t), r.Name, Actions{
		SetName: func(name string) {
			h.names = append(h.names, name)
			h.report.Name = report.CleanName(name)
			h.screen.Show(h.report)
		},
		Save: func(format Format, r report.Report) { h.saved[format] = r },
	})
	h.screen.Show(r)
	w := test.NewTempWindow(t, h.screen.Object())
	w.Resize(fyne.NewSize(1100, 1400))
	return h.screen, w, h
}

func employeeReport() report.Report {
	return report.Report{
		Person: "A", CompanyName: "Fjord AS", Role: checklists.Employee,
		Made: time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC), Answers: answers(),
	}
}

func shows(w fyne.Window, words string) bool {
	return strings.Contains(test.RenderObjectToMarkup(w.Content()), words)
}
