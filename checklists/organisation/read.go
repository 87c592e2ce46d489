package organisation

import (
	"errors"
	"fmt"

	"hjemmekontor/checklists/internal/inputfile"
)

// ReadFile returns what the file at path holds, to be parsed. A folder, a
// device or a pipe, whose end may never come, is ErrNotOrganisation. Of a file
// of more than MaxFileSize bytes, which is ErrTooLarge, nothing is read.
func ReadFile(path string) ([]byte, error) {
	data, err := inputfile.Read(path, MaxFileSize)
	switch {
	case errors.Is(err, inputfile.ErrNotFile):
		return nil, fmt.Errorf("%w: %w", ErrNotOrganisation, err)
	case errors.Is(err, inputfile.ErrTooLarge):
		return nil, fmt.Errorf("%w: %w", ErrTooLarge, err)
	case err != nil:
		return nil, fmt.Errorf("reading organisation file: %w", err)
	}
	return data, nil
}
