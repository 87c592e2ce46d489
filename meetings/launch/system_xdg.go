//go:build !windows && !darwin

package launch

import (
	"context"
	"errors"
)

func systemHandles(_ context.Context, scheme string) (bool, error) {
	return desktopOfUser().handles("x-scheme-handler/" + scheme), nil
}

// systemOpen prefers the portal, which takes the address over D-Bus, where
// nobody else sees it.
func systemOpen(ctx context.Context, address, scheme string) error {
	err := usualPortal().open(ctx, address)
	if !errors.Is(err, errNoPortal) {
		return err
	}
	err = runOpener(ctx, address, openerWait)
	if !errors.Is(err, errOpenerFailed) {
		return err
	}
	there, _ := systemHandles(ctx, scheme)
	if scheme == "https" && (!there || errors.Is(err, errNothingToOpenWith)) {
		return ErrNoBrowser
	}
	return errors.Join(ErrNotOpened, err)
}
