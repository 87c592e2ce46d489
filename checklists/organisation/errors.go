package organisation

import "errors"

// Why an organisation file is not taken, found with errors.Is. A screen has a
// sentence for each.
var (
	// ErrNotOrganisation means that it is something else: a picture, a web
	// page, a folder.
	ErrNotOrganisation = errors.New("not an organisation file")
	// ErrCutShort means that the end is missing.
	ErrCutShort = errors.New("organisation file is cut short")
	// ErrBadSignature means that it was changed after it was signed.
	ErrBadSignature = errors.New("signature does not match the content")
	// ErrTooLarge means more than MaxFileSize bytes.
	ErrTooLarge = errors.New("organisation file is too large")
	// ErrNewer means that a newer version of the program made it, and that
	// this one does not know all that it holds.
	ErrNewer = errors.New("made by a newer version of the program")
	// ErrInvalid means that it is properly signed but breaks a rule; the error
	// wraps [Problems] where the rule is about one of the fields.
	ErrInvalid = errors.New("organisation file breaks the rules")
)

// Why a file that is sound by itself does not replace the one that is held,
// found with errors.Is.
var (
	// ErrOtherKey means that another key signed it: it is not from those who
	// made the one that is held.
	ErrOtherKey = errors.New("signed by another key")
	// ErrOtherCompany means that it is about another company. It may come
	// together with ErrOtherKey.
	ErrOtherCompany = errors.New("about another company")
	// ErrOlder means that a newer version is held.
	ErrOlder = errors.New("older than the one held")
	// ErrSame means that it is the one that is held.
	ErrSame = errors.New("the same as the one held")
	// ErrConflict means that it has the version of the one that is held but
	// says something else.
	ErrConflict = errors.New("another content under the same version")
)

// Why a signing key is not taken, found with errors.Is.
var (
	// ErrNotKey means that it is no minisign secret key, or one that asks for
	// more memory or time than minisign itself ever does.
	ErrNotKey = errors.New("not a signing key")
	// ErrWrongPassphrase means that the passphrase does not open the key.
	ErrWrongPassphrase = errors.New("wrong passphrase")
)

// Why nothing was fetched, found with errors.Is.
var (
	// ErrUnreachable means that the address did not answer in time, or with
	// an error.
	ErrUnreachable = errors.New("cannot be fetched")
	// ErrUnchanged means that there is nothing newer than what the ETag names.
	ErrUnchanged = errors.New("unchanged")
	// ErrNotSource means that a text is neither an organisation link nor an
	// address.
	ErrNotSource = errors.New("neither an organisation link nor an address")
)
