package ui

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"strconv"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

// saving is the context of what has been asked to be saved: it is saved even
// if the app is told to end meanwhile. The store bounds its own waiting.
func saving() context.Context { return context.Background() }

// setState saves what the user has said about an item; the screen shows it
// once it is on disk.
func (s *shell) setState(itemID string, state checklists.State) {
	s.worker.do(func() {
		mark, err := s.store.SetState(saving(), itemID, state, time.Now())
		s.do(func() {
			if err != nil {
				s.problem("saving a tick", err)
				return
			}
			s.marks[itemID] = mark
			s.show()
		})
	})
}

// saveContact saves one of the company's contacts.
func (s *shell) saveContact(contact organisation.Contact, done func(problem string)) {
	screen := s.numbers
	s.worker.do(func() {
		var err error
		if contact.Empty() {
			err = s.store.DeleteContact(saving(), contact.Role)
		} else {
			err = s.store.SaveContact(saving(), contact)
		}
		var saved []organisation.Contact
		if err == nil {
			saved, err = s.store.Contacts(saving())
		}
		s.do(func() {
			if err != nil && s.numbers != screen {
				s.problem("saving a contact", err)
				return
			}
			if err != nil {
				slog.Error("saving a contact", "error", err)
				done(s.texts.Text(ProblemKey(err)))
				return
			}
			s.contacts = saved
			done("")
			s.show()
		})
	})
}

// keep saves a preference.
func (s *shell) keep(key, value string) {
	s.worker.do(func() {
		if err := s.store.SetPreference(saving(), key, value); err != nil {
			s.do(func() { s.problem("saving a preference", err) })
		}
	})
}

func formatScale(scale float32) string { return strconv.FormatFloat(float64(scale), 'f', -1, 32) }

// problem logs what went wrong and tells the user in one sentence.
func (s *shell) problem(doing string, err error) {
	slog.Error(doing, "error", err)
	s.notice(ProblemKey(err))
}

// reload reads again what another window of the app may have changed in the
// same data folder.
func (s *shell) reload() {
	s.worker.do(func() {
		marks, err := s.store.Marks(saving())
		var contacts []organisation.Contact
		if err == nil {
			contacts, err = s.store.Contacts(saving())
		}
		s.do(func() {
			if err != nil {
				s.problem("reading what is kept", err)
				return
			}
			if !maps.Equal(marks, s.marks) || !slices.Equal(contacts, s.contacts) {
				s.marks, s.contacts = marks, contacts
				s.show()
			}
		})
	})
}
