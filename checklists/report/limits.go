package report

import (
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

// Limits on a report and on what is read. Names and titles are counted in
// characters; for notes and reasons those of package checklists hold.
const (
	MaxName    = organisation.MaxName
	MaxTitle   = 200
	MaxAnswers = 1000
	MaxSize    = checklists.MaxReport // bytes of JSON
)

// maxID bounds the IDs of companies and items, in bytes.
const maxID = 200

// maxMonths bounds how long it is from one time an item is done to the next.
const maxMonths = 120

// Nothing is reported before earliest or after latest, whatever a clock shows.
var (
	earliest = time.Date(2020, time.January, 1, 0, 0, 0, 0, time.UTC)
	latest   = time.Date(2200, time.January, 1, 0, 0, 0, 0, time.UTC)
)

// maxAhead is how far another machine's clock may be ahead of this one's.
const maxAhead = 48 * time.Hour
