package backup

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/internal/atomicfile"
)

// Write saves all parts in one file at path, for this user only, in place of
// what may have been there. The file is on disk and whole when Write returns
// nil; if it does not, what was at path is untouched.
func Write(ctx context.Context, path string, parts []Part, made time.Time) error {
	if err := write(ctx, path, parts, made); err != nil {
		return fmt.Errorf("writing backup: %w", err)
	}
	return nil
}

func write(ctx context.Context, path string, parts []Part, made time.Time) error {
	saved, remove, err := temporaryFiles(parts)
	if err != nil {
		return err
	}
	defer remove()
	if err := save(ctx, parts, saved); err != nil {
		return err
	}
	file, err := atomicfile.Create(path)
	if err != nil {
		return checklists.FileError(err)
	}
	defer file.Discard()
	if err := pack(ctx, file.Name(), newManifest(parts, made), saved); err != nil {
		return err
	}
	return checklists.FileError(file.Commit())
}

// temporaryFiles names a file for each part in a folder that only this user
// can look into, and that remove deletes.
func temporaryFiles(parts []Part) (paths []string, remove func(), err error) {
	dir, err := os.MkdirTemp("", "hjemmekontor-backup-*")
	if err != nil {
		return nil, nil, checklists.FileError(err)
	}
	for i := range parts {
		paths = append(paths, filepath.Join(dir, strconv.Itoa(i)))
	}
	return paths, func() { _ = os.RemoveAll(dir) }, nil
}

// save lets each part write its data to its path.
func save(ctx context.Context, parts []Part, paths []string) error {
	for i, part := range parts {
		if err := part.Save(ctx, paths[i]); err != nil {
			return fmt.Errorf("part %s: %w", part.Name, err)
		}
	}
	return nil
}

// pack writes the archive to the file at path.
func pack(ctx context.Context, path string, m manifest, parts []string) (err error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return checklists.FileError(err)
	}
	defer func() { err = errors.Join(err, checklists.FileError(file.Close())) }()
	out := zip.NewWriter(file)
	description, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if err := packEntry(ctx, out, m, manifestName, bytes.NewReader(description)); err != nil {
		return err
	}
	for i, part := range parts {
		if err := packPart(ctx, out, m, m.Parts[i], part); err != nil {
			return fmt.Errorf("part %s: %w", m.Parts[i], err)
		}
	}
	return checklists.FileError(out.Close())
}

func packPart(ctx context.Context, out *zip.Writer, m manifest, name, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	// Known before all of it is packed in vain.
	if info, err := file.Stat(); err == nil && info.Size() > MaxPart {
		return fmt.Errorf("%w: %d bytes", ErrTooLarge, info.Size())
	}
	return packEntry(ctx, out, m, name, file)
}

func packEntry(ctx context.Context, out *zip.Writer, m manifest, name string, content io.Reader) error {
	header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: m.Made}
	header.SetMode(0o600)
	w, err := out.CreateHeader(header)
	if err != nil {
		return checklists.FileError(err)
	}
	return copyBounded(ctx, w, content)
}
