package backup

import (
	"context"
	"errors"
	"fmt"
	"time"

	"hjemmekontor/checklists"
)

// Limits, in bytes: on a part as it is saved and restored, and on the whole
// file.
const (
	MaxPart = checklists.MaxCopy
	MaxFile = 256 << 20
)

// Part is one of the things that a backup holds.
type Part struct {
	// Name is the part's name in the archive, such as checklists.db: letters,
	// digits, dots and hyphens. It is never changed.
	Name string
	// Save writes all of the data to a new file at path.
	Save func(ctx context.Context, path string) error
	// Check reports whether Restore could restore the file at path; it
	// changes nothing. Nil means that there is nothing to check.
	Check func(ctx context.Context, path string) error
	// Restore puts the data in the file at path in the place of what there
	// is: all of it, or, with an error, none.
	Restore func(ctx context.Context, path string) error
}

// OfStore is the part that holds what the user has said: ticks, notes,
// contacts, choices, the company's file and the reports.
func OfStore(store *checklists.Store) Part {
	return Part{
		Name: checklists.FileName,
		Save: store.SaveCopy,
		Check: func(ctx context.Context, path string) error {
			return inBackup(checklists.CheckCopy(ctx, path))
		},
		Restore: store.Restore,
	}
}

// What can be wrong with a file that is to be restored, found with errors.Is.
// Nothing has changed then. Other errors are those of the parts, and where the
// disk is the reason, [checklists.ErrFull] and [checklists.ErrNotWritable].
var (
	// ErrNotBackup means that the file is something else.
	ErrNotBackup = errors.New("not a backup")
	// ErrNewer means that a newer version of the program has made it.
	ErrNewer = errors.New("backup made by a newer version")
	// ErrDamaged means that it has been a backup, but is cut short or was
	// changed.
	ErrDamaged = errors.New("damaged backup")
	// ErrTooLarge means that it is, or would become, larger than any backup.
	ErrTooLarge = errors.New("backup too large")
)

// inBackup adds to what is wrong with a copy of a store what that means for
// the backup it lies in.
func inBackup(err error) error {
	for _, same := range []struct{ inCopy, here error }{
		{checklists.ErrNewer, ErrNewer},
		{checklists.ErrTooLarge, ErrTooLarge},
		{checklists.ErrNotBackup, ErrDamaged},
		{checklists.ErrDamaged, ErrDamaged},
	} {
		if errors.Is(err, same.inCopy) {
			return fmt.Errorf("%w: %w", same.here, err)
		}
	}
	return err
}

// About is what a backup says about itself.
type About struct {
	Made    time.Time // in UTC, to the second
	Version int       // of the format
	App     string    // the program that made it
}
