package organisation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// contentFormat is the version of the JSON that this code reads and writes.
const contentFormat = 1

// document is the JSON in a file: the organisation, and the version of the
// format it is written in.
type document struct {
	Format int `json:"format"`
	Organisation
}

// encode writes an organisation as JSON for human eyes. The same organisation
// always gives the same bytes.
func encode(o Organisation) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(document{Format: contentFormat, Organisation: o}); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// decode reads what encode wrote, or a person. A field that it does not know
// is an error: what an older program would pass over in silence could be what
// keeps an employee safe, so a new field comes with a new format. The error is
// ErrNewer or ErrInvalid.
func decode(data []byte) (Organisation, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var read document
	err := d.Decode(&read)
	switch {
	case err != nil && formatOf(data) > contentFormat, read.Format > contentFormat:
		return Organisation{}, ErrNewer
	case err != nil:
		return Organisation{}, invalid(err)
	case read.Format != contentFormat:
		return Organisation{}, fmt.Errorf("%w: no version of the format", ErrInvalid)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Organisation{}, fmt.Errorf("%w: data after the end", ErrInvalid)
	}
	if err := checkReading(data); err != nil {
		return Organisation{}, invalid(err)
	}
	read.Made = read.Made.UTC()
	return read.Organisation, nil
}

// formatOf returns the version of the format of a document that cannot be read
// otherwise, or 0.
func formatOf(data []byte) int {
	var version struct{ Format int }
	if json.Unmarshal(data, &version) != nil {
		return 0
	}
	return version.Format
}

// invalid wraps what the JSON package says, which may quote the file at
// length.
func invalid(err error) error {
	const longest = 200
	text := strings.ToValidUTF8(err.Error(), "?")
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "") + "…"
	}
	return fmt.Errorf("%w: %s", ErrInvalid, text)
}
