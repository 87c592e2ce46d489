//go:build unix

package instance

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
)

// privateFolder returns a folder that only the user may enter, and makes it if
// need be. More bytes have to fit behind its path.
func privateFolder(more int) (string, error) { return firstPrivate(candidates(), more) }

// candidates are the folders that may do: in $XDG_RUNTIME_DIR, else in the
// folder for temporary files, which is everybody's on some systems.
func candidates() []string {
	mine := "hjemmekontor-" + strconv.Itoa(os.Getuid())
	folders := []string{
		filepath.Join(os.TempDir(), mine),
		filepath.Join("/tmp", mine), // TMPDIR may be long
	}
	if dir := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(dir) && isPrivate(dir) == nil {
		folders = slices.Insert(folders, 0, filepath.Join(dir, "hjemmekontor"))
	}
	return folders
}

func firstPrivate(folders []string, more int) (string, error) {
	problems := []error{ErrFolder}
	for _, folder := range folders {
		if len(folder)+more > maxSocket {
			continue
		}
		err := makePrivate(folder)
		if err == nil {
			return folder, nil
		}
		problems = append(problems, err)
	}
	return "", errors.Join(problems...)
}

func makePrivate(folder string) error {
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return isPrivate(folder)
}

// isPrivate returns an error unless the path is a folder, and not a link to
// one, that belongs to the user and that nobody else may enter.
func isPrivate(folder string) error {
	info, err := os.Lstat(folder)
	if err != nil {
		return err
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	switch {
	case !info.IsDir():
		return fmt.Errorf("%s is not a folder", folder)
	case !ok || int(owner.Uid) != os.Getuid():
		return fmt.Errorf("%s belongs to somebody else", folder)
	case info.Mode().Perm()&0o077 != 0:
		return fmt.Errorf("%s is open to others", folder)
	}
	return nil
}
