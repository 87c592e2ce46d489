package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
	"unicode/utf8"
)

// Parse reads a report as WriteJSON writes it. Data may come from anywhere: it
// is refused with one of this package's errors if anything in it is not as the
// program writes it, or is dated more than two days after now.
func Parse(data []byte, now time.Time) (Report, error) {
	r, err := Decode(data)
	if err != nil {
		return Report{}, err
	}
	if r.Made.After(now.Add(maxAhead)) {
		return Report{}, fmt.Errorf("reading report: made: %w", ErrClock)
	}
	return r, nil
}

// Decode reads what [Encode] gives, as strictly as [Parse] but whenever it was
// made: a clock that has been put back loses nothing that is kept already.
func Decode(data []byte) (Report, error) {
	r, err := decode(data)
	if err != nil {
		return Report{}, fmt.Errorf("reading report: %w", err)
	}
	return r, nil
}

func decode(data []byte) (Report, error) {
	// Some editors put a byte order mark in front when they save.
	data = bytes.TrimPrefix(data, byteOrderMark)
	switch {
	case len(data) > MaxSize:
		return Report{}, ErrTooLarge
	case !utf8.Valid(data):
		return Report{}, kindOf(data)
	}
	var f fileData
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil || f.Format != formatName || f.Version != formatVersion {
		return Report{}, kindOf(data)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Report{}, damaged("end")
	}
	r := f.report()
	err := r.check()
	if errors.Is(err, ErrNoName) {
		err = damaged("name")
	}
	if err != nil {
		return Report{}, err
	}
	return r, nil
}
