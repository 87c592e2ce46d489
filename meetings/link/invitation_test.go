package link

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// invitation is an entry of testdata/invitations/index.json: what is to be
// found in a whole invitation as it comes in an e-mail.
type invitation struct {
	File, Service, Address, Number, Passcode, Native string
	Kind                                             Kind
}

const invitations = "testdata/invitations"

func readInvitations(t testing.TB) []invitation {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(invitations, "index.json"))
	if err != nil {
		t.Fatal(err)
	}
	var index []invitation
	if err := json.Unmarshal(raw, &index); err != nil {
		t.Fatal(err)
	}
	return index
}

func (i invitation) text(t testing.TB) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(invitations, i.File))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestInvitations(t *testing.T) {
	for _, want := range readInvitations(t) {
		t.Run(want.File, func(t *testing.T) {
			m, err := Recognise(want.text(t))
			if err != nil {
				t.Fatal(err)
			}
			native, _ := m.Native()
			got := invitation{want.File, m.Service, m.Address, m.Number(), m.Passcode(), native, m.Kind}
			if got != want {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
}

// TestEveryInvitationIsInTheIndex also sees that each of the five is there in
// both languages, as plain text and as HTML.
func TestEveryInvitationIsInTheIndex(t *testing.T) {
	var listed []string
	for _, i := range readInvitations(t) {
		listed = append(listed, i.File)
	}
	files, err := filepath.Glob(filepath.Join(invitations, "*.[th]*"))
	if err != nil || len(files) != len(listed) {
		t.Errorf("%d files, %d in the index, %v", len(files), len(listed), err)
	}
	for _, tool := range []string{"zoom", "teams", "meet", "webex", "skype"} {
		for _, ending := range []string{"-nb.txt", "-en.txt", "-nb.html", "-en.html"} {
			if !slices.Contains(listed, tool+ending) {
				t.Errorf("no invitation %s%s", tool, ending)
			}
		}
	}
}
