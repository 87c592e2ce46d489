package checklists

import (
	"errors"
	"slices"
	"testing"

	"hjemmekontor/checklists/organisation"
)

func TestContactsAreKept(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	support := organisation.Contact{Role: organisation.ITSupport, Name: " Drift AS ", Phone: "22-00-00-00", Email: "Drift <drift@firma.no>", Hours: "8–16"}
	security := organisation.Contact{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "90000000"}
	for _, c := range []organisation.Contact{support, {Role: organisation.SecurityOfficer, Name: "Ola"}, security} {
		if err := store.SaveContact(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	got, err := mustOpen(t, dir).Contacts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if want := []organisation.Contact{security, support.Normalise()}; !slices.Equal(got, want) {
		t.Errorf("Contacts = %+v, want %+v", got, want)
	}

	for range 2 { // the second time there is nothing to delete
		if err := store.DeleteContact(t.Context(), organisation.SecurityOfficer); err != nil {
			t.Fatal(err)
		}
	}
	if got, err = store.Contacts(t.Context()); err != nil || len(got) != 1 || got[0].Role != organisation.ITSupport {
		t.Errorf("after deleting: %+v, %v", got, err)
	}
}

func TestInvalidContactChangesNothing(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	good := organisation.Contact{Role: organisation.ITSupport, Phone: "02800"}
	if err := store.SaveContact(t.Context(), good); err != nil {
		t.Fatal(err)
	}
	err := store.SaveContact(t.Context(), organisation.Contact{Role: organisation.ITSupport, Phone: "ring"})
	var fields organisation.FieldErrors
	if !errors.As(err, &fields) || !errors.Is(fields.For(organisation.FieldPhone), organisation.ErrBadCharacter) {
		t.Errorf("error %v, want one about the phone", err)
	}
	if got, err := store.Contacts(t.Context()); err != nil || !slices.Equal(got, []organisation.Contact{good}) {
		t.Errorf("Contacts = %+v, %v", got, err)
	}
}
