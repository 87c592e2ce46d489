package ui

import (
	"io"
	"log/slog"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"

	reportui "hjemmekontor/ui/report"
)

// openReport goes to the report of a role's list.
func (s *shell) openReport(role checklists.Role) {
	s.reportRole = role
	if s.preferences.person == "" {
		s.preferences.person = report.NewPerson()
		s.keep(keyPerson, s.preferences.person)
	}
	s.enter(reportPage)
}

// showReport shows what the report would say now.
func (s *shell) showReport(now time.Time) {
	author := report.Author{Person: s.preferences.person, Name: s.preferences.name, Role: s.reportRole}
	if s.company != nil {
		o := s.company.Organisation
		author.Company, author.CompanyName, author.CompanyVersion = o.ID, o.Name, o.Version
	}
	s.report.Show(report.New(author, s.catalogue.Items(s.reportRole), s.marks, s.notes, s.texts, now))
}

// saveReport writes a report as it was shown.
func (s *shell) saveReport(format reportui.Format, r report.Report) {
	texts := s.texts
	switch format {
	case reportui.JSON:
		s.save(texts.Text("save.report"), r.FileName(texts, "json"), r.WriteJSON)
	case reportui.PDF:
		s.save(texts.Text("save.report"), r.FileName(texts, "pdf"), func(w io.Writer) error { return r.WritePDF(w, texts) })
	case reportui.CSV:
		s.save(texts.Text("save.report"), r.FileName(texts, "csv"), func(w io.Writer) error { return r.WriteCSV(w, texts) })
	default:
		slog.Error("saving a report", "format", format)
	}
}
