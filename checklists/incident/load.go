package incident

import (
	_ "embed"
	"errors"
	"fmt"

	"hjemmekontor/checklists/internal/datafile"
)

//go:embed incidents.json
var incidentsJSON []byte

// Load returns the incidents that are compiled into the program, the commonest
// first.
func Load() ([]Incident, error) {
	incidents, err := parse(incidentsJSON)
	if err != nil {
		return nil, fmt.Errorf("loading incidents: %w", err)
	}
	return incidents, nil
}

// dataVersion is the version of incidents.json that this code reads.
const dataVersion = 1

// The shape of incidents.json, which incidents.schema.json describes for
// editors.
type (
	incidentsFile struct {
		Schema    string         `json:"$schema"`
		Version   int            `json:"version"`
		Incidents []incidentData `json:"incidents"`
	}
	incidentData struct {
		ID             string   `json:"id"`
		Breach         bool     `json:"breach"`
		PublicContacts []string `json:"publicContacts"`
		Sources        []string `json:"sources"`
	}
)

func parse(data []byte) ([]Incident, error) {
	var file incidentsFile
	if err := datafile.Decode(data, &file); err != nil {
		return nil, err
	}
	if file.Version != dataVersion {
		return nil, fmt.Errorf("version %d, want %d", file.Version, dataVersion)
	}
	var incidents []Incident
	seen := make(map[string]bool)
	for _, i := range file.Incidents {
		if seen[i.ID] {
			return nil, fmt.Errorf("incident %q: ID used twice", i.ID)
		}
		seen[i.ID] = true
		if err := i.check(); err != nil {
			return nil, fmt.Errorf("incident %q: %w", i.ID, err)
		}
		incidents = append(incidents, Incident(i))
	}
	return incidents, nil
}

func (i incidentData) check() error {
	if !datafile.IsID(i.ID) {
		return errors.New("not a valid ID")
	}
	for _, id := range i.PublicContacts {
		if !datafile.IsID(id) {
			return fmt.Errorf("public contact %q is not a valid ID", id)
		}
	}
	if len(i.Sources) == 0 {
		return errors.New("no source")
	}
	for _, source := range i.Sources {
		if !datafile.IsHTTPS(source) {
			return fmt.Errorf("source %q is not plain https", source)
		}
	}
	return nil
}
