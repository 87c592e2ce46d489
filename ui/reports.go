package ui

import (
	"cmp"
	"io"
	"log/slog"
	"path/filepath"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
)

// showReports reads the reports that are kept and shows them.
func (s *shell) showReports() {
	screen := s.reports
	items := s.catalogue.Items(checklists.Employee)
	texts, order := s.texts, cmp.Or(s.order, report.ByName)
	s.worker.do(func() {
		held, err := s.store.Reports(saving())
		matrix := report.NewMatrix(decoded(held), items, func(item checklists.Item) string {
			return item.Words(texts, checklists.ThisSystem()).Title
		}, time.Now())
		matrix.Sort(order)
		s.do(func() {
			if err != nil {
				s.problem("reading reports", err)
				return
			}
			s.matrix = matrix
			if s.reports == screen {
				screen.Show(matrix, order)
			}
		})
	})
}

// decoded reads reports as they are kept, those of employees; one that cannot
// be read is left out.
func decoded(held []checklists.KeptReport) []report.Report {
	reports := make([]report.Report, 0, len(held))
	for _, k := range held {
		r, err := report.Decode(k.Data)
		if err != nil {
			slog.Error("reading a report that is kept", "error", err)
			continue
		}
		if r.Role == checklists.Employee {
			reports = append(reports, r)
		}
	}
	return reports
}

// sortReports brings the table into another order.
func (s *shell) sortReports(order report.Order) {
	s.order = order
	s.showReports()
}

// readReports takes reports in from files and folders.
func (s *shell) readReports(paths []string) {
	s.reports.Busy(true)
	s.background.Go(func() {
		read := report.ReadAll(s.ctx, paths)
		kept := make([]checklists.KeptReport, 0, len(read.Reports))
		for _, r := range read.Reports {
			kept = append(kept, checklists.KeptReport{Person: r.Person, Made: r.Made, Data: report.Encode(r)})
		}
		s.worker.do(func() {
			added, replaced, err := s.store.KeepReports(saving(), kept)
			s.do(func() { s.tookReports(read, added+replaced, err) })
		})
	})
}

// tookReports says what came of it.
func (s *shell) tookReports(read report.Read, taken int, err error) {
	s.reports.Busy(false)
	if err != nil {
		s.problem("keeping reports", err)
		return
	}
	s.showReports()
	for _, problem := range read.Problems {
		slog.Info("refusing a report", "error", problem.Err)
	}
	switch {
	case len(read.Problems) == 1:
		first := read.Problems[0]
		s.notice("reports.problem-one", locales.Data{
			"Taken": s.texts.Count("reports.taken", taken), "File": filepath.Base(first.Path),
			"Why": s.texts.Text(ProblemKey(first.Err)),
		})
	case len(read.Problems) > 1:
		first := read.Problems[0]
		s.notice("reports.problem-many", locales.Data{
			"Taken": s.texts.Count("reports.taken", taken), "Count": len(read.Problems), "File": filepath.Base(first.Path),
			"Why": s.texts.Text(ProblemKey(first.Err)),
		})
	case len(read.Reports) == 0:
		s.notice("reports.none-found")
	default:
		s.toast.say(s.texts.Count("reports.taken", taken))
	}
}

// removeReports takes reports away, all without names, and offers to undo it.
func (s *shell) removeReports(people ...string) {
	s.worker.do(func() {
		gone, err := s.store.DeleteReports(saving(), people...)
		s.do(func() {
			if err != nil {
				s.problem("removing reports", err)
				return
			}
			s.showReports()
			s.offerUndo(s.texts.Count("reports.removed", len(gone)), func() { s.putBack(gone) })
		})
	})
}

func (s *shell) putBack(reports []checklists.KeptReport) {
	s.worker.do(func() {
		_, _, err := s.store.KeepReports(saving(), reports)
		s.do(func() {
			if err != nil {
				s.problem("putting reports back", err)
				return
			}
			s.showReports()
		})
	})
}

// exportReports writes the table for a spreadsheet.
func (s *shell) exportReports() {
	matrix, texts := s.matrix, s.texts
	if matrix == nil {
		return
	}
	name := texts.Text("save.reports-name") + " " + time.Now().Format(time.DateOnly) + ".csv"
	s.save(texts.Text("save.reports"), name, func(w io.Writer) error { return matrix.WriteCSV(w, texts) })
}
