// Package report is the screen on which an employee sees, in full, what a
// report will tell the employer, signs it off and saves it.
//
// The screen shows what it is given and asks for changes by callback.
package report

import (
	"fyne.io/fyne/v2"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	// SetName says who signs the report off; the shell answers with Show.
	SetName func(name string)
	// Save writes the report as it is shown.
	Save func(format Format, r report.Report)
}

// Format is a kind of file.
type Format string

// The formats: one that the employer's app reads, one for people, and one for
// spreadsheets.
const (
	JSON Format = "json"
	PDF  Format = "pdf"
	CSV  Format = "csv"
)

// Screen is the report on the screen.
type Screen struct {
	texts   *locales.Texts
	actions Actions
	report  report.Report
	shown   bool // something has been shown

	page      *widgets.LongPage
	title     *widgets.Text
	intro     *widgets.Text
	what      *widgets.Panel // what the employer gets to know
	signature *signature
	progress  *widgets.Text
	signed    *widgets.Text // by whom, as it stands in the report
	list      *widgets.Rows
	heights   *heights
	rows      []*row
}

// New builds the screen; Show fills it in. Name is who signed the last time.
func New(texts *locales.Texts, name string, actions Actions) *Screen {
	s := &Screen{
		texts: texts, actions: actions, heights: &heights{},
		title: widgets.NewText("", widgets.Title), intro: widgets.NewText("", widgets.Muted),
		what:     widgets.NewHint(texts.Text("report.what")),
		progress: widgets.NewText("", widgets.Strong), signed: widgets.NewText("", widgets.Muted),
	}
	s.signature = newSignature(texts, name, signing{
		named: actions.SetName,
		save:  func(format Format) { actions.Save(format, s.report) },
		grown: func() { s.page.Update() },
	})
	s.list = widgets.NewRows(widgets.NewLines(
		widgets.NewText(texts.Text("report.preview"), widgets.Subtitle), s.progress, s.signed))
	s.page = widgets.NewLongPage(
		widgets.NewLines(s.title, s.intro),
		s.what,
		s.signature.object,
		s.list,
	)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page.Page() }

// Show brings the screen up to date: what is shown is what would be saved. What
// has been confirmed is confirmed no longer once something else is shown.
func (s *Screen) Show(r report.Report) {
	changed := !s.shown || !sameContent(s.report, r)
	if changed && s.shown {
		s.signature.withdraw()
	}
	s.report, s.shown = r, true
	s.signature.show(r)
	s.sign()
	if changed {
		s.head()
		s.fill()
	}
	s.page.Update()
}

// sameContent tells whether nothing but who signs, and when, differs, so that
// what is being typed does not build a long list anew.
func sameContent(a, b report.Report) bool {
	if a.CompanyName != b.CompanyName || a.Role != b.Role || len(a.Answers) != len(b.Answers) {
		return false
	}
	for i := range a.Answers {
		if a.Answers[i] != b.Answers[i] {
			return false
		}
	}
	return true
}

// head says what the report is about and to whom it goes.
func (s *Screen) head() {
	s.what.Hidden = s.report.Role == checklists.Employer
	switch {
	case s.report.Role == checklists.Employer:
		s.title.Set(s.texts.Text("report.title-employer"))
		s.intro.Set(s.texts.Text("report.intro-employer"))
	case s.report.CompanyName != "":
		s.title.Set(s.texts.Text("report.title"))
		s.intro.Set(s.texts.Text("report.intro-company", locales.Data{"Name": s.report.CompanyName}))
	default:
		s.title.Set(s.texts.Text("report.title"))
		s.intro.Set(s.texts.Text("report.intro"))
	}
	p := s.report.Progress()
	words := s.texts.Text("report.progress", locales.Data{"Done": p.Done, "Total": p.Total()})
	if p.Due > 0 {
		words += " " + s.texts.Count("report.progress-due", p.Due)
	}
	if p.NotForMe > 0 {
		words += " " + s.texts.Count("report.progress-aside", p.NotForMe)
	}
	s.progress.Set(words)
}

// sign shows the name as it will stand in the report.
func (s *Screen) sign() {
	s.signed.Hidden = s.report.Name == ""
	s.signed.Set(s.texts.Text("report.signed", locales.Data{
		"Name": s.report.Name, "Date": s.texts.Date(s.report.Made.Local()),
	}))
}

// fill lists the answers.
func (s *Screen) fill() {
	shown := make([]widgets.Row, len(s.report.Answers))
	for i, answer := range s.report.Answers {
		if i == len(s.rows) {
			s.rows = append(s.rows, &row{texts: s.texts, heights: s.heights})
		}
		if s.rows[i].show(answer) {
			s.list.Changed(s.rows[i])
		}
		shown[i] = s.rows[i]
	}
	s.list.Set(shown)
}
