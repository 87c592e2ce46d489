//go:build unix

package meetings

import (
	"context"
	"errors"
	"os"
	"syscall"
	"time"
)

// lockFolder makes sure that no other process opens the store in dir until
// unlock is called: one that set a damaged file aside while another was
// looking at it would pull it from under its feet. The lock is on the folder
// itself, so it leaves nothing behind. Where the file system knows no such
// locks (some network drives), the store is opened without.
func lockFolder(ctx context.Context, dir string, wait time.Duration) (unlock func(), err error) {
	folder, err := os.Open(dir)
	if err != nil {
		return nil, fileError(err)
	}
	deadline := time.Now().Add(wait)
	for {
		err = syscall.Flock(int(folder.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			return func() { _ = folder.Close() }, nil
		}
		if time.Now().After(deadline) {
			return nil, errors.Join(because(ErrBusy, err), folder.Close())
		}
		if err := pause(ctx, 2*time.Millisecond); err != nil {
			return nil, errors.Join(err, folder.Close())
		}
	}
}
