package organisation

import (
	"net/mail"
	"slices"
	"strings"
	"unicode"

	"hjemmekontor/checklists/internal/plaintext"
)

// Limits on what a contact may hold. MaxName, MaxHours and MaxWhen count
// characters, MaxEmail bytes (RFC 5321, section 4.5.3.1: 256 octets for a path
// with its angle brackets), the others digits (ITU-T E.164 allows 15; the
// shortest Norwegian numbers, such as 112, have 3).
const (
	MaxName        = 100
	MaxHours       = 100
	MaxWhen        = 200
	MaxEmail       = 254
	MinPhoneDigits = 3
	MaxPhoneDigits = 15
)

// Validate returns nil if a contact that the user has entered can be kept and
// used, else a [FieldErrors]. Phone, e-mail, name and hours may each be empty,
// but not all of them, and the role is one of [Roles]. Call it after
// [Contact.Normalise].
func (c Contact) Validate() error {
	errs := c.check(Roles())
	if c.Empty() {
		errs = append(errs, &FieldError{Field: FieldName, Err: ErrEmpty})
	}
	if len(errs) == 0 {
		return nil
	}
	return errs
}

// check tells what is wrong with each field by itself, where roles are allowed.
func (c Contact) check(roles []Role) FieldErrors {
	var errs FieldErrors
	add := func(field Field, err error) {
		if err != nil {
			errs = append(errs, &FieldError{Field: field, Err: err})
		}
	}
	if !slices.Contains(roles, c.Role) {
		add(FieldRole, ErrUnknownRole)
	}
	if c.Role != Other && c.Task != "" {
		add(FieldTask, ErrNotAllowed)
	} else {
		add(FieldTask, checkText(c.Task, MaxName))
	}
	add(FieldName, checkText(c.Name, MaxName))
	if c.Phone != "" {
		add(FieldPhone, checkPhone(c.Phone))
	}
	if c.Email != "" {
		add(FieldEmail, checkEmail(c.Email))
	}
	add(FieldHours, checkText(c.Hours, MaxHours))
	add(FieldWhen, checkText(c.When, MaxWhen))
	return errs
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
	if !plaintext.Honest(s, "") || plaintext.Mixed(s) {
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
