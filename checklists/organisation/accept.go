package organisation

import (
	"bytes"
	"errors"
)

// Accept returns nil if the file offered is to be taken in place of the one
// held: always where none is held, else where it is a newer version from the
// same hand. The error is ErrOtherKey, ErrOtherCompany or both, or ErrOlder,
// ErrSame or ErrConflict.
func Accept(held, offered *File) error {
	if held == nil {
		return nil
	}
	var errs []error
	if offered.Key != held.Key {
		errs = append(errs, ErrOtherKey)
	}
	// One key may serve several companies, as an IT firm's does.
	if offered.Organisation.ID != held.Organisation.ID {
		errs = append(errs, ErrOtherCompany)
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	switch {
	case offered.Organisation.Version > held.Organisation.Version:
		return nil
	case offered.Organisation.Version < held.Organisation.Version:
		return ErrOlder
	case !bytes.Equal(offered.content, held.content):
		return ErrConflict
	}
	return ErrSame
}

// Next returns o with the ID and version that the next file gets: those of the
// file that was given out last, one version on, or those of a company's first
// file where none was given out, or another company's.
func Next(o Organisation, last *File) Organisation {
	if o.ID == "" && last != nil {
		o.ID = last.Organisation.ID
	}
	switch {
	case o.ID == "":
		o.ID, o.Version = NewID(), 1
	case last != nil && last.Organisation.ID == o.ID:
		o.Version = last.Organisation.Version + 1
	default:
		o.Version = 1
	}
	return o
}
