package agenda

import (
	"errors"
	"io/fs"

	"hjemmekontor/meetings/calendar"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/credentials"
)

// What can be wrong beside what the packages beneath tell, found with errors.Is.
var (
	// ErrFileMissing means that a calendar's file is not where it was. What was
	// read last is shown.
	ErrFileMissing = errors.New("file is missing")
	// ErrFileUnreadable means that a file cannot be read, such as one that is
	// somebody else's or a folder.
	ErrFileUnreadable = errors.New("file cannot be read")
	// ErrAlready means that there is such a calendar already.
	ErrAlready = errors.New("calendar is there already")
	// ErrFailed is what is left in a later run of an error that has no name.
	ErrFailed = errors.New("calendar could not be fetched")
)

// codes are what the store keeps of errors. They lie in users' files and are
// never changed.
var codes = []struct {
	code string
	err  error
}{
	{"unreachable", remote.ErrUnreachable},
	{"certificate", remote.ErrCertificate},
	{"slow", remote.ErrTooSlow},
	{"large", remote.ErrTooLarge},
	{"redirected", remote.ErrRedirected},
	{"private", remote.ErrPrivate},
	{"refused", remote.ErrRefused},
	{"oauth", remote.ErrNeedsOAuth},
	{"not-found", remote.ErrNotFound},
	{"busy", remote.ErrBusy},
	{"server", remote.ErrServer},
	{"not-calendar", remote.ErrNotCalendar},
	{"malformed", remote.ErrMalformed},
	{"unreadable", calendar.ErrNotCalendar},
	{"too-large", calendar.ErrTooLarge},
	{"too-many", calendar.ErrTooMany},
	{"file-missing", ErrFileMissing},
	{"file-unreadable", ErrFileUnreadable},
	{"secret-missing", credentials.ErrNotFound},
	{"keyring-locked", credentials.ErrLocked},
	{"keyring-none", credentials.ErrNoKeyring},
	{"keyring-refused", credentials.ErrRefused},
	{"keyring-gone", credentials.ErrGone},
	{"keyring-pending", credentials.ErrPending},
}

// otherCode is that of all other errors.
const otherCode = "failed"

// codeOf is what the store keeps of an error; "" for none.
func codeOf(err error) string {
	if err == nil {
		return ""
	}
	for _, c := range codes {
		if errors.Is(err, c.err) {
			return c.code
		}
	}
	return otherCode
}

// errorOf is the error that a code stands for.
func errorOf(code string) error {
	if code == "" {
		return nil
	}
	for _, c := range codes {
		if c.code == code {
			return c.err
		}
	}
	return ErrFailed
}

// fileError is what an error of the file system means, without the path.
func fileError(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return ErrFileMissing
	}
	return ErrFileUnreadable
}
