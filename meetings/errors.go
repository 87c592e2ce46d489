package meetings

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"

	"zombiezen.com/go/sqlite"
)

// The ways in which the store can fail, found with errors.Is. They mean what
// those of the same name in package checklists mean; in every one of them what
// was saved before is intact.
var (
	// ErrNewer means that the file was made by a newer version of the program.
	// It is left untouched.
	ErrNewer = errors.New("made by a newer version")
	// ErrNotWritable means that the folder or the file in it cannot be written
	// to.
	ErrNotWritable = errors.New("cannot be written to")
	// ErrFull means that there is no room left on the disk. A later write works
	// once there is room again.
	ErrFull = errors.New("disk is full")
	// ErrBusy means that another process held the file for too long.
	ErrBusy = errors.New("in use by another program")
	// ErrDamaged means that the file's content is damaged. The next OpenStore
	// sets it aside.
	ErrDamaged = errors.New("damaged")
	// ErrMoved means that the file was moved or deleted while it was open, so
	// that nothing written to it would be found again.
	ErrMoved = errors.New("moved or deleted while open")
	// ErrClosed means that the store was used after Close.
	ErrClosed = errors.New("closed")
	// ErrInvalid means that the caller asked for something that cannot be kept,
	// such as a name that is too long.
	ErrInvalid = errors.New("invalid value")
	// ErrTooMany means that there would be more than can be kept of something.
	ErrTooMany = errors.New("more than can be kept")
	// ErrNotFound means that there is nothing with that ID.
	ErrNotFound = errors.New("not found")
)

// classify adds to an error from SQLite the one of the errors above that is its
// reason. ctx is the caller's context and dir the data folder.
func classify(ctx context.Context, dir string, err error) error {
	if ctxErr := ctx.Err(); ctxErr != nil {
		return ctxErr
	}
	switch sqlite.ErrCode(err).ToPrimary() {
	case sqlite.ResultFull:
		return because(ErrFull, err)
	case sqlite.ResultCorrupt, sqlite.ResultNotADB:
		return because(ErrDamaged, err)
	case sqlite.ResultBusy, sqlite.ResultLocked:
		return because(ErrBusy, err)
	case sqlite.ResultReadOnly, sqlite.ResultPerm:
		return because(ErrNotWritable, err)
	case sqlite.ResultCantOpen:
		return because(cmp.Or(tryFolder(dir), ErrNotWritable), err)
	case sqlite.ResultIOErr:
		// SQLite does not say why, so find out.
		return because(tryFolder(dir), err)
	}
	return err
}

// because joins the reason to err, if there is one.
func because(reason, err error) error {
	if reason == nil {
		return err
	}
	return fmt.Errorf("%w: %w", reason, err)
}

// fileError adds to an error from the file system the one of the errors above
// that is its reason.
func fileError(err error) error { return because(reasonOf(err), err) }

// tryFolder finds out whether dir takes new files. It returns ErrFull or
// ErrNotWritable, or nil if nothing is wrong.
func tryFolder(dir string) error {
	file, err := os.CreateTemp(dir, "write-test-*")
	if err != nil {
		return reasonOf(err)
	}
	defer func() { _ = os.Remove(file.Name()) }()
	// As much as SQLite needs to begin writing: a page or two and the index of
	// its log.
	_, err = file.Write(make([]byte, 64<<10))
	err = errors.Join(err, file.Sync(), file.Close())
	return reasonOf(err)
}

// reasonOf says why a file could not be created or written.
func reasonOf(err error) error {
	switch {
	case err == nil:
		return nil
	case isDiskFull(err):
		return ErrFull
	}
	return ErrNotWritable
}
