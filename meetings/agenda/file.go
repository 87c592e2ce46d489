package agenda

import (
	"fmt"
	"io"
	"os"
	"time"

	"hjemmekontor/meetings/calendar"
	"hjemmekontor/meetings/calendar/remote"
)

// readFile reads an .ics file unless its size and time are those of the copy
// that is held. The error is ErrFileMissing, ErrFileUnreadable or
// [calendar.ErrTooLarge]; none of them holds the path.
func readFile(path string, since remote.Validators) (remote.Answer, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return remote.Answer{}, fileError(err)
	case !info.Mode().IsRegular(): // a pipe would keep us waiting
		return remote.Answer{}, ErrFileUnreadable
	case info.Size() > calendar.MaxSize:
		return remote.Answer{}, calendar.ErrTooLarge
	}
	state := remote.Validators{
		ETag:         fmt.Sprint(info.Size()),
		LastModified: info.ModTime().UTC().Format(time.RFC3339Nano),
	}
	if state == since {
		return remote.Answer{NotModified: true, Validators: since}, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return remote.Answer{}, fileError(err)
	}
	defer func() { _ = file.Close() }()
	data, err := io.ReadAll(io.LimitReader(file, calendar.MaxSize+1))
	switch {
	case err != nil:
		return remote.Answer{}, ErrFileUnreadable
	case len(data) > calendar.MaxSize:
		return remote.Answer{}, calendar.ErrTooLarge
	}
	return remote.Answer{Data: data, Validators: state}, nil
}
