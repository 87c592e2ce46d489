package backup

import (
	"context"
	"errors"
	"fmt"
	"io"

	"hjemmekontor/checklists"
)

// copyBounded copies a part until its end, ErrTooLarge or the end of ctx. What
// goes wrong in reading it is returned as it is, and what goes wrong in
// writing with its reason.
func copyBounded(ctx context.Context, w io.Writer, r io.Reader) error {
	source := &source{ctx: ctx, r: r}
	n, err := io.Copy(w, io.LimitReader(source, MaxPart+1))
	switch {
	case source.err != nil:
		return source.err
	case err != nil:
		return checklists.FileError(err)
	case n > MaxPart:
		return fmt.Errorf("%w: more than %d bytes", ErrTooLarge, MaxPart)
	}
	return nil
}

// source is a reader that ends with ctx and remembers why it failed.
type source struct {
	ctx context.Context
	r   io.Reader
	err error
}

func (s *source) Read(p []byte) (int, error) {
	if s.err = s.ctx.Err(); s.err != nil {
		return 0, s.err
	}
	n, err := s.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

// suspect is what an archive holds: where it cannot be read, it is damaged.
type suspect struct{ io.Reader }

func (s suspect) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return n, err
}

// frugal reads no more than so many bytes in all, so that a directory of a
// million entries is not taken into memory.
type frugal struct {
	r    io.ReaderAt
	left int64
}

var errTooMuch = errors.New("directory too large")

func (f *frugal) ReadAt(p []byte, offset int64) (int, error) {
	if f.left -= int64(len(p)); f.left < 0 {
		return 0, errTooMuch
	}
	return f.r.ReadAt(p, offset)
}
