package ui

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/credentials"
)

// With no file of the company's, only the key that is there already tells which
// one is right.
func TestARestoredKeyTakesNoOthersPlace(t *testing.T) {
	const passphrase = "brunost og vafler"
	s := newShell(t, locales.Norwegian, normal)
	draft := fjord()
	right, wrong := newKey(t), newKey(t)
	name, err := credentials.NewName(credentials.OrganisationKey, draft.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name string
		key  organisation.Key
		want error
	}{{"none is there", right, nil}, {"the same is there", right, nil}, {"another is there", wrong, errOtherKey}} {
		t.Run(step.name, func(t *testing.T) {
			data, err := step.key.BackUp(passphrase)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "key")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := s.takeKey(path, passphrase, nil, &draft); !errors.Is(err, step.want) {
				t.Errorf("got %v, want %v", err, step.want)
			}
			if kept, err := s.keyring.Get(t.Context(), name); err != nil || kept != right.Text() {
				t.Errorf("another key is kept now, %v", err)
			}
		})
	}
}
