package ui

import (
	"context"
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/ui/secrets"
)

// vault is what is known of the keyring.
type vault struct {
	known   bool
	missing bool // there is none
	trouble error
	names   []credentials.Name
	tried   bool // it was tried, and nothing has been done with it since
	failed  error
	busy    bool
}

func (s *shell) secretsScreen() fyne.CanvasObject {
	s.secrets = secrets.New(s.texts, secrets.Actions{
		Delete: s.deleteSecret, DeleteAll: s.deleteSecrets, Try: s.tryKeyring,
		LookAgain: s.lookIntoKeyring, KeepInside: func() { s.keepInside(); s.lookIntoKeyring() },
	})
	s.lookIntoKeyring()
	return s.secrets.Object()
}

// showSecrets brings the keyring's page up to date.
func (s *shell) showSecrets() {
	m := secrets.Model{Busy: s.vault.busy}
	switch v := s.vault; {
	case s.keyring.InMemory():
		m.Keyring = secrets.Memory
	case !v.known:
	case v.missing:
		m.Keyring = secrets.Missing
	case v.trouble != nil:
		m.Keyring, m.Trouble = secrets.Troubled, s.texts.Text(keyringProblem(v.trouble))
	default:
		m.Keyring = secrets.Ready
	}
	for _, name := range s.vault.names {
		m.Entries = append(m.Entries, s.secretShown(name))
	}
	if s.vault.tried {
		m.Works, m.Tried = s.vault.failed == nil, s.texts.Text("secrets.works")
		if s.vault.failed != nil {
			m.Tried = s.texts.Text(keyringProblem(s.vault.failed))
		}
	}
	s.secrets.Show(m)
}

// secretShown says what a secret is for.
func (s *shell) secretShown(name credentials.Name) secrets.Entry {
	e := secrets.Entry{Name: string(name)}
	called := s.nameOfSecret(name)
	title := func(named, unnamed string) {
		if called == "" {
			e.Title = s.texts.Text(unnamed)
			return
		}
		e.Title = s.texts.Text(named, locales.Data{"Name": called})
	}
	switch name.Kind() {
	case credentials.OrganisationKey:
		title("secrets.kind.organisation-key", "secrets.kind.organisation-key-unnamed")
		e.Loss = s.texts.Text("secrets.kind.organisation-key-loss")
	case credentials.Calendar:
		title("secrets.kind.calendar", "secrets.kind.calendar-unnamed")
	case credentials.MeetingLink:
		title("secrets.kind.meeting-link", "secrets.kind.meeting-link-unnamed")
	case credentials.StoreKey:
		e.Title = s.texts.Text("secrets.kind.store-key")
	case "test": // left by a test that was cut short
		e.Title = s.texts.Text("secrets.kind.test")
	default:
		e.Title = s.texts.Text("secrets.kind.unknown", locales.Data{"Name": string(name)})
	}
	return e
}

// nameOfSecret is what the user calls what a secret belongs to, "" if that is
// gone.
func (s *shell) nameOfSecret(name credentials.Name) string {
	id := name.ID()
	switch name.Kind() {
	case credentials.OrganisationKey:
		if draft := s.draftNow(); draft != nil && draft.ID == id {
			return draft.Name
		}
		if s.company != nil && s.company.Organisation.ID == id {
			return s.companyName()
		}
	case credentials.Calendar:
		for _, c := range s.view.Calendars {
			if c.ID == id {
				return c.Name
			}
		}
	case credentials.MeetingLink:
		for _, f := range s.remembered.favourites {
			if f.ID == id {
				return f.Name
			}
		}
	}
	return ""
}

// keyringProblem is the key of the sentence on what is wrong with the keyring.
func keyringProblem(err error) string {
	if errors.Is(err, credentials.ErrNotFound) {
		return "problem.keyring-refused"
	}
	return ProblemKey(err)
}

// lookIntoKeyring asks the keyring for the names of what it holds. One that is
// locked is opened for that, with the system's dialog.
func (s *shell) lookIntoKeyring() {
	s.vault.busy, s.vault.tried = true, false
	s.show()
	var names []credentials.Name
	s.withKeyring(func(ctx context.Context) (err error) {
		names, err = s.keyring.Names(ctx)
		return err
	}, func(err error) {
		if err != nil {
			slog.Info("looking into the keyring", "error", err)
		}
		missing := errors.Is(err, credentials.ErrNoKeyring)
		if s.vault.missing && !missing {
			s.secretsChanged()
		}
		s.vault = vault{known: true, missing: missing, names: names}
		if !missing {
			s.vault.trouble = err
		}
		s.show()
	})
}

// keepInside keeps secrets in memory until the program ends, as the user has
// agreed.
func (s *shell) keepInside() {
	s.keyring.UseMemory()
	s.secretsChanged()
}

// secretsChanged has the calendars look for their addresses again.
func (s *shell) secretsChanged() {
	s.background.Go(func() {
		if err := s.agenda.SecretsChanged(s.ctx); err != nil && s.ctx.Err() == nil {
			slog.Warn("telling the calendars of the keyring", "error", err)
		}
	})
}

// tryKeyring tries the keyring, and says what came of it.
func (s *shell) tryKeyring() {
	s.vault.busy = true
	s.show()
	s.withKeyring(s.keyring.Test, func(err error) {
		if err != nil {
			slog.Warn("trying the keyring", "error", err)
		}
		s.vault.busy, s.vault.tried, s.vault.failed = false, true, err
		s.show()
	})
}

// deleteSecret deletes an entry, once the user is sure.
func (s *shell) deleteSecret(e secrets.Entry) {
	question := "secrets.delete-sure"
	if e.Loss != "" {
		question = "secrets.delete-key-sure"
	}
	s.askYes(s.texts.Text(question, locales.Data{"Title": e.Title}), s.texts.Text("secrets.delete"), func() {
		s.deleteFromKeyring("secrets.deleted", func(ctx context.Context) error {
			return s.keyring.Delete(ctx, credentials.Name(e.Name))
		})
	})
}

// deleteSecrets deletes all entries, once the user is sure.
func (s *shell) deleteSecrets() {
	s.askYes(s.texts.Text("secrets.delete-all-sure"), s.texts.Text("secrets.delete-all"), func() {
		s.deleteFromKeyring("secrets.deleted-all", s.keyring.DeleteAll)
	})
}

func (s *shell) deleteFromKeyring(said string, act func(context.Context) error) {
	s.vault.busy = true
	s.show()
	s.withKeyring(act, func(err error) {
		if err != nil && !errors.Is(err, credentials.ErrNotFound) {
			slog.Error("deleting from the keyring", "error", err)
			s.notice(keyringProblem(err))
		} else {
			s.toast.say(s.texts.Text(said))
		}
		s.secretsChanged()
		s.lookForKey()
		s.lookIntoKeyring()
	})
}
