package organisation

import (
	"errors"
	"reflect"
	"testing"
)

// What is half written is kept as it is, faults and blanks and all.
func TestDraft(t *testing.T) {
	drafts := map[string]Organisation{
		"nothing": {},
		"all":     example(),
		"half": {
			Name: "  <b>Fjord", Contacts: []Contact{{}, {Role: "boss", Phone: "x"}}, Rooms: []Room{{Link: "javascript:x"}},
			Items: make([]Item, 2), Routines: map[string]Text{"phishing": {}}, STUN: []string{""}, Server: "ftp://x",
		},
	}
	for name, draft := range drafts {
		t.Run(name, func(t *testing.T) {
			data, err := MarshalDraft(draft)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := ParseDraft(data); err != nil || !reflect.DeepEqual(got, draft) {
				t.Errorf("kept as\n%+v, %v, want\n%+v", got, err, draft)
			}
		})
	}
}

func TestDraftRefuses(t *testing.T) {
	if _, err := MarshalDraft(Organisation{VPN: Text{NB: repeat("x", MaxDraft)}}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("MarshalDraft: %v, want ErrTooLarge", err)
	}
	for data, want := range map[string]error{
		"":                          ErrInvalid,
		"x":                         ErrInvalid,
		`{"format": 2}`:             ErrNewer,
		`{"format": 1, "fax": "1"}`: ErrInvalid,
		repeat(" ", MaxDraft+1):     ErrTooLarge,
	} {
		if _, err := ParseDraft([]byte(data)); !errors.Is(err, want) {
			t.Errorf("%.20q: %v, want %v", data, err, want)
		}
	}
}
