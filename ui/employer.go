package ui

import (
	"bytes"
	"errors"
	"log/slog"
	"time"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// draftNow is what the employer is writing, nil without; what cannot be read is
// left where it is.
func (s *shell) draftNow() *organisation.Organisation {
	if s.draft == nil {
		return nil
	}
	if !bytes.Equal(s.readDraft.data, s.draft) {
		draft, err := organisation.ParseDraft(s.draft)
		if err != nil {
			slog.Error("reading the draft", "error", err)
			return nil
		}
		s.readDraft = readDraft{data: s.draft, draft: draft}
	}
	draft := s.readDraft.draft
	return &draft
}

// readDraft is a draft as it was last read: it is looked at often.
type readDraft struct {
	data  []byte
	draft organisation.Organisation
}

// edit opens the editor on the draft, or begins one: from the file that is
// held, or empty.
func (s *shell) edit() {
	if s.draftNow() == nil {
		begun := organisation.Organisation{ID: organisation.NewID()}
		if s.company != nil {
			begun = s.company.Organisation
		}
		s.saveDraft(begun)
	}
	s.enter(editorPage)
}

// saveDraft keeps what the employer has written so far. Typing is faster than a
// disk: what is changed while something is being saved is saved in one go.
func (s *shell) saveDraft(o organisation.Organisation) {
	data, err := organisation.MarshalDraft(o)
	if err != nil {
		s.problem("writing the draft", err)
		return
	}
	queued := s.unsaved != nil
	s.unsaved = data
	if queued {
		return
	}
	s.worker.do(func() { s.do(s.flushDraft) })
}

// flushDraft hands the newest draft to the worker.
func (s *shell) flushDraft() {
	data := s.unsaved
	s.unsaved = nil
	if data == nil {
		return
	}
	s.worker.do(func() {
		err := s.store.SaveDraft(saving(), data)
		s.do(func() {
			if err != nil {
				s.problem("saving the draft", err)
				return
			}
			s.draft = data
			s.show()
		})
	})
}

// changed tells whether the draft holds what has not been handed out.
func (s *shell) changed(draft organisation.Organisation) bool {
	if s.company == nil || s.company.Organisation.ID != draft.ID {
		return true
	}
	return !bytes.Equal(content(draft), content(s.company.Organisation))
}

// content is what an organisation says, whatever its version.
func content(o organisation.Organisation) []byte {
	o = o.Normalise()
	o.Version, o.Made = 0, time.Time{}
	data, err := organisation.MarshalDraft(o)
	if err != nil {
		slog.Error("comparing organisations", "error", err)
	}
	return data
}

// publish signs the draft as the next version, keeps it as the file that holds
// on this machine too, and lets the user say where to save it. What has been
// signed already is only saved once more.
func (s *shell) publish() {
	draft := s.draftNow()
	if draft == nil || s.busy > 0 {
		return
	}
	if !s.changed(*draft) {
		s.handOut(s.company)
		return
	}
	if err := draft.Normalise().Validate(); err != nil {
		s.enter(editorPage)
		s.editor.Show(*draft, problemsOf(err))
		return
	}
	held := s.company
	s.withKey(draft.ID, func(key organisation.Key) (*organisation.File, error) {
		file, err := organisation.Sign(organisation.Next(*draft, held), key, time.Now())
		if err == nil {
			err = acceptOwn(held, file)
		}
		return file, err
	}, func(file *organisation.File) {
		s.takeCompany(file, func() { s.handOut(file) })
	})
}

// acceptOwn lets an employer begin a company of their own in place of another's
// file that was held before.
func acceptOwn(held, file *organisation.File) error {
	if held != nil && held.Organisation.ID != file.Organisation.ID {
		return organisation.ErrOtherCompany
	}
	return organisation.Accept(held, file)
}

// handOut saves the file that employees open.
func (s *shell) handOut(file *organisation.File) {
	name := safeName(file.Organisation.Name) + companyEnding
	s.saveBytes(s.texts.Text("save.company"), name, file.Raw, func(path string) {
		s.leave() // the company's page says how it stands
		s.toast.offer(s.texts.Text("firm.handed-out", locales.Data{"Version": file.Organisation.Version}), s.savedButton(path))
	})
}

// problemsOf is what is wrong with an organisation, field by field.
func problemsOf(err error) organisation.Problems {
	var problems organisation.Problems
	errors.As(err, &problems)
	return problems
}
