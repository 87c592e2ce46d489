package ui

import (
	"cmp"
	"log/slog"
	"path/filepath"
	"time"

	"hjemmekontor/checklists/backup"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

// beforeRestore is the file in the data folder that holds what there was before
// the last restore.
const beforeRestore = "before-restore" + backupEnding

// parts is everything that a backup holds.
func (s *shell) parts() []backup.Part {
	return []backup.Part{backup.OfStore(s.store)}
}

// backUp saves all data as one file.
func (s *shell) backUp() {
	name := s.texts.Text("save.backup-name") + " " + time.Now().Format(time.DateOnly) + backupEnding
	s.askPlace(s.texts.Text("save.backup"), name, func(path string) {
		s.worker.do(func() {
			err := backup.Write(saving(), path, s.parts(), time.Now())
			s.do(func() {
				if err != nil {
					slog.Error("backing up", "error", err)
					s.notice("problem.not-saved")
					return
				}
				s.saySaved(path)
			})
		})
	})
}

// chooseBackup lets the user choose a backup to restore.
func (s *shell) chooseBackup() {
	s.askFile(s.texts.Text("open.backup"), backupEnding, s.askRestore)
}

// askRestore asks before a backup takes the place of what is there.
func (s *shell) askRestore(path string) {
	s.background.Go(func() {
		about, err := backup.Inspect(path)
		s.do(func() {
			if err != nil {
				s.problem("looking into a backup", err)
				return
			}
			made := about.Made.Local()
			question := s.texts.Text("settings.restore-sure", locales.Data{
				"Date": s.texts.Date(made), "Clock": s.texts.Clock(made),
			})
			s.askYes(question, s.texts.Text("settings.restore-sure-yes"), func() { s.restoreFrom(path) })
		})
	})
}

// restoreFrom puts a backup in place of what is there, which is backed up
// first, so that it can be undone.
func (s *shell) restoreFrom(path string) {
	before := filepath.Join(s.options.Data, beforeRestore)
	s.worker.do(func() {
		err := backup.Write(saving(), before, s.parts(), time.Now())
		if err != nil {
			s.do(func() { s.problem("backing up before a restore", err) })
			return
		}
		s.putIn(path, func() {
			s.offerUndo(s.texts.Text("settings.restored"), func() { s.takeBackRestore(before) })
		})
	})
}

// takeBackRestore puts back what there was before a restore.
func (s *shell) takeBackRestore(before string) {
	s.worker.do(func() { s.putIn(before, func() {}) })
}

// putIn runs on the worker: it puts a backup in place of what is there and
// shows it, in its language and look; then is called on the UI goroutine.
func (s *shell) putIn(path string, then func()) {
	err := backup.Read(saving(), path, s.parts())
	var fresh stored
	if err == nil {
		fresh, err = readStored(saving(), s.store)
	}
	s.do(func() {
		if err != nil {
			s.problem("restoring a backup", err)
			return
		}
		s.take(fresh)
		if texts, failed := locales.Load(cmp.Or(s.preferences.language, s.texts.Language())); failed == nil {
			s.texts = texts
		}
		s.app.Settings().SetTheme(theme.New(s.preferences.look))
		s.build()
		then()
	})
}
