package desktop

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// StartsAtLogin reports whether this very program is started when the user
// logs in.
func (a App) StartsAtLogin(context.Context) (bool, error) {
	entry, err := a.entry(false, Quiet)
	if err != nil {
		return false, err
	}
	return starts(autostartPath(), entry)
}

// StartAtLogin has the app started when the user logs in, or no longer
// (Desktop Application Autostart Specification 0.5).
func (a App) StartAtLogin(_ context.Context, on bool) error {
	if Packaged() {
		return ErrPackaged
	}
	if !on {
		if err := os.Remove(autostartPath()); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing autostart entry: %w", err)
		}
		return nil
	}
	entry, err := a.entry(false, Quiet)
	if err != nil {
		return err
	}
	if err := put(placed{autostartPath(), []byte(entry)}); err != nil {
		return fmt.Errorf("writing autostart entry: %w", err)
	}
	return nil
}

func autostartPath() string { return filepath.Join(xdg.ConfigHome, "autostart", ID+".desktop") }
