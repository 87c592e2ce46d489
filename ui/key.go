package ui

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"slices"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/credentials"
)

// withKey fetches the key that signs a company's file from the keyring, or
// makes it if this is the company's first file, and signs with it away from
// the UI goroutine; then gets the file on it.
func (s *shell) withKey(company string, sign func(key organisation.Key) (*organisation.File, error), then func(*organisation.File)) {
	first := s.company == nil || s.company.Organisation.ID != company
	s.busy++
	s.show()
	s.background.Go(func() {
		key, err := s.fetchKey(s.ctx, company, first)
		fetched := err == nil
		var file *organisation.File
		if fetched {
			file, err = sign(key)
		}
		s.do(func() {
			s.busy--
			if fetched {
				s.key = presence{known: true, here: true}
			}
			s.show()
			switch {
			case err == nil:
				then(file)
			case fetched:
				s.problem("signing the organisation file", err)
			default:
				s.keyProblem(err, func() { s.withKey(company, sign, then) })
			}
		})
	})
}

// fetchKey gets a company's key, making it where first says that there never
// was one.
func (s *shell) fetchKey(ctx context.Context, company string, first bool) (organisation.Key, error) {
	name, err := credentials.NewName(credentials.OrganisationKey, company)
	if err != nil {
		return organisation.Key{}, err
	}
	text, err := s.keyring.Get(ctx, name)
	if errors.Is(err, credentials.ErrNotFound) && first {
		text, err = s.makeKey(ctx, name)
	}
	if err != nil {
		return organisation.Key{}, err
	}
	return organisation.ParseKey(text)
}

// makeKey puts a new key into the keyring and returns what stands there then:
// of two windows that do so at the same moment, both go on with the same key.
func (s *shell) makeKey(ctx context.Context, name credentials.Name) (string, error) {
	key, err := organisation.NewKey()
	if err != nil {
		return "", err
	}
	if err := s.keyring.Set(ctx, name, key.Text()); err != nil {
		return "", err
	}
	return s.keyring.Get(ctx, name)
}

// presence is whether the signing key is on this machine, once that is known.
type presence struct{ known, here bool }

// lookForKey finds out whether the signing key of the draft is here. A keyring
// that is locked may ask to be opened first.
func (s *shell) lookForKey() {
	draft := s.draftNow()
	if draft == nil {
		s.key = presence{}
		return
	}
	s.background.Go(func() {
		wanted, err := credentials.NewName(credentials.OrganisationKey, draft.ID)
		var names []credentials.Name
		if err == nil {
			names, err = s.keyring.Names(s.ctx)
		}
		s.do(func() {
			// Where there is no keyring, there is no key either.
			if err != nil && !errors.Is(err, credentials.ErrNoKeyring) {
				slog.Info("looking for the signing key", "error", err)
				return
			}
			s.key = presence{known: true, here: slices.Contains(names, wanted)}
			s.show()
		})
	})
}

// keyProblem says why the keyring gives no key. Where there is no keyring, the
// user may choose to go on without, for as long as the app runs.
func (s *shell) keyProblem(err error, again func()) {
	if errors.Is(err, credentials.ErrNoKeyring) && !s.keyring.InMemory() {
		slog.Warn("there is no keyring", "error", err)
		s.askYes(s.texts.Text("firm.no-keyring"), s.texts.Text("firm.no-keyring-yes"), func() {
			s.keyring.UseMemory()
			again()
		})
		return
	}
	slog.Error("fetching the signing key", "error", err)
	s.companyProblem(ProblemKey(err))
}

// backUpKey saves the signing key, locked with a passphrase.
func (s *shell) backUpKey(passphrase string, done func(problem string)) {
	draft := s.draftNow()
	if draft == nil {
		return
	}
	name := s.texts.Text("save.key-name", locales.Data{"Name": safeName(draft.Name)}) + keyEnding
	s.background.Go(func() {
		key, err := s.fetchKey(s.ctx, draft.ID, false)
		var data []byte
		if err == nil {
			data, err = key.BackUp(passphrase)
		}
		s.do(func() {
			if err != nil {
				slog.Error("backing the signing key up", "error", err)
				done(s.texts.Text(ProblemKey(err)))
				return
			}
			done("") // the passphrase has done its work
			s.saveBytes(s.texts.Text("save.key"), name, data, func(path string) {
				s.preferences.backedUp = draft.ID
				s.keep(keyBackedUp, draft.ID)
				s.show()
				s.saySaved(path)
			})
		})
	})
}

// chooseKey lets the user choose a backup of the signing key.
func (s *shell) chooseKey(chosen func(name string)) {
	s.askFile(s.texts.Text("open.key"), keyEnding, func(path string) {
		s.keyFile = path
		chosen(filepath.Base(path))
	})
}

// restoreKey takes the signing key out of the file chosen last.
func (s *shell) restoreKey(passphrase string, done func(problem string)) {
	path, held, draft := s.keyFile, s.company, s.draftNow()
	s.background.Go(func() {
		err := s.takeKey(path, passphrase, held, draft)
		s.do(func() {
			if err != nil {
				slog.Error("restoring the signing key", "error", err)
				done(s.texts.Text(ProblemKey(err)))
				return
			}
			s.key = presence{known: true, here: true}
			done("")
			if s.draftNow() == nil && s.company != nil {
				s.saveDraft(s.company.Organisation)
			}
			s.show()
		})
	})
}

// takeKey reads a key and puts it into the keyring, if it is the one that
// signed the file that is held.
func (s *shell) takeKey(path, passphrase string, held *organisation.File, draft *organisation.Organisation) error {
	data, err := organisation.ReadFile(path)
	if err != nil {
		return err
	}
	key, err := organisation.RestoreKey(data, passphrase)
	if err != nil {
		return err
	}
	var company string
	switch {
	case held != nil && held.Key != key.Public():
		return errOtherKey
	case held != nil:
		company = held.Organisation.ID
	case draft != nil:
		company = draft.ID
	default:
		return errNoCompany
	}
	name, err := credentials.NewName(credentials.OrganisationKey, company)
	if err != nil {
		return err
	}
	// With no file to compare with, the key that is there is the only witness.
	there, err := s.keyring.Get(s.ctx, name)
	switch {
	case errors.Is(err, credentials.ErrNotFound):
		return s.keyring.Set(s.ctx, name, key.Text())
	case err == nil && there != key.Text():
		return errOtherKey
	}
	return err
}

// Why a key is not taken out of its backup.
var (
	errNoCompany = errors.New("no organisation file that the key belongs to")
	errOtherKey  = errors.New("not the key that signed the organisation file")
)
