package organisation

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Read returns all that r holds, to be parsed. After MaxFileSize bytes it stops
// and returns ErrTooLarge.
func Read(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFileSize+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxFileSize {
		return nil, ErrTooLarge
	}
	return data, nil
}

// ReadFile returns what the file at path holds, to be parsed. A folder, a
// device or a pipe, whose end may never come, is ErrNotOrganisation. Of a file
// that is too large nothing is read.
func ReadFile(path string) ([]byte, error) {
	// Looked at before it is opened, since opening a pipe waits for a writer.
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("reading organisation file: %w", err)
	}
	if err := readable(info); err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading organisation file: %w", err)
	}
	data, err := readOpened(file)
	return data, errors.Join(err, file.Close())
}

// readOpened reads a file, which may be another than a moment ago.
func readOpened(file fs.File) ([]byte, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading organisation file: %w", err)
	}
	if err := readable(info); err != nil {
		return nil, err
	}
	return Read(file)
}

func readable(info fs.FileInfo) error {
	switch {
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: not a file", ErrNotOrganisation)
	case info.Size() > MaxFileSize:
		return ErrTooLarge
	}
	return nil
}
