package organisation

import (
	"net/mail"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Normalise returns the contact as it should be kept: without stray blanks,
// with a phone number pasted from elsewhere brought to digits and spaces, and
// with an address pasted as "Ola <ola@firma.no>" brought to the bare address.
// What it cannot make sense of it leaves for [Contact.Validate] to point at.
func (c Contact) Normalise() Contact {
	return Contact{
		Role:  c.Role,
		Name:  normaliseText(c.Name),
		Phone: normalisePhone(c.Phone),
		Email: normaliseEmail(c.Email),
		Hours: normaliseText(c.Hours),
	}
}

// normaliseText composes accents and makes every run of blanks one space.
func normaliseText(s string) string {
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

// phoneSeparators are what people and web pages put between digits.
var phoneSeparators = strings.NewReplacer("-", " ", "–", " ", ".", " ", "/", " ", "(", " ", ")", " ")

func normalisePhone(s string) string {
	s = normaliseText(phoneSeparators.Replace(s))
	if plus, ok := strings.CutPrefix(s, "+ "); ok {
		s = "+" + plus
	}
	return s
}

func normaliseEmail(s string) string {
	s = strings.TrimSpace(norm.NFC.String(s))
	if !strings.Contains(s, "<") {
		return s
	}
	if address, err := mail.ParseAddress(s); err == nil {
		return address.Address
	}
	return s
}
