// Package datafile reads the data that is compiled into the program, and is as
// strict with it as a compiler: a slip of the pen is to be found by a test.
package datafile

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"regexp"
)

// Decode reads one JSON value that is all of data and has no unknown fields.
func Decode(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("data after the end")
	}
	return nil
}

var id = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// IsID reports whether s is made of words of small letters and digits joined by
// hyphens, the first beginning with a letter.
func IsID(s string) bool { return id.MatchString(s) }

// IsHTTPS reports whether address is plain https: with a host and without a user
// name.
func IsHTTPS(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil
}
