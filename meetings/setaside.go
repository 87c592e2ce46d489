package meetings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// companions are the endings of the files that SQLite keeps beside the main
// one, and of the main one itself. What SQLite could make sense of in a log it
// has put into the main file before this; what it could not is kept as it is.
// They are moved first: were a move cut short, the main file left behind
// would be found damaged again, whereas a log left behind would be deleted as
// soon as a new main file stood beside it.
var companions = []string{"-wal", "-shm", "-journal", ""}

// setAside renames the damaged file at path and its companions to a name that
// holds the time at, and returns the new path. No earlier file is overwritten.
func setAside(path string, at time.Time) (string, error) {
	target, err := reserveName(path, at)
	if err != nil {
		return "", err
	}
	for _, suffix := range companions {
		err := os.Rename(path+suffix, target+suffix)
		if err != nil && (suffix == "" || !errors.Is(err, os.ErrNotExist)) {
			return "", err
		}
	}
	return target, nil
}

// reserveName creates an empty file with a name no file has, such as
// meetings.damaged-2026-11-23-101500.db, for the damaged one to be moved
// onto.
func reserveName(path string, at time.Time) (string, error) {
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext) + ".damaged-" + at.Format("2006-01-02-150405")
	const most = 100
	for n := 1; n <= most; n++ {
		target := stem + ext
		if n > 1 {
			target = fmt.Sprintf("%s-%d%s", stem, n, ext)
		}
		file, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		return target, file.Close()
	}
	return "", fmt.Errorf("no free name for damaged file like %s%s", stem, ext)
}
