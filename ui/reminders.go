package ui

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/reminder"
)

// setReminders says whether the user wants to be told of what has come due.
func (s *shell) setReminders(on bool) {
	s.preferences.reminders = on
	value := ""
	if !on {
		value = off
	}
	s.keep(keyReminders, value)
}

// remind tells the user, for as long as the app runs, of items that have come
// due.
func (s *shell) remind() {
	s.background.Go(func() {
		reminder.New(&reminding{s}).Run(s.ctx, func(int) { s.do(s.notifyDue) },
			func(err error) { slog.Warn("looking for what has come due", "error", err) })
	})
}

// notifyDue shows a notification of the system's. Its words are always the
// same: Fyne hands them to a command line on Windows.
func (s *shell) notifyDue() {
	note := fyne.NewNotification(s.texts.Text("app.name"), s.texts.Text("app.reminder"))
	s.background.Go(func() { s.app.SendNotification(note) })
}

// reminding is what the reminder asks the store. It runs away from the UI
// goroutine.
type reminding struct{ shell *shell }

var _ reminder.Store = (*reminding)(nil)

// Wanted reports whether reminders are switched on.
func (r *reminding) Wanted(ctx context.Context) (bool, error) {
	value, _, err := r.shell.store.Preference(ctx, keyReminders)
	return value != off, err
}

// Due counts what is due on the list that the home page shows.
func (r *reminding) Due(ctx context.Context, now time.Time) (int, error) {
	role, _, err := r.shell.store.Preference(ctx, keyRole)
	if err != nil {
		return 0, err
	}
	marks, err := r.shell.store.Marks(ctx)
	if err != nil {
		return 0, err
	}
	list := checklists.Employee
	if checklists.Role(role) == checklists.Employer {
		list = checklists.Employer
	}
	return reminder.Due(r.shell.listed.Load().Items(list), marks, now), nil
}

// Claim makes a day's reminder this window's.
func (r *reminding) Claim(ctx context.Context, day string) (bool, error) {
	return r.shell.store.Claim(ctx, keyReminded, day)
}
