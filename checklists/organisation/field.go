package organisation

import (
	"errors"
	"fmt"
	"strings"
)

// What can be wrong with a field, found with errors.Is.
var (
	ErrEmpty            = errors.New("empty")
	ErrTooLong          = errors.New("too long")
	ErrBadCharacter     = errors.New("character not allowed")
	ErrNotAllowed       = errors.New("not allowed here")
	ErrDuplicate        = errors.New("used twice")
	ErrTooMany          = errors.New("too many")
	ErrTooFewCharacters = errors.New("too few characters")
	ErrTooFewDigits     = errors.New("too few digits")
	ErrTooManyDigits    = errors.New("too many digits")
	ErrMalformedEmail   = errors.New("not an e-mail address")
	ErrUnreached        = errors.New("neither phone nor e-mail")
	ErrUnknownRole      = errors.New("unknown role")
	ErrUnknownPriority  = errors.New("unknown priority")
	ErrOutOfRange       = errors.New("number out of range")
	ErrMalformedID      = errors.New("malformed ID")
	ErrMalformedAddress = errors.New("not an address")
	// ErrWrongScheme is an address that does not begin with a scheme its field
	// takes, such as http: or javascript: where https: is meant.
	ErrWrongScheme = errors.New("other kind of address than allowed")
	// ErrCredentials is an address with a user name or password in it, which
	// everybody who has the file could read.
	ErrCredentials = errors.New("user name or password in an address")
)

// Field names a field of Contact.
type Field string

// The fields of Contact.
const (
	FieldRole  Field = "role"
	FieldTask  Field = "task"
	FieldName  Field = "name"
	FieldPhone Field = "phone"
	FieldEmail Field = "email"
	FieldHours Field = "hours"
	FieldWhen  Field = "when"
)

// FieldError is what is wrong with one field. It does not repeat what was
// entered.
type FieldError struct {
	Field Field
	// Err is one of the errors that say what can be wrong with a field.
	Err error
}

func (e *FieldError) Error() string { return fmt.Sprintf("%s: %v", e.Field, e.Err) }
func (e *FieldError) Unwrap() error { return e.Err }

// FieldErrors is everything that is wrong with a contact, at most one error a
// field, in the order of the fields.
type FieldErrors []*FieldError

func (e FieldErrors) Error() string {
	var texts []string
	for _, fe := range e {
		texts = append(texts, fe.Error())
	}
	return strings.Join(texts, "; ")
}

// Unwrap lets errors.Is and errors.As look into each field's error.
func (e FieldErrors) Unwrap() []error {
	errs := make([]error, len(e))
	for i, fe := range e {
		errs[i] = fe
	}
	return errs
}

// For returns what is wrong with a field, or nil.
func (e FieldErrors) For(field Field) error {
	for _, fe := range e {
		if fe.Field == field {
			return fe.Err
		}
	}
	return nil
}
