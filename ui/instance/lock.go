package instance

import (
	"errors"
	"os"
)

// errLocked says that another program holds the lock.
var errLocked = errors.New("another program holds the lock")

// lock takes the lock of a file without waiting. The file stays when the lock
// is given back: one that removed it could pull it from under another that is
// about to lock it.
func lock(path string) (unlock func() error, err error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lockFile(file); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file.Close, nil
}
