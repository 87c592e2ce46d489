package organisation

import (
	"crypto/rand"
	"regexp"
	"strings"
)

// ownPrefix begins the ID of every item that a company has made.
const ownPrefix = "own-"

// maxID bounds every ID, in bytes.
const maxID = 64

// NewID returns an ID for a company that nobody else has: 130 random bits as 26
// letters and digits.
func NewID() string { return strings.ToLower(rand.Text()) }

// NewItemID returns an ID for a company's own item: "own-" and 80 random bits
// as 16 letters and digits.
func NewItemID() string { return ownPrefix + NewID()[:16] }

var (
	validID        = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	validCompanyID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// checkID accepts words of small letters and digits joined by hyphens, the
// first beginning with a letter.
func checkID(id string) error { return matchID(id, validID) }

// checkCompanyID accepts what NewID makes, and words of one's own.
func checkCompanyID(id string) error { return matchID(id, validCompanyID) }

// checkItemID accepts what NewItemID makes, and words of one's own behind
// "own-".
func checkItemID(id string) error {
	if err := checkID(id); err != nil {
		return err
	}
	if !strings.HasPrefix(id, ownPrefix) {
		return ErrMalformedID
	}
	return nil
}

func matchID(id string, form *regexp.Regexp) error {
	switch {
	case id == "":
		return ErrEmpty
	case len(id) > maxID:
		return ErrTooLong
	case !form.MatchString(id):
		return ErrMalformedID
	}
	return nil
}
