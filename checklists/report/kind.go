package report

import (
	"bytes"
	"encoding/json"
)

var byteOrderMark = []byte("\uFEFF")

// kindOf finds out what the data is that cannot be read as a report, so that a
// person can be told what to do about it.
func kindOf(data []byte) error {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return ErrIsPDF
	case isTable(data):
		return ErrIsCSV
	}
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		// Of a report that is cut short at least the beginning is there.
		if bytes.Contains(data[:min(len(data), 100)], []byte(formatName)) {
			return damaged("syntax")
		}
		return ErrNotReport
	}
	switch {
	case head.Format != formatName:
		return ErrNotReport
	case head.Version > formatVersion:
		return ErrNewer
	default:
		return damaged("shape")
	}
}

// isTable tells whether data is the table of a report, as it was written or as
// a spreadsheet has saved it since with another separator: a first row of at
// least as many cells.
func isTable(data []byte) bool {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) || bytes.Contains(first, []byte{0}) {
		return false
	}
	for _, separator := range []string{";", "\t", ","} {
		if bytes.Count(first, []byte(separator)) >= reportColumns-1 {
			return true
		}
	}
	return false
}
