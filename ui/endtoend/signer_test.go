package endtoend

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

// signer is a company with a key of its own, whose files come ready made.
type signer struct {
	firm
	id    string
	own   [2]string // the IDs of its items
	key   organisation.Key
	where string // to ask for newer versions, "" for nowhere
}

func newSigner(t *testing.T, f firm) *signer {
	t.Helper()
	key, err := organisation.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	own := [2]string{organisation.NewItemID(), organisation.NewItemID()}
	return &signer{firm: f, id: organisation.NewID(), own: own, key: key}
}

// sign makes a version of the company's file.
func (s *signer) sign(t *testing.T, version int) []byte {
	t.Helper()
	text := func(words string) organisation.Text { return organisation.Text{NB: words} }
	o := organisation.Organisation{
		ID: s.id, Version: version, Name: s.name, VPN: text(s.vpn), Update: s.where,
		Contacts: []organisation.Contact{{Role: organisation.SecurityOfficer, Name: s.contact, Phone: s.phone, When: s.when}},
		Routines: map[string]organisation.Text{organisation.RoutineGeneral: text(s.routine)},
	}
	for i, title := range s.items {
		o.Items = append(o.Items, organisation.Item{
			ID: s.own[i], Role: string(checklists.Employee), Priority: string(checklists.Must), Title: text(title),
		})
	}
	file, err := organisation.Sign(o, s.key, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	return file.Raw
}

// hold puts a company's file, and whatever else is wanted, into the data
// folder before the program starts.
func (d *desk) hold(t *testing.T, file []byte, more ...func(*checklists.Store) error) {
	t.Helper()
	d.inStore(t, func(s *checklists.Store) error {
		if file != nil {
			if err := s.KeepOrganisationFile(t.Context(), func([]byte) ([]byte, error) { return file, nil }); err != nil {
				return err
			}
		}
		for _, do := range more {
			if err := do(s); err != nil {
				return err
			}
		}
		return nil
	})
}

// inStore opens what the program keeps.
func (d *desk) inStore(t *testing.T, do func(*checklists.Store) error) {
	t.Helper()
	store, err := checklists.OpenStore(t.Context(), d.data)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := do(store); err != nil {
		t.Fatal(err)
	}
}

// ticked says that an item was done some time ago.
func ticked(t *testing.T, itemID string, ago time.Duration) func(*checklists.Store) error {
	t.Helper()
	return func(s *checklists.Store) error {
		_, err := s.SetMark(t.Context(), checklists.Mark{ItemID: itemID, State: checklists.Done, At: time.Now().Add(-ago)})
		return err
	}
}

// version is that of the company's file that is held, 0 without one.
func (d *desk) version(t *testing.T) (version int) {
	t.Helper()
	d.inStore(t, func(s *checklists.Store) error {
		raw, err := s.OrganisationFile(t.Context())
		if err != nil || raw == nil {
			return err
		}
		file, err := organisation.Parse(raw)
		if err != nil {
			return err
		}
		version = file.Organisation.Version
		return nil
	})
	return version
}

// lay puts a file on the desk.
func (d *desk) lay(t *testing.T, name string, content []byte) (path string) {
	t.Helper()
	path = filepath.Join(d.Home, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
