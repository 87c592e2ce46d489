package organisation

import (
	"errors"
	"fmt"
	"net/mail"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits on what a contact may hold. MaxName and MaxHours count characters,
// MaxEmail bytes (RFC 5321, section 4.5.3.1: 256 octets for a path with its
// angle brackets), the others digits (ITU-T E.164 allows 15; the shortest
// Norwegian numbers, such as 112, have 3).
const (
	MaxName        = 100
	MaxHours       = 100
	MaxEmail       = 254
	MinPhoneDigits = 3
	MaxPhoneDigits = 15
)

// What can be wrong with a field, found with errors.Is.
var (
	ErrEmpty          = errors.New("empty")
	ErrTooLong        = errors.New("too long")
	ErrBadCharacter   = errors.New("character not allowed")
	ErrTooFewDigits   = errors.New("too few digits")
	ErrTooManyDigits  = errors.New("too many digits")
	ErrMalformedEmail = errors.New("not an e-mail address")
	ErrUnknownRole    = errors.New("unknown role")
)

// Field names a field of Contact.
type Field string

// The fields of Contact.
const (
	FieldRole  Field = "role"
	FieldName  Field = "name"
	FieldPhone Field = "phone"
	FieldEmail Field = "email"
	FieldHours Field = "hours"
)

// FieldError is what is wrong with one field. It does not repeat what was
// entered.
type FieldError struct {
	Field Field
	// Err is one of the errors above.
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

// Validate returns nil if the contact can be kept and used, else a
// [FieldErrors]. Phone, e-mail, name and hours may each be empty, but not all
// of them. Call it after [Contact.Normalise].
func (c Contact) Validate() error {
	var errs FieldErrors
	add := func(field Field, err error) {
		if err != nil {
			errs = append(errs, &FieldError{Field: field, Err: err})
		}
	}
	if !slices.Contains(Roles(), c.Role) {
		add(FieldRole, ErrUnknownRole)
	}
	if c.Empty() {
		add(FieldName, ErrEmpty)
	}
	add(FieldName, checkText(c.Name, MaxName))
	if c.Phone != "" {
		add(FieldPhone, checkPhone(c.Phone))
	}
	if c.Email != "" {
		add(FieldEmail, checkEmail(c.Email))
	}
	add(FieldHours, checkText(c.Hours, MaxHours))
	if len(errs) == 0 {
		return nil
	}
	return errs
}

// checkText accepts one line of visible text of at most limit characters.
func checkText(s string, limit int) error {
	if !utf8.ValidString(s) || strings.ContainsFunc(s, deceptive) {
		return ErrBadCharacter
	}
	if utf8.RuneCountInString(s) > limit {
		return ErrTooLong
	}
	return nil
}

// deceptive reports whether r breaks a line or changes how the text around it
// is shown without being seen itself.
func deceptive(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp, unicode.Co) ||
		r == '\uFEFF' || r == utf8.RuneError
}

// checkPhone accepts digits and spaces with at most one plus, in front.
func checkPhone(s string) error {
	digits := 0
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == ' ', r == '+' && i == 0:
		default:
			return ErrBadCharacter
		}
	}
	switch {
	case digits < MinPhoneDigits:
		return ErrTooFewDigits
	case digits > MaxPhoneDigits:
		return ErrTooManyDigits
	case len(s) > 2*MaxPhoneDigits:
		return ErrTooLong
	}
	return nil
}

// checkEmail accepts a bare address of the everyday form: no display name, no
// quoting, no comment, and a domain with a dot in it.
func checkEmail(s string) error {
	if len(s) > MaxEmail {
		return ErrTooLong
	}
	if !utf8.ValidString(s) || strings.ContainsFunc(s, deceptive) {
		return ErrBadCharacter
	}
	address, err := mail.ParseAddress(s)
	if err != nil || address.Name != "" || address.Address != s {
		return ErrMalformedEmail
	}
	local, domain, _ := strings.Cut(s, "@")
	if strings.ContainsFunc(local, unusualInLocalPart) || !isDomain(domain) {
		return ErrMalformedEmail
	}
	if len(local) > 64 {
		return ErrTooLong
	}
	return nil
}

// unusualInLocalPart reports whether r is a sign that no real mailbox has in
// its name but that means something in a link, a header or a shell.
func unusualInLocalPart(r rune) bool {
	return r <= unicode.MaxASCII && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._+-'&/=", r)
}

// isDomain reports whether s is two or more labels of letters, digits and
// hyphens; letters may be Norwegian (RFC 6531).
func isDomain(s string) bool {
	labels := strings.Split(s, ".")
	for _, label := range labels {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		if strings.ContainsFunc(label, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			return false
		}
	}
	return len(labels) >= 2
}
