package credentials

import (
	"context"
	"errors"
	"strings"

	"github.com/danieljoos/wincred"
	"golang.org/x/sys/windows"
)

// openSystem has nothing to do: the Credential Manager is open while the user
// is logged in.
func openSystem(context.Context) (end func(error) error, err error) {
	return func(err error) error { return err }, nil
}

// systemReason returns which of reasons an error of the Credential Manager
// means (wincred.h, CredWriteW), or nil.
func systemReason(err error) error {
	switch {
	case errors.Is(err, windows.ERROR_NO_SUCH_LOGON_SESSION):
		return ErrNoKeyring
	case errors.Is(err, windows.ERROR_ACCESS_DENIED):
		return ErrRefused
	case errors.Is(err, windows.RPC_S_SERVER_UNAVAILABLE), errors.Is(err, windows.RPC_S_CALL_FAILED):
		return ErrGone
	}
	return nil
}

// listSystem asks the library that go-keyring uses as well, which files an
// entry under "service:user".
func listSystem(context.Context) ([]string, error) {
	found, err := wincred.FilteredList(Service + ":*")
	if err != nil {
		return nil, err
	}
	var entries []string
	for _, credential := range found {
		entries = append(entries, strings.TrimPrefix(credential.TargetName, Service+":"))
	}
	return entries, nil
}
