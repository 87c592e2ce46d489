package incident

import (
	"strings"

	"hjemmekontor/locales"
)

// Incident is something that goes wrong. Its wording is the texts
// "incident.<ID>.title", "incident.<ID>.short" and "incident.<ID>.steps". A
// company's own words for it are found under the ID in
// organisation.Organisation.Routines.
type Incident struct {
	// ID is stable: companies' routines are kept under it.
	ID string
	// Breach is true where personal data may be astray, so that the time limit
	// for reporting may have begun.
	Breach bool
	// PublicContacts are the IDs of the authorities' contacts that may have to
	// be told (organisation.PublicContacts).
	PublicContacts []string
	// Sources are the https addresses of the pages that the steps rest on.
	Sources []string
}

// Title says what has happened.
func (i Incident) Title(texts *locales.Texts) string {
	return texts.Text("incident." + i.ID + ".title")
}

// Short is the first thing to do, in one line.
func (i Incident) Short(texts *locales.Texts) string {
	return texts.Text("incident." + i.ID + ".short")
}

// Steps is what to do, in order, where the company has no words of its own.
func (i Incident) Steps(texts *locales.Texts) []string {
	return SplitSteps(texts.Text("incident." + i.ID + ".steps"))
}

// SplitSteps gives the steps of a routine that has one step to a line, without
// empty lines.
func SplitSteps(routine string) []string {
	var steps []string
	for line := range strings.Lines(routine) {
		if step := strings.TrimSpace(line); step != "" {
			steps = append(steps, step)
		}
	}
	return steps
}
