package launch

import (
	"context"
	"fmt"
	"slices"

	"hjemmekontor/meetings/link"
)

// OfSystem returns the operating system this runs on.
func OfSystem() System { return operatingSystem{} }

type operatingSystem struct{}

// Handles asks for no scheme but those that may be opened.
func (operatingSystem) Handles(ctx context.Context, scheme string) (bool, error) {
	if scheme != "https" && !slices.Contains(link.AppSchemes(), scheme) {
		return false, fmt.Errorf("looking for an app: %w", ErrNotAllowed)
	}
	return systemHandles(ctx, scheme)
}

// Open checks again, since this is the last place where it can be done.
func (operatingSystem) Open(ctx context.Context, raw string) error {
	address, scheme, err := checked(raw)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return systemOpen(ctx, address, scheme)
}
