package incident

// Incident is something that goes wrong. Its wording is the texts
// "incident.<ID>.title", "incident.<ID>.short" (one line: the first thing to
// do) and "incident.<ID>.steps" (one step to a line). A company's own words for
// it are found under the ID in organisation.Organisation.Routines.
type Incident struct {
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

// Load returns the incidents that are compiled into the program, the commonest
// first.
func Load() ([]Incident, error) { panic("to be written") }
