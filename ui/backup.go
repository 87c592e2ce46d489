package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"time"

	"hjemmekontor/checklists/backup"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings"
	"hjemmekontor/ui/theme"
)

// beforeRestore is the file in the data folder that holds what there was before
// the last restore.
const beforeRestore = "before-restore" + backupEnding

// parts is everything that a backup holds.
func (s *shell) parts() []backup.Part {
	remembered := s.options.Meetings
	return []backup.Part{backup.OfStore(s.store), {
		Name: meetings.BackupName,
		Save: remembered.SaveBackup,
		Check: func(_ context.Context, path string) error {
			return inBackup(meetings.CheckBackup(path))
		},
		Restore: remembered.RestoreBackup,
	}}
}

// inBackup adds to what is wrong with the part on meetings what that means for
// the backup it lies in.
func inBackup(err error) error {
	switch {
	case errors.Is(err, meetings.ErrNewer):
		return fmt.Errorf("%w: %w", backup.ErrNewer, err)
	case errors.Is(err, meetings.ErrNotBackup), errors.Is(err, meetings.ErrTooMany):
		return fmt.Errorf("%w: %w", backup.ErrDamaged, err)
	}
	return err
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

// askRestore asks before a backup takes the place of what is there. A backup
// that brings another company's file in, or one by another key, gets round the
// question that such a file is taken with, so it is asked here.
func (s *shell) askRestore(path string) {
	s.background.Go(func() {
		about, err := backup.Inspect(path)
		var company *organisation.File
		if err == nil {
			company, err = companyIn(s.ctx, path)
		}
		s.do(func() {
			if err != nil {
				s.problem("looking into a backup", err)
				return
			}
			made := about.Made.Local()
			question := s.texts.Text("settings.restore-sure", locales.Data{
				"Date": s.texts.Date(made), "Clock": s.texts.Clock(made),
			})
			if company != nil && (s.company == nil || s.company.Key != company.Key) {
				question += "\n\n" + s.texts.Text("settings.restore-company", locales.Data{
					"Company": company.Organisation.Name, "Fingerprint": company.Fingerprint(),
				})
			}
			s.askYes(question, s.texts.Text("settings.restore-sure-yes"), func() { s.restoreFrom(path) })
		})
	})
}

// companyIn reads the company's file in a backup, nil if it has none. One that
// is not sound is none: it will be refused when it is looked at.
func companyIn(ctx context.Context, path string) (*organisation.File, error) {
	raw, err := backup.OrganisationFile(ctx, path)
	if err != nil || raw == nil {
		return nil, err
	}
	file, err := organisation.Parse(raw)
	if err != nil {
		slog.Warn("reading the organisation file in a backup", "error", err)
		return nil, nil
	}
	return file, nil
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
		s.recall()
		then()
	})
}
