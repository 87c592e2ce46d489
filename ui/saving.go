package ui

import (
	"context"
	"errors"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

// saving is the context of what has been asked to be saved: it is saved even
// if the app is told to end meanwhile. The store bounds its own waiting.
func saving() context.Context { return context.Background() }

// setState saves what the user has said about an item; the screen shows it
// once it is on disk. What takes something away can be undone.
func (s *shell) setState(itemID string, state checklists.State, reason string) {
	before := s.marks[itemID].State
	mark := checklists.Mark{ItemID: itemID, State: state, At: time.Now(), Reason: reason}
	s.worker.do(func() {
		saved, err := s.store.SetMark(saving(), mark)
		s.do(func() {
			if err != nil {
				s.problem("saving a tick", err)
				return
			}
			s.marks[itemID] = saved
			s.show()
			switch {
			case before == checklists.Done && state != checklists.Done:
				s.offerUndo(s.texts.Text("undone.unticked"), func() { s.takeBack(saved) })
			case state == checklists.NotForMe:
				s.offerUndo(s.texts.Text("undone.set-aside"), func() { s.takeBack(saved) })
			case before == checklists.NotForMe:
				s.offerUndo(s.texts.Text("undone.taken-back"), func() { s.takeBack(saved) })
			}
		})
	})
}

// takeBack undoes what was last said about an item.
func (s *shell) takeBack(mark checklists.Mark) {
	s.worker.do(func() {
		standing, undone, err := s.store.TakeBack(saving(), mark)
		s.do(func() {
			switch {
			case err != nil:
				s.problem("taking a tick back", err)
			case undone:
				s.marks[mark.ItemID] = standing
				s.show()
			}
		})
	})
}

// setNote saves what the user has written about an item. A note that is taken
// away can be put back.
func (s *shell) setNote(note checklists.Note) {
	before, had := s.notes[note.ItemID]
	s.worker.do(func() {
		err := s.store.SetNote(saving(), note)
		notes, failed := s.store.Notes(saving())
		s.do(func() {
			if err := errors.Join(err, failed); err != nil {
				s.problem("saving a note", err)
				return
			}
			s.notes = notes
			s.show()
			if had && strings.TrimSpace(note.Text) == "" {
				s.offerUndo(s.texts.Text("undone.note"), func() { s.setNote(before) })
			}
		})
	})
}

// history reads what was said about an item, and hands it to the screen if
// that is still there.
func (s *shell) history(role checklists.Role, itemID string, show func([]checklists.Mark)) {
	screen := s.lists[role]
	s.worker.do(func() {
		history, err := s.store.History(saving(), itemID)
		s.do(func() {
			switch {
			case err != nil:
				s.problem("reading history", err)
			case s.lists[role] == screen:
				show(history)
			}
		})
	})
}

// saveContact saves one of the company's contacts.
func (s *shell) saveContact(contact organisation.Contact, done func(problem string)) {
	screen, before := s.numbers, s.contactOf(contact.Role)
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
			if contact.Empty() && !before.Empty() {
				s.offerUndo(s.texts.Text("contacts.removed"), func() { s.saveContact(before, func(string) {}) })
			}
		})
	})
}

// contactOf is the user's own contact with a role, an empty one without.
func (s *shell) contactOf(role organisation.Role) organisation.Contact {
	for _, c := range s.contacts {
		if c.Role == role {
			return c
		}
	}
	return organisation.Contact{Role: role}
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
		fresh, err := readKept(saving(), s.store)
		s.do(func() {
			if err != nil {
				s.problem("reading what is kept", err)
				return
			}
			s.setKept(fresh)
		})
	})
}
