package ui

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

// kept is what the store holds and the screens show.
type kept struct {
	marks    map[string]checklists.Mark
	notes    map[string]checklists.Note
	contacts []organisation.Contact
	company  *organisation.File // the file taken from the employer, nil without
	draft    []byte             // the file the employer is writing, nil without
	unsound  error              // why the employer's file cannot be read, if it cannot
}

// setKept takes over what was read, and builds anew what shows the company.
func (s *shell) setKept(k kept) {
	if k.equal(s.kept) {
		return
	}
	changed := !k.sameCompany(s.kept)
	s.kept = k
	if changed {
		s.completeCatalogue()
		s.rebuildLists()
	}
	s.show()
}

// rebuildLists builds the lists anew, with what has been typed in them.
func (s *shell) rebuildLists() {
	drafts := s.drafts()
	for _, role := range checklists.Roles() {
		delete(s.screens, pageOf(role))
		delete(s.lists, role)
	}
	if s.page == Employee || s.page == Employer {
		s.turnTo(s.page)
	}
	s.restore(drafts)
}

// readKept reads all of it.
func readKept(ctx context.Context, store *checklists.Store) (kept, error) {
	var k kept
	var err error
	if k.marks, err = store.Marks(ctx); err != nil {
		return kept{}, err
	}
	if k.notes, err = store.Notes(ctx); err != nil {
		return kept{}, err
	}
	if k.contacts, err = store.Contacts(ctx); err != nil {
		return kept{}, err
	}
	raw, err := store.OrganisationFile(ctx)
	if err != nil {
		return kept{}, err
	}
	if raw != nil {
		// Everything else is there without it.
		if k.company, err = organisation.Parse(raw); err != nil {
			k.unsound = fmt.Errorf("reading the organisation file that is kept: %w", err)
		}
	}
	if k.draft, err = store.Draft(ctx); err != nil {
		return kept{}, err
	}
	return k, nil
}

// equal tells whether nothing has changed.
func (k kept) equal(other kept) bool {
	return maps.Equal(k.marks, other.marks) && maps.Equal(k.notes, other.notes) &&
		slices.Equal(k.contacts, other.contacts) && bytes.Equal(k.draft, other.draft) && k.sameCompany(other)
}

// sameCompany tells whether the organisation file is the same one.
func (k kept) sameCompany(other kept) bool {
	return bytes.Equal(rawOf(k.company), rawOf(other.company))
}

// companyName is the company's name, "" without a file.
func (k kept) companyName() string {
	if k.company == nil {
		return ""
	}
	return k.company.Organisation.Name
}

func rawOf(file *organisation.File) []byte {
	if file == nil {
		return nil
	}
	return file.Raw
}
