package ui

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// chooseCompany lets the user choose an organisation file.
func (s *shell) chooseCompany() {
	s.askFile(s.texts.Text("open.company"), companyEnding, s.readCompany)
}

// readCompany reads an organisation file and asks whether to use it.
func (s *shell) readCompany(path string) {
	s.obtain(func(context.Context) (*organisation.File, error) {
		data, err := organisation.ReadFile(path)
		if err != nil {
			return nil, err
		}
		return organisation.Parse(data)
	})
}

// fetchCompany gets the file that what was pasted, or clicked, leads to.
func (s *shell) fetchCompany(text string) {
	source, err := organisation.ParseSource(text)
	if err != nil {
		slog.Info("refusing an address", "error", err)
		key := "problem.company-address"
		if strings.TrimSpace(text) == "" {
			key = "problem.no-address"
		}
		s.companyProblem(key)
		return
	}
	s.obtain(func(ctx context.Context) (*organisation.File, error) { return s.fetch(ctx, source) })
}

// fetch gets a file from where a source says. A link that names a key takes
// none but that one's.
func (s *shell) fetch(ctx context.Context, source organisation.Source) (*organisation.File, error) {
	data, err := organisation.Fetch(ctx, s.client, source.URL)
	if err != nil {
		return nil, err
	}
	file, err := organisation.Parse(data)
	if err != nil {
		return nil, err
	}
	return file, source.Check(file)
}

// obtain gets a file away from the UI goroutine, with the page saying so, and
// weighs it.
func (s *shell) obtain(get func(ctx context.Context) (*organisation.File, error)) {
	if s.page != Company {
		s.open(Company)
	}
	s.firm.Problem("")
	s.busy++
	s.show()
	s.background.Go(func() {
		file, err := get(s.ctx)
		s.do(func() {
			s.busy--
			s.show()
			if err == nil {
				err = organisation.Accept(s.company, file)
			}
			switch {
			case errors.Is(err, organisation.ErrSame):
				s.toast.say(s.texts.Text("firm.have-it"))
			case err != nil:
				slog.Warn("refusing an organisation file", "error", err)
				s.companyProblem(ProblemKey(err))
			default:
				s.askForCompany(file)
			}
		})
	})
}

// companyProblem says on the company's page what went wrong.
func (s *shell) companyProblem(key string) { s.firm.Problem(s.texts.Text(key)) }

// askForCompany asks whether to use a file that could be.
func (s *shell) askForCompany(file *organisation.File) {
	s.firm.Ask(file, s.company == nil, func(take bool) {
		if take {
			s.takeCompany(file, func() {
				s.toast.say(s.texts.Text("firm.taken", locales.Data{"Name": file.Organisation.Name}))
			})
		}
	})
}

// takeCompany keeps a file; then is called once it is on disk and shown.
func (s *shell) takeCompany(file *organisation.File, then func()) {
	s.worker.do(func() {
		err := s.store.KeepOrganisationFile(saving(), replacing(file))
		fresh, failed := readKept(saving(), s.store)
		s.do(func() {
			if err := errors.Join(err, failed); err != nil {
				s.problem("keeping an organisation file", err)
				return
			}
			if s.company == nil || s.company.Organisation.Update != file.Organisation.Update {
				s.keepETag("") // which is of what another address gave
			}
			s.setKept(fresh)
			then()
		})
	})
}

// replacing decides, with the file before it that is held by then, whether a
// file may be kept: another window may have taken a newer one meanwhile.
func replacing(file *organisation.File) func(held []byte) ([]byte, error) {
	return func(held []byte) ([]byte, error) {
		var before *organisation.File
		if held != nil {
			var err error
			if before, err = organisation.Parse(held); err != nil {
				// Whose it is cannot be told, so nothing may take its place.
				return nil, fmt.Errorf("reading the organisation file that is held: %w", err)
			}
		}
		err := organisation.Accept(before, file)
		if err != nil && !errors.Is(err, organisation.ErrSame) {
			return nil, err
		}
		return file.Raw, nil
	}
}

// removeCompany takes the file away and offers to undo it. Ticks and notes
// stay, those on the company's items too.
func (s *shell) removeCompany() {
	before := s.company
	s.worker.do(func() {
		err := s.store.RemoveOrganisationFile(saving())
		fresh, failed := readKept(saving(), s.store)
		s.do(func() {
			if err := errors.Join(err, failed); err != nil {
				s.problem("removing the organisation file", err)
				return
			}
			s.setKept(fresh)
			s.keepETag("")
			if before != nil {
				s.offerUndo(s.texts.Text("firm.removed"), func() { s.takeCompany(before, func() {}) })
			}
		})
	})
}
