// Package inputfile opens files that come from elsewhere: what somebody has
// sent, or what lies in a folder that others can write to as well.
//
//	file, err := inputfile.Open(path, mostBytes)
package inputfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// Why a file is not opened, found with errors.Is. Other errors are those of
// package os.
var (
	// ErrNotFile means a folder, a pipe, a device or the like.
	ErrNotFile = errors.New("not an ordinary file")
	// ErrTooLarge means more bytes than are wanted.
	ErrTooLarge = errors.New("too large")
)

// Open opens the file at path to be read, if it is an ordinary one of at most
// so many bytes. It does not wait: neither for what nobody writes to a pipe nor
// for a device. The file may grow while it is open.
func Open(path string, most int64) (*os.File, error) {
	// Looked at before it is opened, since opening some devices does something.
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if err := check(info, most); err != nil {
		return nil, err
	}
	return open(path, most)
}

// open opens what may be another file by now. A pipe is not waited for; to
// ordinary files, and on Windows, the flag makes no difference.
func open(path string, most int64) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil {
		err = check(info, most)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// Read returns all that the file at path holds, as [Open] opens it.
func Read(path string, most int64) ([]byte, error) {
	file, err := Open(path, most)
	if err != nil {
		return nil, err
	}
	data, err := ReadAll(file, most)
	return data, errors.Join(err, file.Close())
}

// ReadAll returns all that r gives. After most bytes it stops and returns
// ErrTooLarge.
func ReadAll(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > most {
		return nil, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, most)
	}
	return data, nil
}

func check(info fs.FileInfo, most int64) error {
	switch {
	case !info.Mode().IsRegular():
		return ErrNotFile
	case info.Size() > most:
		return fmt.Errorf("%w: %d bytes", ErrTooLarge, info.Size())
	}
	return nil
}
