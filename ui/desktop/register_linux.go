package desktop

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
)

// placed is a file that registering puts into the user's data folder.
type placed struct {
	path    string
	content []byte
}

// Registered reports whether links and files of the app's kind are opened with
// this very program.
func (a App) Registered(ctx context.Context) (bool, error) {
	if Packaged() {
		return true, nil
	}
	entry, err := a.entry(true)
	if err != nil {
		return false, err
	}
	ours, err := starts(entryPath(), entry)
	return ours && chosenFor(ctx, "x-scheme-handler/"+Scheme) == ID+".desktop", err
}

// Register has the desktop open links and files of the app's kind with it, and
// lists it among the programs.
func (a App) Register(ctx context.Context) error {
	if Packaged() {
		return ErrPackaged
	}
	files, err := a.files()
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := put(f); err != nil {
			return fmt.Errorf("registering: %w", err)
		}
	}
	refresh(ctx)
	for _, kind := range []string{"x-scheme-handler/" + Scheme, MediaType} {
		if err := system(ctx, "xdg-mime", "default", ID+".desktop", kind); err != nil {
			return fmt.Errorf("registering for %s: %w", kind, err)
		}
	}
	return nil
}

// Unregister takes back what Register has done.
func (a App) Unregister(ctx context.Context) error {
	if Packaged() {
		return ErrPackaged
	}
	files, err := a.files()
	if err != nil {
		return err
	}
	var errs []error
	for _, f := range files {
		if err := os.Remove(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	refresh(ctx)
	return errors.Join(errs...)
}

// files is all that Register writes.
func (a App) files() ([]placed, error) {
	entry, err := a.entry(true)
	if err != nil {
		return nil, err
	}
	icons := filepath.Join(xdg.DataHome, "icons", "hicolor", "128x128")
	return []placed{
		{entryPath(), []byte(entry)},
		{filepath.Join(xdg.DataHome, "mime", "packages", ID+".xml"), mediaType(a.Words.FileKind)},
		{filepath.Join(icons, "apps", ID+".png"), a.Icon},
		{filepath.Join(icons, "mimetypes", strings.ReplaceAll(MediaType, "/", "-")+".png"), a.Icon},
	}, nil
}

func entryPath() string { return filepath.Join(xdg.DataHome, "applications", ID+".desktop") }

// refresh has the caches of entries and media types made anew, where the
// system has such. Without them it reads the files themselves.
func refresh(ctx context.Context) {
	_ = system(ctx, "update-desktop-database", filepath.Join(xdg.DataHome, "applications"))
	_ = system(ctx, "update-mime-database", filepath.Join(xdg.DataHome, "mime"))
}

// put writes a file and the folders that lead to it.
func put(f placed) error {
	if err := os.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
		return err
	}
	return os.WriteFile(f.path, f.content, 0o600)
}

// starts reports whether the desktop entry at a path, if there is one, starts what
// this entry starts. The rest may be in the user's other language.
func starts(path, entry string) (bool, error) {
	written, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("reading desktop entry: %w", err)
	}
	return execLine(string(written)) == execLine(entry), nil
}

// execLine is the line of a desktop entry that starts the program.
func execLine(entry string) string {
	for line := range strings.Lines(entry) {
		if strings.HasPrefix(line, "Exec=") {
			return strings.TrimSpace(line)
		}
	}
	return ""
}

// Packaged reports whether what installed the app decides what it opens: it
// runs in a sandbox that keeps it from the user's files.
func Packaged() bool { return os.Getenv("FLATPAK_ID") != "" || os.Getenv("SNAP") != "" }
