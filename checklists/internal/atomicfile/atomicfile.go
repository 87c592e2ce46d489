// Package atomicfile puts a finished file in the place of another, so that
// whoever looks finds the old one or the new one, each of them whole.
//
//	file, err := atomicfile.Create(path)
//	defer file.Discard()
//	… write to file.Name() …
//	err = file.Commit()
package atomicfile

import (
	"errors"
	"os"
	"path/filepath"
)

// File is a file in the making. It lies in the folder it is to end up in, is
// for this user only and is written to under [File.Name].
type File struct {
	path, name string
}

// Create begins a file that is to have the given path; it is empty.
func Create(path string) (*File, error) {
	file, err := os.CreateTemp(filepath.Dir(path), ".saving-*")
	if err != nil {
		return nil, err
	}
	f := &File{path: path, name: file.Name()}
	if err := file.Close(); err != nil {
		f.Discard()
		return nil, err
	}
	return f, nil
}

// Name is the path of the file while it is in the making.
func (f *File) Name() string { return f.name }

// Commit sees that what was written is on disk and gives the file its path, in
// place of what may have been there. If it fails, that is untouched.
func (f *File) Commit() error {
	if err := syncFile(f.name); err != nil {
		return err
	}
	if err := os.Rename(f.name, f.path); err != nil {
		return err
	}
	f.name = ""
	// Not every system lets a folder be synced, and the file is whole in any
	// case.
	_ = syncFolder(filepath.Dir(f.path))
	return nil
}

// Discard deletes what has not been committed.
func (f *File) Discard() {
	if f.name != "" {
		_ = os.Remove(f.name)
	}
}

func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
