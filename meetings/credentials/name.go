package credentials

import (
	"fmt"
	"strings"
)

// Kind says what a secret is for, and is the first part of its [Name]. It lies
// in users' keyrings and is never changed.
type Kind string

// The kinds.
const (
	// OrganisationKey is the key that an employer signs the organisation file
	// with; its ID is the organisation's.
	OrganisationKey Kind = "organisation-key"
	// Calendar is the secret address of a calendar, or the account that opens
	// it; its ID is the calendar's.
	Calendar Kind = "calendar"
	// MeetingLink is the whole link of a favourite meeting, with its passcode;
	// its ID is the favourite's.
	MeetingLink Kind = "meeting-link"
	// StoreKey is the key that seals what lies in a store; its ID is the
	// store's.
	StoreKey Kind = "store-key"
)

// Kinds returns the kinds that this version of the program keeps, in the order
// in which they are listed to the user. Another may have left more.
func Kinds() []Kind { return []Kind{Calendar, MeetingLink, StoreKey, OrganisationKey} }

// maxName bounds a name, in bytes. With it an entry of [MaxSecret] bytes stays
// below the 4,096 bytes that macOS takes for name and encoded secret together.
const maxName = 200

// Name is what one secret is kept under: a kind and an ID, as in
// "organisation-key/3f0a91". A name is shown in the system's own window for
// passwords and holds nothing secret.
type Name string

// NewName returns the name of the secret of a kind with the given ID: letters
// of a–z, digits, "-", "_" and ".". Capital letters become small ones, since
// Windows does not tell them apart.
func NewName(kind Kind, id string) (Name, error) {
	return ParseName(string(kind) + "/" + strings.ToLower(id))
}

// ParseName checks that text is a name. Its kind need not be a known one: a
// newer version of the program may have left it in the keyring. The error is
// [ErrName].
func ParseName(text string) (Name, error) {
	kind, id, found := strings.Cut(text, "/")
	switch {
	case len(text) > maxName:
		return "", fmt.Errorf("%w: longer than %d bytes", ErrName, maxName)
	case !found || !isWord(kind) || !isWord(id):
		return "", fmt.Errorf("%w: %q", ErrName, text)
	}
	return Name(text), nil
}

// isWord reports whether s is one part of a name.
func isWord(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-_.") == ""
}

// Kind returns the part before the slash.
func (n Name) Kind() Kind {
	kind, _, _ := strings.Cut(string(n), "/")
	return Kind(kind)
}

// ID returns the part after the slash.
func (n Name) ID() string {
	_, id, _ := strings.Cut(string(n), "/")
	return id
}
