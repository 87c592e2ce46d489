package ui

import (
	"log/slog"
	"os"
	"strings"

	"fyne.io/fyne/v2"
)

// dropped takes files and folders that were drawn into the window.
func (s *shell) dropped(_ fyne.Position, addresses []fyne.URI) {
	var paths []string
	for _, address := range addresses {
		if address.Scheme() == "file" {
			paths = append(paths, address.Path())
		}
	}
	s.openPaths(paths)
}

// openPaths takes files by what their names say they are: one of the app's own
// kinds by itself, anything that may be reports together.
func (s *shell) openPaths(paths []string) {
	if len(paths) == 1 {
		switch name := strings.ToLower(paths[0]); {
		case strings.HasSuffix(name, companyEnding):
			s.readCompany(paths[0])
			return
		case strings.HasSuffix(name, backupEnding):
			s.askRestore(paths[0])
			return
		case strings.HasSuffix(name, calendarEnding):
			s.enter(calendarsPage)
			s.addCalendarFile(paths[0])
			return
		}
	}
	s.background.Go(func() {
		reports := reportPaths(paths)
		s.do(func() {
			if len(reports) == 0 {
				slog.Info("refusing files by their names", "count", len(paths))
				s.notice("problem.unknown-file")
				return
			}
			s.from = Company
			s.turnTo(reportsPage)
			s.readReports(reports)
		})
	})
}

// reportPaths picks out what may be reports, which are files of the endings
// that reports are saved with, and folders.
func reportPaths(paths []string) []string {
	var reports []string
	for _, path := range paths {
		name := strings.ToLower(path)
		info, err := os.Stat(path)
		folder := err == nil && info.IsDir()
		if folder || strings.HasSuffix(name, ".json") || strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".pdf") {
			reports = append(reports, path)
		}
	}
	return reports
}
