package organisation

import (
	"errors"
	"slices"
	"testing"
)

func TestAccept(t *testing.T) {
	key, otherKey := newKey(t), newKey(t)
	held := sign(t, example(), key)
	with := func(key Key, change func(o *Organisation)) *File { return sign(t, changed(change), key) }
	all := []error{ErrOtherKey, ErrOtherCompany, ErrOlder, ErrSame, ErrConflict}
	tests := []struct {
		name    string
		held    *File
		offered *File
		want    []error
	}{
		{"the first", nil, held, nil},
		{"the next", held, with(key, func(o *Organisation) { o.Version = 4 }), nil},
		{"one much later", held, with(key, func(o *Organisation) { o.Version = MaxVersion }), nil},
		{"the same", held, sign(t, example(), key), []error{ErrSame}},
		{"an older", held, with(key, func(o *Organisation) { o.Version = 2 }), []error{ErrOlder}},
		{"another of the same version", held, with(key, func(o *Organisation) { o.Name = "X" }), []error{ErrConflict}},
		{"another key", held, with(otherKey, func(o *Organisation) { o.Version = 4 }), []error{ErrOtherKey}},
		{"another key and older", held, with(otherKey, func(o *Organisation) { o.Version = 1 }), []error{ErrOtherKey}},
		{"another company of the same key", held, with(key, func(o *Organisation) { o.ID, o.Version = "x", 4 }), []error{ErrOtherCompany}},
		{"another company", held, with(otherKey, func(o *Organisation) { o.ID = "x" }), []error{ErrOtherKey, ErrOtherCompany}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := Accept(test.held, test.offered)
			if (err == nil) != (len(test.want) == 0) {
				t.Fatalf("Accept = %v, want %v", err, test.want)
			}
			for _, one := range all {
				if errors.Is(err, one) != slices.Contains(test.want, one) {
					t.Errorf("Accept = %v, want %v", err, test.want)
				}
			}
		})
	}
}

// A mail program that changed the header made no other file of it.
func TestAcceptLooksAtContent(t *testing.T) {
	held := sign(t, example(), newKey(t))
	resent, err := Parse(replaced(t, held.Raw, "signature of an organisation", "signature of the organisation"))
	if err != nil {
		t.Fatal(err)
	}
	if err := Accept(held, resent); !errors.Is(err, ErrSame) {
		t.Errorf("Accept = %v, want ErrSame", err)
	}
}

func TestNext(t *testing.T) {
	last := sign(t, example(), newKey(t))
	if o := Next(Organisation{}, nil); len(o.ID) != 26 || o.Version != 1 {
		t.Errorf("the first is %q, version %d", o.ID, o.Version)
	}
	for _, id := range []string{"", last.Organisation.ID} {
		if o := Next(Organisation{ID: id, Version: 99}, last); o.ID != last.Organisation.ID || o.Version != 4 {
			t.Errorf("after version 3 comes %q, version %d", o.ID, o.Version)
		}
	}
	if o := Next(Organisation{ID: "x", Version: 7}, last); o.ID != "x" || o.Version != 1 {
		t.Errorf("another company's first is %q, version %d", o.ID, o.Version)
	}
	if next := sign(t, Next(example(), last), newKey(t)); next.Organisation.Version != 4 {
		t.Errorf("signed as version %d", next.Organisation.Version)
	}
}

func TestNewIDs(t *testing.T) {
	if a, b := NewID(), NewID(); a == b || checkCompanyID(a) != nil {
		t.Errorf("NewID gives %q, %q", a, b)
	}
	if a, b := NewItemID(), NewItemID(); a == b || checkItemID(a) != nil {
		t.Errorf("NewItemID gives %q, %q", a, b)
	}
}
