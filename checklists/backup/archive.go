package backup

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"hjemmekontor/checklists/internal/inputfile"
)

// archive is a backup that has been opened to be read. Its entries are the
// manifest and the parts that it names, each once, and nothing else.
type archive struct {
	file     *os.File
	manifest manifest
	entries  map[string]*zip.File // the parts
}

// maxDirectory bounds what is read of a file to find its entries, in bytes:
// the search for the directory from behind takes 66 KB.
const maxDirectory = 1 << 20

// openArchive opens the file at path and reads its manifest.
func openArchive(path string) (*archive, error) {
	file, err := inputfile.Open(path, MaxFile)
	switch {
	case errors.Is(err, inputfile.ErrNotFile):
		return nil, fmt.Errorf("%w: %w", ErrNotBackup, err)
	case errors.Is(err, inputfile.ErrTooLarge):
		return nil, fmt.Errorf("%w: %w", ErrTooLarge, err)
	case err != nil:
		return nil, err
	}
	a := &archive{file: file}
	if err := a.readDirectory(); err != nil {
		a.close()
		return nil, err
	}
	return a, nil
}

func (a *archive) close() { _ = a.file.Close() }

func (a *archive) readDirectory() error {
	info, err := a.file.Stat()
	if err != nil {
		return err
	}
	input := &frugal{a.file, maxDirectory}
	directory, err := zip.NewReader(input, info.Size())
	if err != nil {
		return fmt.Errorf("%w: %w", a.withoutDirectory(), err)
	}
	input.left = math.MaxInt64
	if a.entries, err = index(directory.File); err != nil {
		return err
	}
	described, found := a.entries[manifestName]
	if !found {
		return fmt.Errorf("%w: no manifest", ErrNotBackup)
	}
	delete(a.entries, manifestName)
	data, err := readManifest(described)
	if err != nil {
		return err
	}
	if a.manifest, err = parseManifest(data); err != nil {
		return err
	}
	return a.compare()
}

// withoutDirectory tells a backup that has lost its end from what never was
// one: it begins with the manifest (APPNOTE.TXT 6.3, 4.3.7).
func (a *archive) withoutDirectory() error {
	const nameOffset = 30
	start := make([]byte, nameOffset+len(manifestName))
	if _, err := a.file.ReadAt(start, 0); err == nil &&
		bytes.HasPrefix(start, []byte("PK\x03\x04")) && string(start[nameOffset:]) == manifestName {
		return ErrDamaged
	}
	return ErrNotBackup
}

// index lists entries by name.
func index(files []*zip.File) (map[string]*zip.File, error) {
	entries := make(map[string]*zip.File)
	for _, f := range files {
		if entries[f.Name] != nil {
			return nil, fmt.Errorf("%w: %.100q twice", ErrDamaged, f.Name)
		}
		entries[f.Name] = f
	}
	return entries, nil
}

func readManifest(f *zip.File) ([]byte, error) {
	content, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: manifest: %w", ErrDamaged, err)
	}
	defer func() { _ = content.Close() }()
	data, err := io.ReadAll(io.LimitReader(content, maxManifest+1))
	if err != nil {
		return nil, fmt.Errorf("%w: manifest: %w", ErrDamaged, err)
	}
	if len(data) > maxManifest {
		return nil, fmt.Errorf("%w: manifest too large", ErrDamaged)
	}
	return data, nil
}

// compare sees that the entries are those that the manifest names, and files.
func (a *archive) compare() error {
	for _, name := range a.manifest.Parts {
		if a.entries[name] == nil {
			return fmt.Errorf("%w: part %.100q missing", ErrDamaged, name)
		}
	}
	for name, f := range a.entries {
		switch {
		case !slices.Contains(a.manifest.Parts, name):
			return fmt.Errorf("%w: unknown entry %.100q", ErrDamaged, name)
		case !f.Mode().IsRegular():
			return fmt.Errorf("%w: part %.100q is no file", ErrDamaged, name)
		case f.UncompressedSize64 > MaxPart:
			return fmt.Errorf("%w: part %.100q of %d bytes", ErrTooLarge, name, f.UncompressedSize64)
		}
	}
	return nil
}
