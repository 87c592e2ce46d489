package backup

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"hjemmekontor/checklists"
)

// Inspect tells what the backup at path says about itself. That it can be read
// does not mean that all of it is sound.
func Inspect(path string) (About, error) {
	a, err := openArchive(path)
	if err != nil {
		return About{}, fmt.Errorf("inspecting backup: %w", err)
	}
	defer a.close()
	return About{Made: a.manifest.Made.UTC(), Version: a.manifest.Version, App: a.manifest.App}, nil
}

// OrganisationFile returns the company's signed file that the backup at path
// would put in the place of what is held, or nil if it has none. Who signed it
// has not been looked at.
func OrganisationFile(ctx context.Context, path string) ([]byte, error) {
	file, err := organisationFile(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("looking into backup: %w", err)
	}
	return file, nil
}

func organisationFile(ctx context.Context, path string) ([]byte, error) {
	a, err := openArchive(path)
	if err != nil {
		return nil, err
	}
	defer a.close()
	entry := a.entries[checklists.FileName]
	if entry == nil {
		return nil, nil
	}
	copies, remove, err := temporaryFiles([]Part{{Name: checklists.FileName}})
	if err != nil {
		return nil, err
	}
	defer remove()
	if err := unpack(ctx, entry, copies[0]); err != nil {
		return nil, err
	}
	file, err := checklists.CopiedOrganisationFile(ctx, copies[0])
	return file, inBackup(err)
}

// Read restores all that the backup at path holds. A part that it does not
// hold, because it was made before there was such a part, stays as it is.
//
// All is taken out of the file and checked before the first part is restored;
// should a later one fail in spite of that, the earlier ones get back what
// they held.
func Read(ctx context.Context, path string, parts []Part) error {
	if err := read(ctx, path, parts); err != nil {
		return fmt.Errorf("restoring backup: %w", err)
	}
	return nil
}

func read(ctx context.Context, path string, parts []Part) error {
	a, err := openArchive(path)
	if err != nil {
		return err
	}
	defer a.close()
	held, err := a.known(parts)
	if err != nil {
		return err
	}
	files, remove, err := temporaryFiles(held)
	if err != nil {
		return err
	}
	defer remove()
	for i, part := range held {
		if err := unpack(ctx, a.entries[part.Name], files[i]); err != nil {
			return fmt.Errorf("part %s: %w", part.Name, err)
		}
	}
	for i, part := range held {
		if part.Check == nil {
			continue
		}
		if err := part.Check(ctx, files[i]); err != nil {
			return fmt.Errorf("part %s: %w", part.Name, err)
		}
	}
	return restore(ctx, held, files)
}

// known returns the parts that the archive holds. One that it holds beyond
// these belongs to a newer version of the program.
func (a *archive) known(parts []Part) (held []Part, err error) {
	for _, name := range a.manifest.Parts {
		i := slices.IndexFunc(parts, func(p Part) bool { return p.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("%w: part %.100q", ErrNewer, name)
		}
		held = append(held, parts[i])
	}
	return held, nil
}

// unpack takes a part out of the archive.
func unpack(ctx context.Context, f *zip.File, path string) (err error) {
	content, err := f.Open()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	defer func() { _ = content.Close() }()
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return checklists.FileError(err)
	}
	defer func() { err = errors.Join(err, checklists.FileError(file.Close())) }()
	return copyBounded(ctx, file, suspect{content})
}

// restore restores parts from their files, all of them or none.
func restore(ctx context.Context, parts []Part, files []string) error {
	before, remove, err := temporaryFiles(parts)
	if err != nil {
		return err
	}
	defer remove()
	if err := save(ctx, parts[:len(parts)-1], before); err != nil {
		return err
	}
	for i, part := range parts {
		if err := part.Restore(ctx, files[i]); err != nil {
			err = fmt.Errorf("part %s: %w", part.Name, err)
			return errors.Join(err, giveBack(ctx, parts[:i], before))
		}
	}
	return nil
}

// giveBack restores parts to what they were, even if ctx has ended.
func giveBack(ctx context.Context, parts []Part, before []string) error {
	var errs []error
	for i, part := range parts {
		if err := part.Restore(context.WithoutCancel(ctx), before[i]); err != nil {
			errs = append(errs, fmt.Errorf("giving part %s back: %w", part.Name, err))
		}
	}
	return errors.Join(errs...)
}
