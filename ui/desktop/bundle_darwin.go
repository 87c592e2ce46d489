package desktop

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Packaged reports whether what installed the app decides what it opens.
func Packaged() bool { return true }

// Registered reports whether the app runs from a bundle: Launch Services reads
// there which links and files it opens.
func (a App) Registered(context.Context) (bool, error) {
	return strings.Contains(a.Program, ".app/Contents/MacOS/"), nil
}

// Register returns ErrPackaged: only the bundle can say what it opens.
func (a App) Register(context.Context) error { return ErrPackaged }

// Unregister returns ErrPackaged, for the same reason.
func (a App) Unregister(context.Context) error { return ErrPackaged }

// StartsAtLogin reports whether this very program is started when the user
// logs in.
func (a App) StartsAtLogin(context.Context) (bool, error) {
	path, err := agentPath()
	if err != nil {
		return false, err
	}
	written, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("reading launch agent: %w", err)
	}
	return string(written) == a.agent(), nil
}

// StartAtLogin has the app started when the user logs in, or no longer
// (launchd.plist(5)).
func (a App) StartAtLogin(_ context.Context, on bool) error {
	path, err := agentPath()
	if err != nil {
		return err
	}
	if !on {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing launch agent: %w", err)
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("writing launch agent: %w", err)
	}
	if err := os.WriteFile(path, []byte(a.agent()), 0o600); err != nil {
		return fmt.Errorf("writing launch agent: %w", err)
	}
	return nil
}

// HasTray reports whether the desktop shows tray icons.
func HasTray(context.Context) bool { return true }

func agentPath() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("finding the home folder: %w", err)
	}
	return filepath.Join(home, "Library", "LaunchAgents", ID+".plist"), nil
}

// agent is the property list that starts the app.
func (a App) agent() string {
	var words strings.Builder
	for _, word := range slices.Concat([]string{a.Program}, a.Args, []string{Quiet}) {
		words.WriteString("\n    <string>")
		_ = xml.EscapeText(&words, []byte(word)) // a Builder takes everything
		words.WriteString("</string>")
	}
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>` + ID + `</string>
  <key>ProgramArguments</key>
  <array>` + words.String() + `
  </array>
  <key>RunAtLoad</key><true/>
</dict>
</plist>
`
}
