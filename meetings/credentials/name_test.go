package credentials

import (
	"errors"
	"strings"
	"testing"
)

func TestNewName(t *testing.T) {
	tests := []struct {
		kind Kind
		id   string
		want Name // "" if it is refused
	}{
		{OrganisationKey, "3f0a91", "organisation-key/3f0a91"},
		{OrganisationKey, "3F0A91", "organisation-key/3f0a91"},
		{OrganisationKey, "a.b_c-d", "organisation-key/a.b_c-d"},
		{OrganisationKey, "", ""},
		{OrganisationKey, "a/b", ""},
		{OrganisationKey, "a b", ""},
		{OrganisationKey, "a\nb", ""},
		{OrganisationKey, "blåbær", ""},
		{OrganisationKey, strings.Repeat("a", maxName), ""},
		{"", "a", ""},
		{"Other", "a", ""},
	}
	for _, test := range tests {
		name, err := NewName(test.kind, test.id)
		if name != test.want || (err != nil) != (test.want == "") || err != nil && !errors.Is(err, ErrName) {
			t.Errorf("NewName(%q, %q) = %q, %v, want %q", test.kind, test.id, name, err, test.want)
		}
	}
}

func TestNameHasKindAndID(t *testing.T) {
	if name := testName; name.Kind() != OrganisationKey || name.ID() != "3f0a91" {
		t.Errorf("%s is %q and %q", name, name.Kind(), name.ID())
	}
}

// FuzzParseName reads what any program may have filed under our service.
func FuzzParseName(f *testing.F) {
	f.Add("organisation-key/3f0a91")
	f.Add("a/b/c")
	f.Fuzz(func(t *testing.T, text string) {
		name, err := ParseName(text)
		if err != nil {
			return
		}
		again, err := NewName(name.Kind(), name.ID())
		if err != nil || again != name || string(name) != text {
			t.Errorf("%q became %q, then %q, %v", text, name, again, err)
		}
	})
}
