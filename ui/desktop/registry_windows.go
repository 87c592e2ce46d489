package desktop

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// Where Windows keeps what opens what, and what starts at login, for the user
// alone.
const (
	classes = `Software\Classes\`
	progID  = "Hjemmekontor.File"
	runKey  = `Software\Microsoft\Windows\CurrentVersion\Run`
	runName = "Hjemmekontor"
)

// Packaged reports whether what installed the app decides what it opens.
func Packaged() bool { return false }

// setting is a value in the user's part of the registry; "" is a key's default.
type setting struct{ key, name, value string }

// settings is all that Register writes.
func (a App) settings() []setting {
	opening, icon := a.opening(), a.Program+",0"
	return []setting{
		{classes + Scheme, "", "URL:Hjemmekontor"},
		{classes + Scheme, "URL Protocol", ""},
		{classes + Scheme + `\DefaultIcon`, "", icon},
		{classes + Scheme + `\shell\open\command`, "", opening},
		{classes + progID, "", a.Words.FileKind},
		{classes + progID + `\DefaultIcon`, "", icon},
		{classes + progID + `\shell\open\command`, "", opening},
		{classes + Ending, "", progID},
	}
}

// opening is the command line that opens a link or a file. Explorer puts it in
// as it is: the quotation marks keep the spaces of a path, and behind the two
// hyphens no link can bring a flag of its own.
func (a App) opening() string { return a.command("--") + ` "%1"` }

// command is a command line that starts the program with more arguments.
func (a App) command(args ...string) string {
	words := slices.Concat([]string{a.Program}, a.Args, args)
	return windows.ComposeCommandLine(words)
}

// Registered reports whether links and files of the app's kind are opened with
// this very program.
func (a App) Registered(context.Context) (bool, error) {
	for _, s := range a.settings() {
		if s.value == a.Words.FileKind {
			continue // which may be in the user's other language
		}
		value, err := read(s.key, s.name)
		if errors.Is(err, registry.ErrNotExist) {
			return false, nil
		}
		if err != nil {
			return false, fmt.Errorf("reading the registry: %w", err)
		}
		if value != s.value {
			return false, nil
		}
	}
	return true, nil
}

// Register has the system open links and files of the app's kind with it.
func (a App) Register(context.Context) error {
	for _, s := range a.settings() {
		if err := write(s); err != nil {
			return fmt.Errorf("registering: %w", err)
		}
	}
	tellShell()
	return nil
}

// Unregister takes back what Register has done.
func (a App) Unregister(context.Context) error {
	var errs []error
	for _, key := range []string{classes + Scheme, classes + progID, classes + Ending} {
		for _, below := range []string{`\DefaultIcon`, `\shell\open\command`, `\shell\open`, `\shell`, ""} {
			err := registry.DeleteKey(registry.CURRENT_USER, key+below)
			if err != nil && !errors.Is(err, registry.ErrNotExist) {
				errs = append(errs, err)
			}
		}
	}
	tellShell()
	return errors.Join(errs...)
}

// StartsAtLogin reports whether this very program is started when the user
// logs in.
func (a App) StartsAtLogin(context.Context) (bool, error) {
	value, err := read(runKey, runName)
	if errors.Is(err, registry.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("reading the registry: %w", err)
	}
	return value == a.command(Quiet), nil
}

// StartAtLogin has the app started when the user logs in, or no longer.
func (a App) StartAtLogin(_ context.Context, on bool) error {
	if on {
		return write(setting{runKey, runName, a.command(Quiet)})
	}
	key, err := registry.OpenKey(registry.CURRENT_USER, runKey, registry.SET_VALUE)
	if err != nil {
		return fmt.Errorf("opening the registry: %w", err)
	}
	defer func() { _ = key.Close() }()
	if err := key.DeleteValue(runName); err != nil && !errors.Is(err, registry.ErrNotExist) {
		return fmt.Errorf("writing the registry: %w", err)
	}
	return nil
}

// HasTray reports whether the desktop shows tray icons.
func HasTray(context.Context) bool { return true }

func read(path, name string) (string, error) {
	key, err := registry.OpenKey(registry.CURRENT_USER, path, registry.QUERY_VALUE)
	if err != nil {
		return "", err
	}
	defer func() { _ = key.Close() }()
	value, _, err := key.GetStringValue(name)
	return value, err
}

func write(s setting) error {
	key, _, err := registry.CreateKey(registry.CURRENT_USER, s.key, registry.SET_VALUE)
	if err != nil {
		return fmt.Errorf("opening the registry: %w", err)
	}
	defer func() { _ = key.Close() }()
	return key.SetStringValue(s.name, s.value)
}

// tellShell has Explorer look at what opens what again.
func tellShell() {
	const associationsChanged = 0x08000000
	changed := windows.NewLazySystemDLL("shell32.dll").NewProc("SHChangeNotify")
	_, _, _ = changed.Call(associationsChanged, 0, 0, 0)
}
