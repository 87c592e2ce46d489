package ui

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"hjemmekontor/locales"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/agenda"
	"hjemmekontor/meetings/calendar"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/ui/calendars"

	agendaui "hjemmekontor/ui/agenda"
)

// calendarEnding ends the names of calendar files.
const calendarEnding = ".ics"

func (s *shell) calendarsScreen() fyne.CanvasObject {
	s.calendars = calendars.New(s.texts, calendars.Actions{
		ChooseFile: func() { s.askFile(s.texts.Text("open.calendar"), calendarEnding, s.addCalendarFile) },
		AddAddress: s.addCalendarAddress, Find: s.findCalendars, AddFound: s.addFoundCalendars,
		Rename: func(id, name string) {
			s.changeCalendar("naming a calendar", func(ctx context.Context) error { return s.agenda.Rename(ctx, id, name) })
		},
		Hide: func(id string, hide bool) {
			s.changeCalendar("hiding a calendar", func(ctx context.Context) error { return s.agenda.Hide(ctx, id, hide) })
		},
		Remove: s.removeCalendar, Refresh: s.fetchCalendars,
		SetMinutes: func(n int) {
			s.changeCalendar("setting the time before meetings", func(ctx context.Context) error { return s.agenda.SetLead(ctx, n) })
		},
		OpenKeyring: func() { s.enter(secretsPage) }, Focus: s.window.Canvas().Focus,
	})
	return s.calendars.Object()
}

// showCalendars brings the calendars' page up to date.
func (s *shell) showCalendars(now time.Time) {
	m := calendars.Model{Minutes: s.view.Lead, Busy: s.view.Busy}
	for _, c := range s.view.Calendars {
		m.Calendars = append(m.Calendars, calendars.Calendar{
			ID: c.ID, Name: c.Name, Where: c.Where, State: s.calendarState(c, now), Wrong: s.calendarTrouble(c), Hidden: c.Hidden,
		})
	}
	if s.vault.known && s.vault.missing && !s.keyring.InMemory() {
		m.NoKeyring = s.texts.Text("calendars.no-keyring")
	}
	s.calendars.Show(m)
}

// calendarState says how old what is known of a calendar is.
func (s *shell) calendarState(c agenda.State, now time.Time) string {
	key := "calendars.fetched"
	switch {
	case c.Fetched.IsZero():
		return s.texts.Text("calendars.never-fetched")
	case c.Kind == meetings.File:
		key = "calendars.read"
	}
	words := s.texts.Text(key, locales.Data{"When": agendaui.When(s.texts, c.Fetched, now)})
	if c.Temporary {
		words += " · " + s.texts.Text("calendars.temporary")
	}
	return words
}

// calendarTrouble says what is wrong with a calendar, "" if nothing is.
func (s *shell) calendarTrouble(c agenda.State) string {
	switch {
	case c.Trouble != nil:
		return s.texts.Text(calendarProblem(c.Trouble))
	case c.Skipped > 0:
		return s.texts.Count("calendars.skipped", c.Skipped)
	}
	return ""
}

// addCalendarFile adds a calendar that lies in a file.
func (s *shell) addCalendarFile(path string) {
	s.withKeyring(func(ctx context.Context) error {
		_, err := s.agenda.AddFile(ctx, path)
		return err
	}, func(err error) {
		switch {
		case err == nil:
			s.toast.say(s.texts.Text("calendars.added"))
			return
		case errors.Is(err, calendar.ErrNotCalendar):
			s.notice("calendars.problem.file-not-calendar")
		default:
			s.notice(calendarProblem(err))
		}
		slog.Warn("adding a calendar", "error", err)
	})
}

// addCalendarAddress adds what lies at a secret address.
func (s *shell) addCalendarAddress(address, name, me string, done func(problem string)) {
	s.addSecret(func(ctx context.Context) error {
		_, err := s.agenda.AddAddress(ctx, agenda.Address{URL: address, Name: name, Me: me})
		return err
	}, done)
}

// findCalendars asks an account for its calendars.
func (s *shell) findCalendars(account calendars.Account, done func([]calendars.Found, string)) {
	var found []calendars.Found
	s.withKeyring(func(ctx context.Context) error {
		collections, err := s.remote.Discover(ctx, account.Server, account.User, account.Password)
		for _, c := range collections {
			found = append(found, calendars.Found{Name: c.Name, Address: c.URL})
		}
		return err
	}, func(err error) {
		if err != nil {
			slog.Warn("looking for calendars", "error", err)
			done(nil, s.texts.Text(calendarProblem(err)))
			return
		}
		done(found, "")
	})
}

// addFoundCalendars adds calendars of an account.
func (s *shell) addFoundCalendars(account calendars.Account, chosen []calendars.Found, done func(problem string)) {
	s.addSecret(func(ctx context.Context) error {
		for _, c := range chosen {
			_, err := s.agenda.AddCalDAV(ctx, agenda.Account{URL: c.Address, User: account.User, Password: account.Password, Name: c.Name})
			if err != nil && !errors.Is(err, agenda.ErrAlready) {
				return err
			}
		}
		return nil
	}, done)
}

// addSecret adds a calendar with something secret to it. Where there is no
// keyring to keep that in, the user may choose to go on without.
func (s *shell) addSecret(add func(context.Context) error, done func(problem string)) {
	s.withKeyring(add, func(err error) {
		switch {
		case err == nil:
			done("")
			s.toast.say(s.texts.Text("calendars.added"))
		case errors.Is(err, credentials.ErrNoKeyring) && !s.keyring.InMemory():
			slog.Warn("there is no keyring", "error", err)
			done(s.texts.Text("calendars.no-keyring"))
			s.askYes(s.texts.Text("calendars.keep-inside"), s.texts.Text("secrets.keep-inside"), func() {
				s.keepInside()
				s.addSecret(add, done)
			})
		default:
			slog.Warn("adding a calendar", "error", err)
			done(s.texts.Text(calendarProblem(err)))
		}
	})
}

// changeCalendar changes something about a calendar. The agenda shows it.
func (s *shell) changeCalendar(doing string, change func(context.Context) error) {
	s.withKeyring(change, func(err error) {
		if err != nil {
			s.problem(doing, err)
		}
	})
}

// removeCalendar takes a calendar away and offers to undo it.
func (s *shell) removeCalendar(id string) {
	var removed agenda.Removed
	s.withKeyring(func(ctx context.Context) (err error) {
		removed, err = s.agenda.Remove(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			s.problem("removing a calendar", err)
			return
		}
		s.offerUndo(s.texts.Text("undone.calendar"), func() {
			s.changeCalendar("putting a calendar back", func(ctx context.Context) error { return s.agenda.PutBack(ctx, removed) })
		})
	})
}
